import Courses
import Desk
import Localisation

/// What became of trying an act without doing it.
enum BoardTrial: Sendable {
    /// Something has to be chosen first.
    case incomplete
    case would(AppliedOperation)
    case refused(BoardFault, mayOverrule: Bool)

    var applied: AppliedOperation? {
        if case .would(let applied) = self { applied } else { nil }
    }

    var fault: BoardFault? {
        if case .refused(let fault, _) = self { fault } else { nil }
    }

    var mayOverrule: Bool {
        if case .refused(_, true) = self { true } else { false }
    }
}

/// What is shown beside an act: what others did, and what was refused.
struct BoardContext: Sendable {
    var changes: [HistoryLine] = []
    /// Whether the round is not as it was shown, by operations or otherwise.
    var isChanged = false
    /// Whether something else was to be applied than what was shown.
    var isNotAsShown = false
    var undoing: HistoryLine?
    /// Whom a group can be given as its leader.
    var leaders: [Person.ID: DisplayName] = [:]
    /// Listed ones, to choose from.
    var reasons: [Reason] = []
    /// The group's own to come.
    var sessions: [Session] = []
    /// Where a new group can meet.
    var venues: [Venue] = []
}
