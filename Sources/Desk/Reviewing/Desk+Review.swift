package import Courses
import Store

extension Desk {
    /// Everything that waits and that the actor may settle, in the order in which it arrived.
    ///
    /// - Parameter rounds: none means all, and with them what is about no known session.
    package func waitingStatements(
        in rounds: [Round.ID] = [], as actor: Actor
    ) async throws -> [WaitingStatement] {
        let now = clock.now()
        try Policy.requireAnywhere(actor, .organise, date: WallClock.date(now))
        return try await store.read { reading in
            var review = Review(reading, actor, at: now)
            return try review.statements(in: Set(rounds))
        }
    }

    /// Settles statements that wait, each by itself, in the order in which they arrived.
    ///
    /// - Parameters:
    ///   - shown: by statement, the version of its thing that the actor has seen; nothing is
    ///     done over a later one. Where it is missing, the present one holds.
    ///   - session: where statements about an unknown session belong.
    package func settle(
        _ statements: [ActID], _ settlement: Settlement, shown: [ActID: Int] = [:],
        at session: Session.ID? = nil, reason: String? = nil, as actor: Actor
    ) async throws -> [SettledStatement] {
        try await write { writing in
            try Policy.requireAnywhere(actor, .organise, date: writing.today)
            var settling = try Settling(
                writing, actor, settlement, elsewhere: session, reason: reason)
            return try settling.run(statements.onceEach, shown: shown)
        }
    }
}
