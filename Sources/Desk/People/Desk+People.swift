package import Courses
internal import Store

extension Desk {
    /// Everybody, or everybody enrolled in a round; protected people by their alias.
    package func people(in round: String? = nil, as actor: Actor) async throws -> [Person] {
        let today = today
        return try await store.read { reading in
            guard let round else {
                try Policy.require(actor, .readPeople, on: .organisation, date: today)
                return try reading.people()
            }
            let id = try reading.round(round).id
            try Policy.require(actor, .readPeople, on: .round(id), date: today)
            return try reading.people(enrolledIn: id)
        }
    }

    /// Whom leaders have added on the spot, for an administrator to match.
    package func unmatchedPeople(as actor: Actor) async throws -> [Person] {
        let today = today
        return try await store.read { reading in
            try Policy.require(actor, .readPeople, on: .organisation, date: today)
            return try reading.unmatchedPeople()
        }
    }

    package func person(_ id: Person.ID, as actor: Actor) async throws -> Person {
        let today = today
        return try await store.read { reading in
            try Policy.require(actor, .readPeople, on: .organisation, date: today)
            return try reading.person(id)
        }
    }

    /// What lists don't show of somebody: what they are called, what they wish, what was noted.
    package func details(of id: Person.ID, as actor: Actor) async throws -> PersonDetails {
        let today = today
        return try await store.read { reading in
            try Policy.require(actor, .readPeople, on: .organisation, date: today)
            return try reading.details(of: id)
        }
    }

    /// Adds one person, and an application to a round where one is named.
    @discardableResult
    package func addPerson(
        _ new: NewPerson, round: String? = nil, appliedOn: LocalDate? = nil, childcare: Int = 0,
        as actor: Actor
    ) async throws -> Person.ID {
        guard !new.name.isEmpty else { throw OrganisingError.nameMissing }
        return try await write { writing in
            try Policy.require(actor, .organise, on: .organisation, date: writing.today)
            try Self.checkUnknown(new, in: writing.reading)
            let id = try writing.add(new)
            try writing.audit("addPerson", "person", id.description, by: actor)
            if let round {
                let round = try writing.reading.round(round)
                let date = appliedOn ?? writing.today
                let operation = try writing.begin(
                    .importPeople, in: round.id, on: date, by: actor)
                try writing.enrol(
                    id, in: round.id, on: date, childcare: childcare, operation: operation)
            }
            return id
        }
    }

    private static func checkUnknown(_ new: NewPerson, in reading: Reading) throws {
        if let external = new.externalID, try reading.person(externalID: external) != nil {
            throw OrganisingError.externalIDTaken(external)
        }
        if let key = new.identifier?.key, try reading.person(identifier: key) != nil {
            throw OrganisingError.identityNumberTaken
        }
    }

    /// Puts somebody under protection from today; see `ProtectionLevel`.
    package func protect(
        _ person: Person.ID, level: ProtectionLevel, as actor: Actor
    ) async throws {
        try await write { writing in
            try Policy.require(actor, .organise, on: .organisation, date: writing.today)
            try writing.protect(person, level: level, by: actor)
        }
        try await store.truncateLog()
    }

    /// A protected person's name, for a named reader only; the read is recorded.
    package func revealName(of person: Person.ID, to actor: Actor) async throws -> PersonName {
        try await write { writing in
            try Policy.require(actor, .readProtected, on: .organisation, date: writing.today)
            return try writing.revealName(person, to: actor)
        }
    }

    /// The same as `details`, with what is sealed of a protected person, for a named reader only;
    /// the read is recorded.
    package func revealDetails(
        of person: Person.ID, to actor: Actor
    ) async throws -> PersonDetails {
        try await write { writing in
            try Policy.require(actor, .readProtected, on: .organisation, date: writing.today)
            return try writing.revealDetails(of: person, to: actor)
        }
    }

    package func enrolments(
        in round: String, as actor: Actor
    ) async throws -> [EnrolmentOverview] {
        let today = today
        return try await store.read { reading in
            let id = try reading.round(round).id
            try Policy.require(actor, .readPeople, on: .round(id), date: today)
            return try reading.enrolments(in: id)
        }
    }
}
