import Courses
import Localisation

extension UpkeepError: Wordable {
    var worded: WordedError {
        switch self {
        case .databaseInUse(let path):
            WordedError(
                .conflict, "databaseInUse", Message("error.databaseInUse", ["path": .text(path)]))
        case .backupDamaged(let path):
            WordedError(
                .invalid, "backupDamaged", Message("error.backupDamaged", ["path": .text(path)]))
        }
    }
}
