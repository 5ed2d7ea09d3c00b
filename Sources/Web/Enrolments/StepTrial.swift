import Courses
import Desk
import Localisation

/// What became of trying a step without taking it.
enum StepTrial: Sendable {
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

/// What is shown beside a step: what others did, what is undone, what was said before.
struct StepContext: Sendable {
    var changes: [PastAct] = []
    /// Whether the round is not as it was shown, by operations or otherwise.
    var isChanged = false
    /// Whether something else was to be applied than what was shown.
    var isNotAsShown = false
    var undoing: PastAct?
    var priorities: [Person.ID: [PriorityChange]] = [:]
    /// Listed ones, to choose from.
    var reasons: [Reason] = []
}
