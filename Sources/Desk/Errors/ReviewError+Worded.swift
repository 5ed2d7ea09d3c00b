package import Courses
import Localisation

/// Why statements could not be settled at all.
package enum ReviewError: Error, Sendable, Equatable {
    case unknownStatement(ActID)
}

extension ReviewError: Wordable {
    var worded: WordedError {
        switch self {
        case .unknownStatement(let id):
            WordedError(
                .notFound, "unknown.statement",
                Message("error.unknownStatement", ["text": .text(id.description)]))
        }
    }
}
