package import Courses
internal import GRDB

/// Facts, and whom and what their positions stand for: for lists of people, where figures need
/// numbers alone.
package struct NamedFacts: Sendable {
    package let facts: Facts
    /// Beside `facts.people`.
    package let people: [Person.ID]
    /// Beside `facts.sessions`.
    package let sessions: [Session.ID]
}

extension Reading {
    package func namedFacts(of scope: FactsScope, at now: Instant) throws -> NamedFacts {
        let loading = try loading(of: scope, at: now)
        return NamedFacts(
            facts: loading.facts,
            people: try ids("person", loading.personIndex, loading.facts.people.count),
            sessions: try ids("session", loading.sessionIndex, loading.facts.sessions.count))
    }

    private func ids<Entity>(
        _ table: String, _ index: KeyIndex, _ count: Int
    ) throws -> [Identifier<Entity>] {
        var ids = [Identifier<Entity>](repeating: Identifier(bits: 0), count: count)
        let rows = try Row.fetchCursor(db, sql: "SELECT id, public_id FROM \(table)")
        while let row = try rows.next() {
            if let position = index[row[0]] { ids[Int(position)] = row[1] }
        }
        return ids
    }
}
