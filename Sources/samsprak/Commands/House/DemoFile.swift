import Courses
import DemoWorld
import Desk
import FoundationEssentials

/// The demo's database, built beside its place and moved there whole: one that was cut short is
/// never taken for a world.
struct DemoFile {
    let location: DatabaseLocation

    /// Builds the world unless something is there already.
    func build(until: Instant) async throws {
        let files = FileManager.default
        guard !files.fileExists(atPath: location.path) else { return }
        let draft = DatabaseLocation(path: location.path + ".building")
        for path in Self.paths(draft) where files.fileExists(atPath: path) {
            try files.removeItem(atPath: path)
        }
        try await DemoWorld.build(at: draft, until: until)
        for (from, to) in zip(Self.paths(draft), Self.paths(location)).reversed()
        where files.fileExists(atPath: from) {
            try files.moveItem(atPath: from, toPath: to)
        }
    }

    /// The database last to arrive.
    private static func paths(_ location: DatabaseLocation) -> [String] {
        [location.path, location.path + "-wal", location.path + "-shm", location.keyPath]
    }
}
