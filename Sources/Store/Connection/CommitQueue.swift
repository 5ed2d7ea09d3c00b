internal import GRDB
import Glibc
import Synchronization

/// Collects writes that arrive together into one transaction.
///
/// At `synchronous = FULL` a commit waits for the disk; shared, the wait is paid once, so that
/// throughput grows with load while every answer still means "on disk". A write may run twice,
/// the first time for nothing, so it changes nothing but the database.
final class CommitQueue: Sendable {
    private let connection: any DatabaseWriter
    private let waiting = Mutex(Waiting())

    private struct Waiting {
        var writes: [any PendingWrite] = []
        var isDraining = false
    }

    init(connection: any DatabaseWriter) {
        self.connection = connection
    }

    func submit<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            let write = Write(body: body, continuation: continuation)
            let starts = waiting.withLock { waiting in
                waiting.writes.append(write)
                defer { waiting.isDraining = true }
                return !waiting.isDraining
            }
            if starts { drain() }
        }
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
    private func commit(_ writes: [any PendingWrite], in db: Database) {
        do {
            try db.inTransaction(.immediate) {
                for write in writes { try write.run(in: db) }
                return .commit
            }
            for write in writes { write.answer() }
        } catch  where writes.count == 1 {
            for write in writes { write.fail(error) }
        } catch {
            commitApart(writes, in: db)
        }
    }

    /// One of them failed and took all back; now each in a savepoint of its own.
    private func commitApart(_ writes: [any PendingWrite], in db: Database) {
        do {
            try db.inTransaction(.immediate) {
                for write in writes { try write.runApart(in: db) }
                return .commit
            }
            for write in writes { write.answer() }
        } catch {
            for write in writes { write.fail(error) }
        }
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
