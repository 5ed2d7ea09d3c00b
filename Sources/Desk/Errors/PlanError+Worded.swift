import Courses
import Localisation

extension PlanError: Wordable {
    var worded: WordedError { WordedError(.invalid, code, message) }

    private var message: Message {
        switch self {
        case .countOutOfRange:
            Message(
                "error.planCount",
                [
                    "fewest": .number(SessionPattern.sessionCounts.lowerBound),
                    "most": .number(SessionPattern.sessionCounts.upperBound),
                ])
        case .lastBeforeFirst: Message("error.planLastBeforeFirst")
        case .breakEndsBeforeItBegins(let schoolBreak):
            Message(
                "error.planBreak",
                ["first": .date(schoolBreak.first), "last": .date(schoolBreak.last)])
        case .tooManySkipped: Message("error.planTooManySkipped")
        case .noOccasionLeft: Message("error.planNoOccasion")
        case .afterLastYear: Message("error.planAfterLastYear")
        }
    }
}
