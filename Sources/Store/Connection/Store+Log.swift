internal import GRDB

extension Store {
    /// Empties the write-ahead log into the file, so that what was destroyed is gone from it too.
    package func truncateLog() async throws {
        try await connection.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
        }
    }

    /// What `PRAGMA synchronous` says on the writing connection; 2 is FULL.
    package func synchronous() async throws -> Int {
        try await connection.writeWithoutTransaction { db in
            try Int.fetchOne(db, sql: "PRAGMA synchronous") ?? -1
        }
    }
}
