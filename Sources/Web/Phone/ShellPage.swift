import Localisation

/// What a phone shows without network: the frame, filled from what it has downloaded, or the word
/// that it has not.
struct ShellPage: Page {
    static let template = "shell"

    let layout: Layout
    let heading: String
    let text: String
    let backText: String
}

extension ShellPage {
    init(site: Site, localiser: Localiser) {
        let visitor = Visitor(account: nil, token: nil, localiser: localiser)
        heading = visitor.say(Message("phone.notDownloadedTitle"))
        layout = site.shellLayout(title: heading, for: visitor)
        text = visitor.say(Message("phone.notDownloaded"))
        backText = visitor.say(Message("register.back"))
    }
}
