import Courses
import Localisation

extension WireError: Wordable {
    var worded: WordedError {
        switch self {
        case .notJSON: WordedError(.invalid, "notJSON", Message("error.batchNotJSON"))
        case .unknownVersion:
            WordedError(.invalid, "unknownVersion", Message("error.batchVersion"))
        case .fieldMissing(let field):
            WordedError(
                .invalid, "fieldMissing", Message("error.batchField", ["field": .text(field)]))
        case .tooManyActs(let count, let limit):
            WordedError(
                .invalid, "tooManyActs",
                Message(
                    "error.batchTooManyActs", ["count": .number(count), "limit": .number(limit)]))
        }
    }
}
