import Courses
import Localisation

/// Where a session's page leads beside its register: paper, entry from paper, and calls.
struct SessionLinks: Sendable {
    let label: String
    let links: [SessionLink]
}

struct SessionLink: Sendable {
    let href: String
    let label: String
}

extension SessionLinks {
    init(of session: Session.ID, visitor: Visitor) {
        let address = "/sessions/\(session)"
        label = visitor.say(Message("groups.more"))
        links = [
            SessionLink(href: address + "/sheet", label: visitor.say(Message("sheet.link"))),
            SessionLink(href: address + "/entry", label: visitor.say(Message("entry.link"))),
            SessionLink(href: address + "/calls", label: visitor.say(Message("calls.title"))),
        ]
    }
}
