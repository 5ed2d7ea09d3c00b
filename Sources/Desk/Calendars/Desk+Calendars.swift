package import Courses
import Store

extension Desk {
    /// How far back a calendar reaches, in days.
    private static let calendarReach = 120

    /// What lies at a secret address; nil when nothing does, or no longer.
    ///
    /// One's own are the sessions that one leads on their day, and those whose staff one is of.
    package func calendar(at secret: String) async throws -> CalendarFeed? {
        let first = today.adding(days: -Self.calendarReach)
        return try await store.read { reading in
            guard let owner = try reading.calendarOwner(Self.digest(secret)) else { return nil }
            let staffed = try reading.sessions(staffedBy: owner.person, from: first)
            let own = try reading.sessions(SessionFilter(from: first)).filter {
                staffed.contains($0.session.id)
                    || owner.actor.leads($0.resource, on: $0.session.date)
            }
            let entries = try own.map { overview in
                let (count, at) = try reading.revision(of: overview.session.id)
                return CalendarEntry(
                    session: overview.session,
                    groups: try overview.session.groups.map { try reading.group($0.group) },
                    revision: count, changedAt: at)
            }
            return CalendarFeed(language: owner.language, entries: entries)
        }
    }

    /// Makes a new address, and ends the one before.
    ///
    /// - Returns: the secret in it, which is stored nowhere.
    package func makeCalendar(as actor: Actor) async throws -> String {
        let secret = Self.secret()
        let digest = Self.digest(secret)
        try await write { writing in
            let person = try Self.requirePerson(actor)
            try writing.makeCalendar(of: person, secret: digest)
            try writing.audit("makeCalendar", "person", person.description, by: actor)
        }
        return secret
    }

    /// Does nothing when there is no address.
    package func endCalendar(as actor: Actor) async throws {
        try await write { writing in
            let person = try Self.requirePerson(actor)
            guard try writing.endCalendar(of: person) else { return }
            try writing.audit("endCalendar", "person", person.description, by: actor)
        }
    }

    /// When the address that is in force was made; nil when there is none.
    package func calendarMade(as actor: Actor) async throws -> Instant? {
        guard let person = actor.person else { return nil }
        return try await store.read { try $0.calendarMade(of: person) }
    }

    /// The command's operator has no calendar.
    private static func requirePerson(_ actor: Actor) throws(NotAllowed) -> Person.ID {
        guard let person = actor.person else { throw NotAllowed(right: .readPlan) }
        return person
    }
}
