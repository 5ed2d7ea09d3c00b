import Courses
import Foundation
import GRDB
import Store
import Testing

/// Schema 12 on a database that the schemas before it have made.
@Suite struct Migration12Tests {
    private static func earlier() throws -> String {
        let path = FileManager.default.temporaryDirectory
            .appendingPathComponent("samsprak-\(UUID().uuidString).sqlite").path
        let schema = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Sources/Store/Schema")
        let files = try FileManager.default.contentsOfDirectory(
            at: schema, includingPropertiesForKeys: nil
        ).filter { $0.pathExtension == "sql" && $0.lastPathComponent < "0012.sql" }
            .sorted { $0.path < $1.path }
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { db in
            for file in files {
                try db.execute(sql: try String(contentsOf: file, encoding: .utf8))
            }
            try db.execute(sql: "PRAGMA user_version = \(files.count)")
            try db.execute(sql: "PRAGMA application_id = 0x53414D53")
            try db.execute(sql: KeptWorld.world)
        }
        try queue.close()
        return path
    }

    @Test func `what was there before is kept for figures from the first opening on`()
        async throws
    {
        let path = try Self.earlier()
        let store = try Store(path: path, sealer: Sealer(key: Array(repeating: 1, count: 32)))
        #expect(try await store.read { try $0.keptFaults() } == 0)
        let now = Instant(milliseconds: 1_583_000_000_000)
        let new = try KeptWorld()
        try await new.save()
        let facts = try await store.read { try $0.facts(of: .organisation, at: now) }
        #expect(try await new.facts() == facts)
        #expect(facts.marks.count == 5)
    }
}
