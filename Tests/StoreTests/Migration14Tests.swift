import Courses
import Foundation
import GRDB
import Store
import Testing

/// Schema 14, pages of sessions, on a database that the schemas before it have made.
@Suite struct Migration14Tests {
    /// - Parameter kept: what was kept of the world, row by row.
    private static func earlier(_ kept: String) throws -> String {
        let path = FileManager.default.temporaryDirectory
            .appendingPathComponent("samsprak-\(UUID().uuidString).sqlite").path
        let schema = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Sources/Store/Schema")
        let files = try FileManager.default.contentsOfDirectory(
            at: schema, includingPropertiesForKeys: nil
        ).filter { $0.pathExtension == "sql" && $0.lastPathComponent < "0014.sql" }
            .sorted { $0.path < $1.path }
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { db in
            for file in files {
                try db.execute(sql: try String(contentsOf: file, encoding: .utf8))
            }
            try db.execute(sql: "PRAGMA user_version = \(files.count)")
            try db.execute(sql: "PRAGMA application_id = 0x53414D53")
            try db.execute(sql: KeptWorld.world)
            try db.execute(sql: kept)
        }
        try queue.close()
        return path
    }

    /// As the version before left it, with all kept, with something noted, and with nothing kept.
    @Test(arguments: [
        "DELETE FROM kept_stale; INSERT INTO kept_session VALUES (1, x'01', x'01'), "
            + "(2, x'01', x'01'), (3, x'01', x'01'), (4, x'01', x'01')",
        "INSERT INTO kept_session VALUES (1, x'01', x'01')",
        "DELETE FROM kept_stale WHERE kind = 1 AND key > 1",
    ])
    func `what was kept session by session stands in pages from the first opening on`(
        _ kept: String
    ) async throws {
        // People and enrolments stay as they were.
        let path = try Self.earlier(
            kept + "; INSERT OR IGNORE INTO kept_stale VALUES (3, 0), (3, 1), (4, 0), (4, 1)")
        let store = try Store(path: path, sealer: Sealer(key: Array(repeating: 1, count: 32)))
        #expect(try await store.read { try $0.keptFaults() } == 0)
        let now = Instant(milliseconds: 1_583_000_000_000)
        let new = try KeptWorld()
        try await new.save()
        let facts = try await store.read { try $0.facts(of: .organisation, at: now) }
        #expect(try await new.facts() == facts)
        #expect(facts.marks.count == 5)
        let rows = try DatabaseQueue(path: path)
        #expect(
            try await rows.read {
                try String.fetchAll(
                    $0,
                    sql:
                        "SELECT name FROM sqlite_schema WHERE name LIKE '%kept~_session%' ESCAPE '~'"
                        + " AND (type = 'table' OR tbl_name LIKE 'kept%') ORDER BY name")
            } == ["kept_sessions", "kept_sessions_gone"])
        #expect(
            try await rows.read { try String.fetchAll($0, sql: "PRAGMA integrity_check") } == ["ok"]
        )
    }
}
