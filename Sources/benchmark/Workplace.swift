import Foundation

/// A folder of our own for databases, and the command that is measured.
struct Workplace {
    let folder: URL

    init(in parent: String) throws {
        folder = URL(fileURLWithPath: parent)
            .appendingPathComponent("samsprak-benchmark-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    func copy(_ name: String, to other: String) throws -> String {
        try FileManager.default.copyItem(atPath: path(name), toPath: path(other))
        return path(other)
    }

    /// The `samsprak` of the same build.
    func command() throws -> URL {
        let beside = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
            .deletingLastPathComponent().appendingPathComponent("samsprak")
        guard FileManager.default.isExecutableFile(atPath: beside.path) else {
            throw BenchmarkError.commandMissing(beside.path)
        }
        return beside
    }

    func remove() {
        try? FileManager.default.removeItem(at: folder)
    }
}

enum BenchmarkError: Error {
    /// Build the product `samsprak` in the same configuration first.
    case commandMissing(String)
    case sqlite(String)
    case serviceSilent(log: String)
    case connectionFailed
    case unexpectedAnswer(String)
    /// What is compared is not the same: no ratio would mean anything.
    case notTheSame(String)
}
