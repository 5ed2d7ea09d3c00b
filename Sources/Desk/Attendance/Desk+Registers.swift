package import Courses
import Store

extension Desk {
    /// The registers of the sessions on these days that the actor takes attendance at, by date
    /// and time, in one reading.
    ///
    /// - Parameter limit: of more sessions the first.
    package func registers(
        from: LocalDate, through: LocalDate, limit: Int, as actor: Actor
    ) async throws -> [Register] {
        let now = clock.now()
        let today = WallClock.date(now)
        return try await store.read { reading in
            let mine = try reading.sessions(SessionFilter(from: from, through: through)).filter {
                Policy.allows(actor, .recordAttendance, on: $0.resource, date: today)
                    && Policy.allows(actor, .readRegister, on: $0.resource, date: today)
            }
            let books = try mine.prefix(limit).compactMap { try reading.book(of: $0.session.id) }
            return try Register.registers(of: books, reading, at: now)
        }
    }
}
