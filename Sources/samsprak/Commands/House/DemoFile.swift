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
        DatabaseFiles(location: draft).remove()
        try await DemoWorld.build(at: draft, until: until)
        for (from, to) in zip(
            DatabaseFiles(location: draft).paths, DatabaseFiles(location: location).paths)
        where files.fileExists(atPath: from) {
            try files.moveItem(atPath: from, toPath: to)
        }
    }
}
