import Courses
import Localisation

/// What administrators do with a round as a whole.
enum RoundWay: CaseIterable {
    case board, enrolment, history, short, certificates
}

extension Round {
    func ways(_ visitor: Visitor, besides here: RoundWay? = nil) -> [SessionLink] {
        RoundWay.allCases.filter { $0 != here }.map { way in
            switch way {
            case .board: link("board", Message("board.title"), visitor)
            case .enrolment: link("enrolment", Message("enrolment.title"), visitor)
            case .history: link("history", Message("history.title"), visitor)
            case .short: link("short", Message("short.title"), visitor)
            case .certificates: link("certificates", Message("certificate.title"), visitor)
            }
        }
    }

    private func link(_ place: String, _ label: Message, _ visitor: Visitor) -> SessionLink {
        SessionLink(href: "/rounds/\(code)/\(place)", label: visitor.say(label))
    }
}
