package import Courses
internal import Store

/// What staff do: every act takes who acts, asks the policy, calls the domain and saves in one
/// transaction with one moment.
package struct Desk: Sendable {
    let store: Store
    package let clock: Clock

    init(store: Store, clock: Clock) {
        self.store = store
        self.clock = clock
    }

    /// The same desk by another clock.
    package func at(_ clock: Clock) -> Desk {
        Desk(store: store, clock: clock)
    }

    package var today: LocalDate { WallClock.date(clock.now()) }

    /// Reads what is nobody's data.
    func readPlan<Value: Sendable>(
        as actor: Actor, _ body: @escaping @Sendable (Reading) throws -> Value
    ) async throws -> Value {
        try Policy.requireAnywhere(actor, .readPlan, date: today)
        return try await store.read(body)
    }

    /// - Parameter isBrief: it may run on the caller's thread when nobody else writes.
    func write<Value: Sendable>(
        isBrief: Bool = false, _ body: @escaping @Sendable (Writing) throws -> Value
    ) async throws -> Value {
        try await store.write(at: clock.now(), isBrief: isBrief, body)
    }

    /// Does what `body` does, or only says what it would do and leaves nothing behind.
    func write<Value: Sendable>(
        dryRun: Bool, _ body: @escaping @Sendable (Writing) throws -> Value
    ) async throws -> Value {
        do {
            return try await write { writing in
                let value = try body(writing)
                if dryRun { throw Rehearsal(value: value) }
                return value
            }
        } catch let rehearsal as Rehearsal<Value> {
            return rehearsal.value
        }
    }
}

/// Carries a dry run's result out of the transaction that it rolls back.
private struct Rehearsal<Value: Sendable>: Error {
    let value: Value
}
