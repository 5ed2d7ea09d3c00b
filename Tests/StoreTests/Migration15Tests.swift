import GRDB
import Testing

/// Schemas 14 and 15, pages of sessions and then marks person by person, on databases that the
/// schemas before them have made.
@Suite struct Migration15Tests {
    /// - Parameters:
    ///   - version: the last schema that it has.
    ///   - kept: what was kept of the world then.
    private static func earlier(_ version: Int, _ kept: String) throws -> String {
        try EarlierDatabase.make(before: version + 1) { db in
            try db.execute(sql: KeptWorld.world)
            try db.execute(sql: kept)
        }
    }

    /// As schema 13 left it, with all kept, with something noted, and with nothing kept.
    @Test(arguments: [
        "DELETE FROM kept_stale; INSERT INTO kept_session VALUES (1, x'01', x'01'), "
            + "(2, x'01', x'01'), (3, x'01', x'01'), (4, x'01', x'01')",
        "INSERT INTO kept_session VALUES (1, x'01', x'01')",
        "DELETE FROM kept_stale WHERE kind = 1 AND key > 1",
    ])
    func `what was kept session by session stands in pages from the first opening on`(
        _ kept: String
    ) async throws {
        let path = try Self.earlier(13, kept)
        try await EarlierDatabase.expectAllKept(path)
        let rows = try DatabaseQueue(path: path)
        #expect(
            try await rows.read {
                try String.fetchAll(
                    $0,
                    sql:
                        "SELECT name FROM sqlite_schema WHERE name LIKE '%kept~_session%' ESCAPE '~'"
                        + " AND (type = 'table' OR tbl_name LIKE 'kept%') ORDER BY name")
            } == ["kept_sessions", "kept_sessions_gone"])
    }

    /// As schema 14 left it: with all kept in its way, with something noted, and with nothing kept.
    @Test(arguments: [
        "DELETE FROM kept_stale; INSERT INTO kept_sessions VALUES (0, x'0101000000'); "
            + "INSERT INTO kept_people VALUES (0, x'0100'), (1, x'0100'); "
            + "INSERT INTO kept_enrolments VALUES (0, x'0100'), (1, x'0100')",
        "DELETE FROM kept_stale WHERE kind > 1; INSERT INTO kept_people VALUES (0, x'0100'), "
            + "(1, x'0100'); INSERT INTO kept_enrolments VALUES (0, x'0100'), (1, x'0100')",
        "DELETE FROM kept_stale WHERE kind = 1 AND key > 1",
    ])
    func `what was kept mark by mark is kept person by person from the first opening on`(
        _ kept: String
    ) async throws {
        try await EarlierDatabase.expectAllKept(try Self.earlier(14, kept))
    }
}
