internal import GRDB

extension Store {
    /// Empties the write-ahead log into the file, so that what was destroyed is gone from it too.
    ///
    /// - Throws: SQLite's "busy" when readers held on to the log for too long; it is as it was
    ///   then, and emptying it has to be tried again.
    package func truncateLog() async throws {
        try await commits.aside { db in
            _ = try db.checkpoint(.truncate)
        }
    }

    /// What `PRAGMA synchronous` says on the writing connection; 2 is FULL.
    package func synchronous() async throws -> Int {
        try await connection.writeWithoutTransaction { db in
            try Int.fetchOne(db, sql: "PRAGMA synchronous") ?? -1
        }
    }
}
