package import Courses
internal import Store

extension Desk {
    /// What lists show of these sessions' days, of those that the actor may see.
    package func days(
        of sessions: [SessionOverview], as actor: Actor
    ) async throws -> [Session.ID: SessionDay] {
        let today = today
        return try await store.read { reading in
            var days: [Session.ID: SessionDay] = [:]
            for overview in sessions
            where Policy.allows(actor, .readRegister, on: overview.resource, date: today) {
                days[overview.session.id] = try reading.day(of: overview.session)
            }
            return days
        }
    }

    /// Who may make up at a session: the people of the round's other groups. Nobody but those who
    /// record attendance there sees them.
    package func makeUpCandidates(
        for session: Session.ID, as actor: Actor
    ) async throws -> [MakeUpCandidate] {
        let today = today
        return try await store.read { reading in
            let overview = try reading.session(session)
            try Policy.require(actor, .recordAttendance, on: overview.resource, date: today)
            return try reading.makeUpCandidates(for: session)
        }
    }

    /// What one of them has missed, latest first.
    package func missedSessions(
        of person: Person.ID, for session: Session.ID, as actor: Actor
    ) async throws -> [MissedSession] {
        let today = today
        return try await store.read { reading in
            let overview = try reading.session(session)
            try Policy.require(actor, .recordAttendance, on: overview.resource, date: today)
            return try reading.missedSessions(of: person, before: session)
        }
    }
}
