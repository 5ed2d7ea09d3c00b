import Courses
import Foundation
import GRDB
import Store
import Testing

/// Databases of versions before.
enum EarlierDatabase {
    /// - Parameters:
    ///   - version: the first schema that it lacks.
    ///   - change: what becomes of the schemas' text.
    /// - Returns: its path.
    static func make(
        before version: Int, changing change: (String) -> String = { $0 },
        _ fill: (Database) throws -> Void
    ) throws -> String {
        let path = FileManager.default.temporaryDirectory
            .appendingPathComponent("samsprak-\(UUID().uuidString).sqlite").path
        let schema = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Sources/Store/Schema")
        let files = try FileManager.default.contentsOfDirectory(
            at: schema, includingPropertiesForKeys: nil
        ).filter { $0.pathExtension == "sql" }.sorted { $0.path < $1.path }.prefix(version - 1)
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { db in
            for file in files {
                try db.execute(sql: change(try String(contentsOf: file, encoding: .utf8)))
            }
            try db.execute(sql: "PRAGMA user_version = \(version - 1)")
            try db.execute(sql: "PRAGMA application_id = 0x53414D53")
            try fill(db)
        }
        try queue.close()
        return path
    }

    /// Opens one that holds the kept world: all that the rows say is in the facts, and is kept.
    static func expectAllKept(_ path: String) async throws {
        let store = try Store(path: path, sealer: Sealer(key: Array(repeating: 1, count: 32)))
        #expect(try await store.read { try $0.keptFaults() } == 0)
        let now = Instant(milliseconds: 1_583_000_000_000)
        let new = try KeptWorld()
        try await new.save()
        let facts = try await store.read { try $0.facts(of: .organisation, at: now) }
        #expect(try await new.facts() == facts)
        #expect(facts.marks.count == 5)
        #expect(facts.people.count == 4)
        let rows = try DatabaseQueue(path: path)
        #expect(
            try await rows.read { try String.fetchAll($0, sql: "PRAGMA integrity_check") } == ["ok"]
        )
        #expect(
            try await rows.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM kept_stale") }
                == 0)
        for table in ["kept_sessions", "kept_people", "kept_enrolments"] {
            let sql = "SELECT count(*) FROM \(table) WHERE substr(packed, 1, 1) <> x'02'"
            #expect(try await rows.read { try Int.fetchOne($0, sql: sql) } == 0)
        }
    }
}
