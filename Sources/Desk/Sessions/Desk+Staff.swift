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
