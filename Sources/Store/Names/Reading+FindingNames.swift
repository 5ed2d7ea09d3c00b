package import Courses
internal import GRDB

/// A word that occurs in names.
package struct FoundWord: Sendable {
    package let id: WordKey
    package let word: String
}

/// A word in the database, as long as one transaction lasts.
package struct WordKey: Hashable, Sendable, Comparable {
    let value: Int64

    package static func < (one: WordKey, other: WordKey) -> Bool { one.value < other.value }
}

/// By when they were added, so that equal ones come in the same order each time.
extension PersonKey: Comparable {
    package static func < (one: PersonKey, other: PersonKey) -> Bool { one.value < other.value }
}

/// What a search needs to know of somebody who is not protected.
package struct NamedPerson: Sendable {
    package let id: Person.ID
    package let name: DisplayName
    /// Each writing of each of their names.
    package let texts: [String]
    package let birthYear: Int?
    package let externalID: String?
    package let gender: Gender
    package let key: PersonKey
}

extension Reading {
    /// Words that share a key with what is sought.
    package func words(underKeys keys: [String]) throws -> [FoundWord] {
        let statement = try BoundStatement(
            db,
            """
            SELECT name_word.id, word FROM name_key JOIN name_word ON name_word.id = word_id
            WHERE key = ? LIMIT 2000
            """)
        var found: [Int64: String] = [:]
        for key in keys {
            statement.bind(1, key)
            while try statement.next() { found[statement.number(0)] = statement.text(1) }
        }
        return found.map { FoundWord(id: WordKey(value: $0.key), word: $0.value) }
    }

    /// Words that begin as typed, shortest range first in their order.
    package func words(beginningWith start: String, limit: Int) throws -> [FoundWord] {
        let statement = try BoundStatement(
            db, "SELECT id, word FROM name_word WHERE word >= ? AND word < ? LIMIT ?")
        statement.bind(1, start)
        statement.bind(2, start + "\u{10FFFF}")
        statement.bind(3, limit)
        var found: [FoundWord] = []
        while try statement.next() {
            found.append(
                FoundWord(id: WordKey(value: statement.number(0)), word: statement.text(1)))
        }
        return found
    }

    /// Whose words these are, each with what a word is worth; those first who have the most.
    ///
    /// - Parameter sought: for each word that is sought, the words found for it, best first.
    /// - Parameter most: how many uses of one word sought are looked at.
    package func people(
        having sought: [[(word: WordKey, worth: Int)]], most: Int, limit: Int
    ) throws -> [PersonKey] {
        let uses = try BoundStatement(
            db, "SELECT person_id FROM name_use WHERE word_id = ? LIMIT ?")
        let merged = try mergedKeys()
        var sums: [Int64: Int] = [:]
        for words in sought {
            var (best, left) = ([Int64: Int](), most)
            for (word, worth) in words where left > 0 {
                uses.bind(1, word.value)
                uses.bind(2, left)
                while try uses.next() {
                    let person = merged[uses.number(0)] ?? uses.number(0)
                    if best[person] == nil { best[person] = worth }
                    left -= 1
                }
            }
            for (person, worth) in best { sums[person, default: 0] += worth }
        }
        let first = sums.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(limit)
        return first.map { PersonKey(value: $0.key) }
    }

    /// Those of them who are not protected, in the same order; each with what all who have
    /// become them are called.
    package func named(_ keys: [PersonKey]) throws -> [NamedPerson] {
        let merged = Dictionary(grouping: try mergedKeys(), by: \.value)
        return try keys.compactMap { key in
            try named(key, and: (merged[key.value] ?? []).map(\.key).sorted())
        }
    }

    private func named(_ key: PersonKey, and others: [Int64]) throws -> NamedPerson? {
        let row = try BoundStatement(
            db,
            """
            SELECT public_id, ifnull(birth_year, CAST(substr(birth_date, 1, 4) AS INTEGER)),
                external_id, gender
            FROM person WHERE id = ?1
                AND NOT EXISTS (SELECT 1 FROM protected_name WHERE person_id = ?1)
            """)
        row.bind(1, key.value)
        guard try row.next() else { return nil }
        defer { row.reset() }
        guard let id = Person.ID(row.text(0)) else { return nil }
        let name = try storedName(key.value)
        let names = try ([key.value] + others).flatMap { key in
            try [storedName(key).display, preferredName(key).display]
        }
        let externalIDs = try others.compactMap { other in
            try String.fetchOne(
                db, sql: "SELECT external_id FROM person WHERE id = ?", arguments: [other])
        }
        return NamedPerson(
            id: id, name: name.display,
            texts: names.flatMap { [$0.latin, $0.native] }.compactMap(\.self),
            birthYear: row.optionalNumber(1),
            externalID: row.isNull(2) ? externalIDs.first : row.text(2),
            gender: row.code(3) ?? .unknown,
            key: key)
    }

