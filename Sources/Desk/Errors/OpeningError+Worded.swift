import Courses
import Localisation

extension OpeningError: Wordable {
    var worded: WordedError {
        switch self {
        case .databaseMissing(let path):
            WordedError(
                .notFound, "databaseMissing",
                Message("error.databaseMissing", ["path": .text(path)]))
        case .databaseExists(let path):
            WordedError(
                .conflict, "databaseExists",
                Message("error.databaseExists", ["path": .text(path)]))
        case .keyMissing(let path):
            WordedError(.notFound, "keyMissing", Message("error.keyMissing", ["path": .text(path)]))
        case .keyUnreadable(let path):
            WordedError(
                .invalid, "keyUnreadable", Message("error.keyUnreadable", ["path": .text(path)]))
        case .keyDoesNotFit(let path):
            WordedError(
                .conflict, "keyDoesNotFit", Message("error.keyDoesNotFit", ["path": .text(path)]))
        case .newerVersion(let path):
            WordedError(
                .conflict, "newerVersion", Message("error.newerVersion", ["path": .text(path)]))
        case .notADatabase(let path):
            WordedError(
                .invalid, "notADatabase", Message("error.notADatabase", ["path": .text(path)]))
        case .cannotWrite(let path):
            WordedError(
                .conflict, "cannotWrite", Message("error.cannotWrite", ["path": .text(path)]))
        case .notSetUp(let path):
            WordedError(.conflict, "notSetUp", Message("error.notSetUp", ["path": .text(path)]))
        }
    }
}
