import Courses
import Desk
import Localisation

/// A step of somebody's enrolment as an administrator's forms say it, or an act that is undone.
struct EnrolmentAct: Sendable, Equatable {
    enum Kind: String, Sendable, CaseIterable {
        case offer, accept, decline, waitlist, prioritise, withdraw, undo
    }

    enum Field: String, Sendable {
        case from, until, on, priority
    }

    /// Where the page leads back to.
    enum Back: String, Sendable {
        case list, history
    }

    var kind: Kind
    var people: [Person.ID] = []
    var group: Group.ID?
    /// The first day of a place, and the last on which it can be accepted.
    var from: LocalDate?
    var until: LocalDate?
    /// The first day without a place.
    var on: LocalDate?
    var priority: Int?
    var reason: String?
    var inSpiteOfRules = false
    var operation: OperationID?
    /// Whether `people` are as they were shown; else those who belong with them come along.
    var isShown = false
    /// What was typed and can't be read.
    var faults: [Field: String] = [:]
    var filter = EnrolmentFilter()
    var back = Back.list

    init(_ kind: Kind) {
        self.kind = kind
    }

    /// The same for all that would have the same effect: what is applied is what was shown.
    var digest: String {
        let parts: [String] =
            [kind.rawValue] + people.map(\.description).sorted()
            + [from, until, on].map { $0?.description ?? "" }
            + [
                group?.description ?? "", operation?.description ?? "",
                priority.map(String.init) ?? "", "\(inSpiteOfRules)", reason ?? "",
            ]
        return ActID(contentOf: parts.joined(separator: "\n")).description
    }
}

extension EnrolmentAct.Kind {
    /// What can be done with somebody, the most likely first.
    static func possible(for row: EnrolmentRow) -> [Self] {
        switch row.standing {
        case .applied, .expired: [.offer, .waitlist, .prioritise, .withdraw]
        case .waitlisted: [.offer, .prioritise, .withdraw]
        case .offered: [.accept, .decline, .offer, .waitlist, .prioritise, .withdraw]
        case .placed: row.enrolment.step == .withdrawn ? [] : [.withdraw]
        case .declined, .withdrawn: []
        }
    }

    var title: Message {
        switch self {
        case .offer: Message("enrolment.offer")
        case .accept: Message("enrolment.accept")
        case .decline: Message("enrolment.decline")
        case .waitlist: Message("enrolment.waitlist")
        case .prioritise: Message("enrolment.prioritise")
        case .withdraw: Message("enrolment.withdraw")
        case .undo: Message("board.undoTitle")
        }
    }

    /// Whether those who belong with somebody take it with them.
    var takesCompany: Bool { self != .withdraw && self != .undo }

    var takesReason: Bool { self != .accept && self != .undo }

    /// Which listed reasons are offered.
    var reasons: ReasonKind {
        switch self {
        case .withdraw, .decline: .withdrawal
        case .prioritise: .priority
        case .offer, .accept, .waitlist, .undo: .other
        }
    }
}