    /// Nobody protected, whose id would give them away as much as their name.
    package func people(externalIDBeginningWith start: String, limit: Int) throws -> [PersonKey] {
        let rows = try BoundStatement(
            db,
            """
            SELECT coalesce(merged_into, id) FROM person
            WHERE external_id >= ? AND external_id < ?
                AND NOT EXISTS (SELECT 1 FROM protected_name WHERE person_id = person.id)
            ORDER BY external_id LIMIT ?
            """)
        rows.bind(1, start)
        rows.bind(2, start + "\u{10FFFF}")
        rows.bind(3, limit)
        var found: [PersonKey] = []
        while try rows.next() { found.append(PersonKey(value: rows.number(0))) }
        return found
    }

    /// Somebody by the whole of their id.
    package func people(publicID: String) throws -> [PersonKey] {
        guard let id = Person.ID(publicID), let key = try key(id, in: .person) else { return [] }
        return [PersonKey(value: key)]
    }

    /// The groups in which somebody has a place on a day.
    package func groupNames(of person: PersonKey, on date: LocalDate) throws -> [String] {
        try String.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT DISTINCT course_group.name FROM placed
                    JOIN course_group ON course_group.id = placed.group_id
                    WHERE placed.person_id = ?1 AND placed.starts_on <= ?2
                        AND ifnull(placed.ends_before, '9999') > ?2
                        AND ifnull(placed.ends_before, '9999') > placed.starts_on
                    ORDER BY placed.starts_on
                    """), arguments: [person.value, date])
    }

    /// Everybody with an open name, each once.
    package func namedPeople() throws -> [PersonKey] {
        let people = try Int64.fetchAll(
            db,
            sql: """
                SELECT DISTINCT coalesce(merged_into, id) FROM person_name
                    JOIN person ON person.id = person_id ORDER BY 1
                """)
        return people.map(PersonKey.init(value:))
    }

    /// How many people are not found by what they are called, or by what they are not; none of
    /// those whom the next search takes in.
    package func nameIndexFaults(by rules: NameRules) throws -> Int {
        let index = try nameIndex()
        guard index.rules == rules.version else { return 0 }
        let pending = Set(try Int64.fetchAll(db, sql: "SELECT person_id FROM name_pending"))
        var wanted: [Int64: Set<String>] = [:]
        var keys: [String: Set<String>] = [:]
        for table in Self.nameTables {
            for (person, text) in try texts(in: table, where: "person_id <= ?", index.through)
            where !pending.contains(person) {
                for entry in rules.entries(text) {
                    wanted[person, default: []].insert(entry.word)
                    keys[entry.word] = Set(entry.keys)
                }
            }
        }
        let uses = try Row.fetchCursor(
            db,
            sql: """
                SELECT person_id, word FROM name_use JOIN name_word ON name_word.id = word_id
                """)
        var found: [Int64: Set<String>] = [:]
        while let use = try uses.next() {
            let person: Int64 = use[0]
            if !pending.contains(person) { found[person, default: []].insert(use[1]) }
        }
        let people = Set(wanted.keys).union(found.keys)
        return try people.count { wanted[$0] != found[$0] } + keyFaults(keys)
    }

    /// Words that lie under other keys than they should.
    private func keyFaults(_ wanted: [String: Set<String>]) throws -> Int {
        var found: [String: Set<String>] = [:]
        let rows = try Row.fetchCursor(
            db, sql: "SELECT word, key FROM name_word LEFT JOIN name_key ON word_id = name_word.id")
        while let row = try rows.next() {
            let key: String? = row[1]
            found[row[0], default: []].formUnion(key.map { [$0] } ?? [])
        }
        return wanted.count { found[$0.key] != $0.value }
    }
}
