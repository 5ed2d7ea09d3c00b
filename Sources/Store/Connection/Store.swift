package import Courses
internal import GRDB

/// One organisation's database: the schema, its invariants, and nothing of what people see.
///
/// Reads run beside one another; writes that arrive together share one commit, each in a
/// savepoint of its own, and none is answered before the commit is on disk.
package struct Store: Sendable {
    let connection: any DatabaseWriter
    let commits: CommitQueue
    package let sealer: Sealer
    let entropy: Entropy

    /// Opens a file in WAL mode and brings its schema up to date.
    ///
    /// - Throws: `StoreError.newerSchema` for a file of a later version.
    package init(path: String, sealer: Sealer, entropy: Entropy = .system) throws {
        let pool = try DatabasePool(path: path, configuration: Self.configuration)
        // GRDB sets NORMAL after preparing a WAL connection: an answered save could then vanish
        // with the power.
        try pool.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA synchronous = FULL")
            // 32 MiB of log between checkpoints: the pages that each save touches are then written
            // to the file once instead of many times. 8 MiB of pages kept, so that the random
            // places where ids go are at hand.
            try db.execute(sql: "PRAGMA wal_autocheckpoint = 8192; PRAGMA cache_size = -8192")
        }
        try self.init(connection: pool, sealer: sealer, entropy: entropy)
    }

    /// A database in memory, gone with the value.
    package init(inMemory sealer: Sealer, entropy: Entropy) throws {
        let queue = try DatabaseQueue(configuration: Self.configuration)
        try Self.empty.get().backup(to: queue)
        try self.init(connection: queue, sealer: sealer, entropy: entropy)
    }

    /// The schema, made once in a process: SQLite reads it all anew after each of its changes.
    private static let empty = Result {
        let queue = try DatabaseQueue(configuration: configuration)
        try Migrations.apply(to: queue)
        return queue
    }

    private init(
        connection: any DatabaseWriter, sealer: Sealer, entropy: Entropy
    ) throws {
        try Migrations.apply(to: connection)
        self.connection = connection
        self.sealer = sealer
        self.entropy = entropy
        commits = CommitQueue(connection: connection) { db in
            try Reading(db: db, sealer: sealer).keepUp()
        }
        try keepUp()
    }

    /// After a migration, or what somebody did to the file by hand.
    private func keepUp() throws {
        let isBehind = try connection.read { db in
            try !Reading(db: db, sealer: sealer).stale().isEmpty
        }
        guard isBehind else { return }
        try connection.write { try Reading(db: $0, sealer: sealer).keepUp() }
    }

    /// Seconds for which another process that writes is waited for.
    static let busyTimeout: Int32 = 10

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(Double(busyTimeout))
        configuration.maximumReaderCount = 4
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA secure_delete = ON")
            try db.execute(sql: "PRAGMA trusted_schema = OFF")
        }
        return configuration
    }

    package func read<Value: Sendable>(
        _ body: @escaping @Sendable (Reading) throws -> Value
    ) async throws -> Value {
        let sealer = sealer
        guard connection is DatabasePool else {
            return try await connection.unsafeRead { try Self.alone(body, $0, sealer) }
        }
        return try await connection.read { try body(Reading(db: $0, sealer: sealer)) }
    }

    /// Reads where all share the one connection, with nobody beside it.
    ///
    /// GRDB would forbid writing to it for as long, by a setting whose every change has SQLite
    /// understand all statements anew.
    private static func alone<Value>(
        _ body: (Reading) throws -> Value, _ db: Database, _ sealer: Sealer
    ) throws -> Value {
        let changes = db.totalChangesCount
        defer { precondition(db.totalChangesCount == changes, "a reading wrote") }
        return try body(Reading(db: db, sealer: sealer))
    }

    /// Runs in one transaction, alone among the writes; what it throws undoes all it did.
    ///
    /// - Parameters:
    ///   - now: the transaction's one moment.
    ///   - isBrief: it may run on the caller's thread when nobody else writes.
    package func write<Value: Sendable>(
        at now: Instant, isBrief: Bool = false,
        _ body: @escaping @Sendable (Writing) throws -> Value
    ) async throws -> Value {
        let (sealer, entropy) = (sealer, entropy)
        return try await commits.submit(isBrief: isBrief) { db in
            let reading = Reading(db: db, sealer: sealer)
            return try body(Writing(reading: reading, now: now, entropy: entropy))
        }
    }
}

package enum StoreError: Error, Sendable, Equatable {
    case newerSchema(found: Int, known: Int)
    case wrongKey
    case notThisProgram
    /// A row that a constraint should have kept out.
    case damaged(table: String)
}
