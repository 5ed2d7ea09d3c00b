import Localisation

struct SignInPage: Page {
    static let template = "sign-in"

    let layout: Layout
    let heading: String
    let fault: String?
    let userNameLabel: String
    let userName: String
    let passwordLabel: String
    let submitLabel: String
    let help: String
    /// Where to go once signed in; empty for the start.
    let next: String
}

extension SignInPage {
    init(site: Site, visitor: Visitor, userName: String, next: String?, fault: Message?) {
        heading = visitor.say(Message("signIn.title"))
        layout = site.layout(title: heading, for: visitor, at: "/sign-in")
        self.fault = fault.map(visitor.say)
        userNameLabel = visitor.say(Message("signIn.userName"))
        self.userName = userName
        passwordLabel = visitor.say(Message("signIn.password"))
        submitLabel = visitor.say(Message("signIn.submit"))
        help = visitor.say(Message("signIn.help"))
        self.next = next ?? ""
    }
}
