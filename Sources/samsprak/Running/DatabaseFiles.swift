import Desk
import FoundationEssentials

/// All files that a database is made of.
struct DatabaseFiles {
    let location: DatabaseLocation

    /// The database itself last, so that it is there only when the others are.
    var paths: [String] {
        [location.keyPath, location.path + "-shm", location.path + "-wal", location.path]
    }

    /// Removes what there is of them.
    func remove() {
        for path in paths { try? FileManager.default.removeItem(atPath: path) }
    }
}
