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
    /// A register submitted too late; nil for none.
    let kept: KeptRegister?
}

struct KeptRegister: Sendable {
    let text: String
    let fields: [KeptForm.KeptField]
}

extension SignInPage {
    init(
        site: Site, visitor: Visitor, userName: String, next: String?, fault: Message?,
        kept: KeptForm? = nil
    ) {
        heading = visitor.say(Message("signIn.title"))
        var layout = site.layout(title: heading, for: visitor, at: "/sign-in")
        // A change of language would leave what was typed behind.
        if kept != nil { layout.languages = [] }
        self.layout = layout
        self.kept = kept.map {
            KeptRegister(text: visitor.say(Message("signIn.kept")), fields: $0.fields)
        }
        self.fault = fault.map(visitor.say)
        userNameLabel = visitor.say(Message("signIn.userName"))
        self.userName = userName
        passwordLabel = visitor.say(Message("signIn.password"))
        submitLabel = visitor.say(Message("signIn.submit"))
        help = visitor.say(Message("signIn.help"))
        self.next = next ?? ""
    }
}
