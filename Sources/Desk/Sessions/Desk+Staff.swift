package import Courses
internal import Store

extension Desk {
    /// Says who was there in a role; a substitute is who was there and had not been planned.
    package func recordStaff(
        _ person: Person.ID, role: String, at session: Session.ID, wasThere: Bool = true,
        as actor: Actor
    ) async throws {
        try await write { writing in
            let overview = try writing.reading.session(session)
            try Policy.require(
                actor, .recordAttendance, on: overview.resource, date: writing.today)
            try writing.recordStaff(person, role: role, at: session, wasThere: wasThere)
            try writing.audit("recordStaff", "session", session.description, by: actor)
        }
    }
}

extension Desk {
    /// How long a substitute may record and correct after the session's day, unless told.
    package static let substituteDays = 7

    /// Names a substitute: they have the right to this session alone, from its day until so many
    /// days later, and stand among its staff as not planned.
    ///
    /// - Throws: `AccountError.unknownUser` for somebody who can't sign in.
    @discardableResult
    package func substitute(
        _ person: Person.ID, at session: Session.ID, role: String = "leader",
        days: Int = Desk.substituteDays, as actor: Actor
    ) async throws -> Grant {
        guard (0...60).contains(days) else { throw SessionError.substituteDays(days) }
        return try await write { writing in
            let overview = try writing.reading.session(session)
            try Policy.require(actor, .organise, on: overview.resource, date: writing.today)
            try Policy.require(actor, .manageUsers, on: .organisation, date: writing.today)
            guard !overview.session.state.isCalledOff else { throw SessionError.alreadyCalledOff }
            let accounts = try writing.reading.accounts()
            guard let account = accounts.first(where: { $0.person == person && !$0.isClosed })
            else { throw AccountError.unknownUser(person.description) }
            let date = overview.session.date
            let grant = Grant(
                role: .leader, scope: .session(session), from: date, until: date.adding(days: days))
            if !account.grants.contains(grant) { try writing.add(grant, to: person, by: actor) }
            try writing.addSubstitute(person, role: role, at: session)
            try writing.audit("substitute", "session", session.description, by: actor)
            return grant
        }
    }
}
