package import Courses
import Store

extension Desk {
    /// Those on a session's roster who still belong to the group; reading it is recorded.
    package func callList(of session: Session.ID, as actor: Actor) async throws -> CallList {
        try await write { writing in
            let overview = try writing.reading.session(session)
            let calls = try Calls(writing, actor, overview.resource)
            let groups = try overview.session.groups.map { try writing.reading.group($0.group) }
            let date = overview.session.date
            let list = try calls.list(of: groups, on: date, session: overview)
            try calls.record(list, "session", session.description)
            return list
        }
    }

    /// A group's members today; reading it is recorded.
    package func callList(of group: Group.ID, as actor: Actor) async throws -> CallList {
        try await write { writing in
            let found = try writing.reading.group(group)
            let calls = try Calls(writing, actor, .group(group, round: found.round))
            let list = try calls.list(of: [found], on: writing.today, session: nil)
            try calls.record(list, "group", group.description)
            return list
        }
    }
}

/// One reading of telephone numbers, by somebody who may.
private struct Calls {
    let writing: Writing
    let actor: Actor
    let readsProtected: Bool

    init(_ writing: Writing, _ actor: Actor, _ resource: Resource) throws(NotAllowed) {
        try Policy.require(actor, .readCallList, on: resource, date: writing.today)
        self.writing = writing
        self.actor = actor
        readsProtected = Policy.allows(
            actor, .readProtected, on: resource, date: writing.today)
    }

    func list(
        of groups: [Group], on date: LocalDate, session: SessionOverview?
    ) throws -> CallList {
        var people: [Person.ID] = []
        for group in groups {
            let members = try writing.reading.members(
                of: group.id, on: date, stillOn: max(date, writing.today))
            people += members.filter { !people.contains($0) }
        }
        let names = try writing.reading.names(of: people)
        let rows = try people.sorted().compactMap { person in
            try names[person].flatMap { try row(person, $0) }
        }
        return CallList(
            groups: groups, session: session, rows: rows, hidden: people.count - rows.count)
    }

    /// Nil for a protected person whom this reader may not know.
    private func row(_ person: Person.ID, _ name: DisplayName) throws -> CallList.Row? {
        guard name.alias == nil || readsProtected else { return nil }
        let shown =
            name.alias == nil ? name : try writing.revealName(person, to: actor).display
        return CallList.Row(
            person: person, name: shown, phones: try writing.reading.phones(of: person))
    }

    func record(_ list: CallList, _ resource: String, _ id: String) throws {
        try writing.audit("readCallList", resource, id, by: actor, rows: list.rows.count)
    }
}
