internal import GRDB
import GRDBSQLite
import Glibc
import Synchronization

/// Collects writes that arrive together into one transaction.
///
/// At `synchronous = FULL` a commit waits for the disk; shared, the wait is paid once, so that
/// throughput grows with load while every answer still means "on disk". A write may run twice,
/// the first time for nothing, so it changes nothing but the database.
final class CommitQueue: Sendable {
    private let connection: any DatabaseWriter
    private let finish: @Sendable (Database) throws -> Void
    private let waiting = Mutex(Waiting())

    private struct Waiting {
        var writes: [any PendingWrite] = []
        var isDraining = false
        /// How many are about to submit a brief write.
        var coming = 0
        /// How many use the connection without a transaction of ours.
        var aside = 0
    }

    /// - Parameter finish: what each commit does once at its end, for all that it holds.
    init(
        connection: any DatabaseWriter, finish: @escaping @Sendable (Database) throws -> Void
    ) {
        self.connection = connection
        self.finish = finish
    }

    /// - Parameter isBrief: it takes no longer than its commit, so that the caller's own thread may
    ///   run it when nobody else writes: waking another thread costs as much as the write.
    func submit<Value: Sendable>(
        isBrief: Bool = false, _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws -> Value {
        let isAlone = isBrief ? await isAloneAfterTurn() : false
        return try await withCheckedThrowingContinuation { continuation in
            let write = Write(body: body, continuation: continuation)
            let starts = waiting.withLock { waiting in
                waiting.writes.append(write)
                defer { waiting.isDraining = true }
                return !waiting.isDraining
            }
            guard starts else { return }
            if isAlone { drainHere() } else { drain() }
        }
    }

    /// Runs on the writing connection, outside any transaction and with no write beside it.
    func aside<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws -> Value {
        waiting.withLock { $0.aside += 1 }
        defer { waiting.withLock { $0.aside -= 1 } }
        return try await connection.writeWithoutTransaction(body)
    }

    /// Whether nobody else writes, once all who are ready to have had their turn.
    private func isAloneAfterTurn() async -> Bool {
        waiting.withLock { $0.coming += 1 }
        await Task.yield()
        return waiting.withLock { waiting in
            waiting.coming -= 1
            return waiting.coming == 0 && !waiting.isDraining && waiting.aside == 0
        }
    }

    /// On this thread, unless another process is writing: the writer's own queue waits for that.
    private func drainHere() {
        connection.writeWithoutTransaction { db in
            guard let writes = self.take() else { return }
            let isDone = db.withoutBusyTimeout {
                self.commit(writes, in: db, whenBusy: .giveBack)
            }
            if !isDone { self.waiting.withLock { $0.writes = writes + $0.writes } }
        }
        let isEmpty = waiting.withLock { waiting in
            if waiting.writes.isEmpty { waiting.isDraining = false }
            return waiting.writes.isEmpty
        }
        if !isEmpty { drain() }
    }

    /// Runs on the writer's own queue; each round takes all that has come since the last.
    private func drain() {
        connection.asyncWriteWithoutTransaction { db in
            var last = 0
            while let writes = self.take(after: last) {
                last = writes.count
                self.commit(writes, in: db)
            }
        }
    }

    /// Microseconds that a round waits at most for as many writes as the last one had.
    ///
    /// Whoever was answered together comes back together, a moment later: waiting for them pays
    /// for one commit instead of several. A write that was alone last time never waits.
    private static let patience = 800

    private func take(after last: Int) -> [any PendingWrite]? {
        var waited = 0
        while last > 1, waited < Self.patience, count < last {
            usleep(100)
            waited += 100
        }
        return take()
    }

    private var count: Int { waiting.withLock { $0.writes.count } }

    private func take() -> [any PendingWrite]? {
        waiting.withLock { waiting in
            guard !waiting.writes.isEmpty else {
                waiting.isDraining = false
                return nil
            }
            defer { waiting.writes = [] }
            return waiting.writes
        }
    }

    /// Without savepoints first, which nearly always suffices: SQLite copies every page that a
    /// savepoint might have to give back, beyond a few of them into a file.
    ///
    /// - Returns: false for writes that are given back because another process is writing.
    @discardableResult
    private func commit(
        _ writes: [any PendingWrite], in db: Database, whenBusy: WhenBusy = .fail
    ) -> Bool {
        do {
            try db.transaction {
                for write in writes { try write.run(in: db) }
                try finish(db)
            }
            for write in writes { write.answer() }
        } catch DatabaseError.SQLITE_BUSY where whenBusy == .giveBack {
            return false
        } catch  where writes.count == 1 {
            for write in writes { write.fail(error) }
        } catch {
            commitApart(writes, in: db)
        }
        return true
    }

    private enum WhenBusy { case fail, giveBack }

    /// One of them failed and took all back; now each in a savepoint of its own.
    private func commitApart(_ writes: [any PendingWrite], in db: Database) {
        do {
            try db.transaction {
                for write in writes { try write.runApart(in: db) }
                try finish(db)
            }
            for write in writes { write.answer() }
        } catch {
            for write in writes { write.fail(error) }
        }
    }
}

extension Database {
    /// As GRDB's own, but for its two statements, which SQLite understands once and not each time.
    fileprivate func transaction(_ body: () throws -> Void) throws {
        try BoundStatement(self, "BEGIN IMMEDIATE").run()
        do {
            try body()
            // What took everything back by itself, a full disk say, has nothing left to commit.
            guard isInsideTransaction else { throw DatabaseError(resultCode: .SQLITE_ABORT) }
            try BoundStatement(self, "COMMIT").run()
        } catch {
            try? rollback()
            throw error
        }
    }

    /// Another process that is writing is not waited for.
    fileprivate func withoutBusyTimeout<Value>(_ body: () -> Value) -> Value {
        sqlite3_busy_timeout(sqliteConnection, 0)
        defer { sqlite3_busy_timeout(sqliteConnection, Store.busyTimeout * 1000) }
        return body()
    }
}

private protocol PendingWrite: Sendable {
    func run(in db: Database) throws
    /// In a savepoint; throws only what ends the whole transaction.
    func runApart(in db: Database) throws
    func answer()
    func fail(_ error: any Error)
}

private final class Write<Value: Sendable>: PendingWrite {
    private let body: @Sendable (Database) throws -> Value
    private let continuation: CheckedContinuation<Value, any Error>
    private let result = Mutex<Result<Value, any Error>?>(nil)

    init(
        body: @escaping @Sendable (Database) throws -> Value,
        continuation: CheckedContinuation<Value, any Error>
    ) {
        self.body = body
        self.continuation = continuation
    }

    func run(in db: Database) throws {
        let value = try body(db)
        result.withLock { $0 = .success(value) }
    }

    func runApart(in db: Database) throws {
        result.withLock { $0 = nil }
        do {
            var value: Value?
            try db.inSavepoint {
                value = try body(db)
                return .commit
            }
            if let value { result.withLock { $0 = .success(value) } }
        } catch {
            // A full disk or an I/O error rolls the whole transaction back by itself.
            guard db.isInsideTransaction else { throw error }
            result.withLock { $0 = .failure(error) }
        }
    }

    func answer() {
        continuation.resume(with: result.withLock { $0 } ?? .failure(CancellationError()))
    }

    /// A write that had failed by itself keeps its own reason.
    func fail(_ error: any Error) {
        if case .failure(let own) = result.withLock({ $0 }) {
            continuation.resume(throwing: own)
        } else {
            continuation.resume(throwing: error)
        }
    }
}
