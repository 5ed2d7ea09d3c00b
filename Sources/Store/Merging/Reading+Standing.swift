package import Courses
internal import GRDB

// Who somebody is now, after all merges that stand.

extension Reading {
    /// The person who was kept, where this one was merged into another; else the same.
    package func standing(_ id: Person.ID) throws -> Person.ID {
        try db.cachedStatement(
            sql: """
                SELECT kept.public_id FROM person JOIN person AS kept ON kept.id = person.merged_into
                WHERE person.public_id = ?
                """
        ).fetchID([id]) ?? id
    }

    /// The same of several, each once whatever they were called by.
    package func standing(_ people: [Person.ID]) throws -> [Person.ID] {
        var seen: Set<Person.ID> = []
        return try people.map { try standing($0) }.filter { seen.insert($0).inserted }
    }

    /// The row under this very id, whoever it has become.
    func namedKey(_ id: Person.ID) throws -> Int64? {
        try db.cachedStatement(sql: "SELECT id FROM person WHERE public_id = ?").fetchKey([id])
    }

    /// Everybody who has become this person, and the person first; by keys that stand.
    func selves(of key: Int64) throws -> [(key: Int64, id: Person.ID)] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT id, public_id FROM person WHERE id = ?1 OR merged_into = ?1
                ORDER BY id <> ?1, id
                """)
        return try Row.fetchAll(statement, arguments: [key]).map { ($0["id"], $0["public_id"]) }
    }

    /// By the key of whoever was merged away, whom they became.
    func mergedKeys() throws -> [Int64: Int64] {
        let statement = try db.cachedStatement(
            sql: "SELECT id, merged_into FROM person WHERE merged_into IS NOT NULL")
        let rows = try Row.fetchAll(statement)
        return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) })
    }

    /// Pairs of people who were said not to be the same, by whom they are now.
    package func distinctPairs() throws -> Set<PersonPair> {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT coalesce(one.merged_into, one.id), coalesce(other.merged_into, other.id)
                FROM person_distinction JOIN person AS one ON one.id = first_id
                    JOIN person AS other ON other.id = second_id
                WHERE ended_at IS NULL
                """)
        return Set(rows.map { PersonPair(PersonKey(value: $0[0]), PersonKey(value: $0[1])) })
    }
}

/// Two people in either order.
package struct PersonPair: Hashable, Sendable {
    private let first: PersonKey
    private let second: PersonKey

    package init(_ one: PersonKey, _ other: PersonKey) {
        (first, second) = one < other ? (one, other) : (other, one)
    }
}
