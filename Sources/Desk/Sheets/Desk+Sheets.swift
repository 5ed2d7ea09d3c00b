package import Courses
import Store

extension Desk {
    package func sheet(of session: Session.ID, as actor: Actor) async throws -> AttendanceSheet {
        let today = today
        return try await store.read { reading in
            let overview = try reading.session(session)
            try Policy.require(actor, .readRegister, on: overview.resource, date: today)
            let groups = try overview.session.groups.map { try reading.group($0.group) }
            return try AttendanceSheet(reading, groups, [overview])
        }
    }

    /// All sessions of a group.
    package func sheet(of group: Group.ID, as actor: Actor) async throws -> AttendanceSheet {
        let today = today
        return try await store.read { reading in
            let found = try reading.group(group)
            try Policy.require(
                actor, .readRegister, on: .group(group, round: found.round), date: today)
            let sessions = try reading.sessions(SessionFilter(group: group))
            return try AttendanceSheet(
                reading, [found], sessions.filter { !$0.session.state.isCalledOff })
        }
    }

    /// The groups whose registers somebody may read, by round and name.
    package func groupsToTake(as actor: Actor) async throws -> [Group] {
        let today = today
        return try await store.read { reading in
            try reading.groups().filter {
                Policy.allows(
                    actor, .readRegister, on: .group($0.id, round: $0.round), date: today)
            }
        }
    }
}

extension AttendanceSheet {
    fileprivate init(
        _ reading: Reading, _ groups: [Group], _ sessions: [SessionOverview]
    ) throws {
        let rosters = try sessions.map { overview in
            try groups.reduce(into: Set<Person.ID>()) { people, group in
                people.formUnion(try reading.members(of: group.id, on: overview.session.date))
            }
        }
        let people = rosters.reduce(into: Set<Person.ID>()) { $0.formUnion($1) }.sorted()
        let marks = try sessions.map { overview in
            try reading.book(of: overview.session.id)?.entries.compactMapValues(\.standing.value)
                ?? [:]
        }
        let names = try reading.names(of: people)
        let round = try reading.round((groups.first?.round).map(\.description) ?? "")
        self.init(
            round: round, programme: try reading.programme(round.programme.description).name,
            groups: groups, sessions: sessions,
            people: people.compactMap { person in
                names[person].map { name in
                    Row(
                        person: person, name: name,
                        places: sessions.indices.map {
                            Place(
                                isExpected: rosters[$0].contains(person),
                                mark: marks[$0][person])
                        })
                }
            })
    }
}
