import Courses
import Desk

/// What an administrator means to do on a round's board, as its forms say it.
struct BoardAct: Sendable, Equatable {
    enum Kind: String, Sendable, CaseIterable {
        case move, undo, balance, merge, split, close, reopen, pause, resume, leader
        case moveSession, cancelSession

        /// Whether it is done to a group.
        var isOfGroup: Bool {
            switch self {
            case .merge, .split, .close, .reopen, .pause, .resume, .leader, .moveSession,
                .cancelSession:
                true
            case .move, .undo, .balance: false
            }
        }

        /// Whether it is done to one of the group's sessions to come.
        var isOfSession: Bool { self == .moveSession || self == .cancelSession }

        var movesPeople: Bool { self == .move || self == .split }

        /// Whether people go somewhere that is chosen.
        var hasTarget: Bool { movesPeople || self == .merge }

        /// Whether the day on which it takes effect can be chosen.
        var isDated: Bool {
            switch self {
            case .undo, .reopen, .moveSession, .cancelSession: false
            default: true
            }
        }

        var takesReason: Bool { self != .undo }

        /// Which listed reasons are offered.
        var reasons: ReasonKind { self == .pause || isOfSession ? .session : .other }
    }

    /// Where people go.
    enum Target: Sendable, Equatable {
        case group(Group.ID)
        /// Into one that is opened for them.
        case new
        /// They lose the place that they have, or wait as they did.
        case waiting
    }

    var kind: Kind
    var people: [Person.ID] = []
    /// To which it is done.
    var group: Group.ID?
    var target: Target?
    var newGroup = BoardNewGroup()
    var places: [BalancedPlace] = []
    var operation: OperationID?
    /// Nil until somebody has chosen a day.
    var on: LocalDate?
    /// The first day after a pause.
    var before: LocalDate?
    var isRemote = false
    var isWaitlisting = false
    var leader: Person.ID?
    var session: Session.ID?
    /// When a session that moves begins and ends, as it was typed; empty for as it was.
    var start = ""
    var end = ""
    var reason: String?
    var inSpiteOfRules = false
    /// Whether `people` are as they were shown; else those who belong with them come along.
    var isShown = false
    /// What was typed and can't be read.
    var faults: [Field] = []

    enum Field: String, Sendable {
        case on, before, start, end
    }

    init(_ kind: Kind) {
        self.kind = kind
    }

    /// The same for all that would have the same effect: what is applied is what was shown.
    var digest: String {
        let parts: [String] =
            [kind.rawValue] + people.map(\.description).sorted()
            + [
                group?.description ?? "", "\(String(describing: target))",
                on?.description ?? "", before?.description ?? "",
                operation?.description ?? "", leader?.description ?? "",
                session?.description ?? "", start, end,
                "\(isRemote) \(isWaitlisting) \(inSpiteOfRules)",
                target == .new ? newGroup.digest : "",
            ]
            + places.map { place in
                "\(place.people.map(\.description).joined(separator: " "))>"
                    + (place.group?.description ?? "")
            }.sorted()
        return ActID(contentOf: parts.joined(separator: "\n")).description
    }
}
