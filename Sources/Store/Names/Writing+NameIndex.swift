internal import GRDB

/// A word of a name, and the keys under which other spellings of it are found.
package struct NameEntry: Sendable, Equatable {
    package let word: String
    package let keys: [String]

    package init(word: String, keys: [String]) {
        self.word = word
        self.keys = keys
    }
}

/// How names are taken apart into words and keys; `version` changes with any change of it.
package struct NameRules: Sendable {
    package let version: Int
    package let entries: @Sendable (String) -> [NameEntry]

    package init(version: Int, entries: @escaping @Sendable (String) -> [NameEntry]) {
        self.version = version
        self.entries = entries
    }
}

extension Writing {
    /// Brings the index up to all open names, and makes it anew when it followed other rules.
    package func indexNames(by rules: NameRules) throws {
        if try reading.nameIndex().rules != rules.version { try emptyNameIndex(rules) }
        let names = try reading.namesToIndex()
        for person in names.pending {
            try execute("DELETE FROM name_use WHERE person_id = ?", [person])
        }
        var words: [String: Int64] = [:]
        var uses: [(word: Int64, person: Int64)] = []
        for (person, text) in names.texts {
            for entry in rules.entries(text) {
                let word = try words[entry.word] ?? key(of: entry)
                words[entry.word] = word
                uses.append((word, person))
            }
        }
        // In the order of the table, so that each page is written once.
        uses.sort { ($0.word, $0.person) < ($1.word, $1.person) }
        let insert = try BoundStatement(
            db, "INSERT INTO name_use VALUES (?, ?) ON CONFLICT DO NOTHING")
        for use in uses {
            insert.bind(1, use.word)
            insert.bind(2, use.person)
            try insert.run()
        }
        try execute("DELETE FROM name_pending", [])
        try execute(
            "UPDATE name_index SET through = (SELECT ifnull(max(id), 0) FROM person)", [])
    }

    private func emptyNameIndex(_ rules: NameRules) throws {
        try execute("DELETE FROM name_use", [])
        try execute("DELETE FROM name_key", [])
        try execute("DELETE FROM name_word", [])
        try execute("DELETE FROM name_pending", [])
        try execute("UPDATE name_index SET through = 0, rules = ?", [rules.version])
    }

    private func key(of entry: NameEntry) throws -> Int64 {
        let known = try db.cachedStatement(sql: "SELECT id FROM name_word WHERE word = ?")
            .fetchKey([entry.word])
        if let known { return known }
        let id = try insert("INSERT INTO name_word (word) VALUES (?)", [entry.word])
        for key in entry.keys {
            try execute(
                "INSERT INTO name_key VALUES (?, ?) ON CONFLICT DO NOTHING", [key, id])
        }
        return id
    }

    /// Notes that somebody known has a name that the index does not know of.
    func nameChanged(of person: Int64) throws {
        try execute("INSERT INTO name_pending VALUES (?) ON CONFLICT DO NOTHING", [person])
    }
}

/// Names that the index lacks.
struct NamesToIndex {
    var pending: [Int64] = []
    /// By person, one for each writing.
    var texts: [(person: Int64, text: String)] = []
}

extension Reading {
    /// Whether every open name can be found.
    package func namesAreIndexed(by rules: NameRules) throws -> Bool {
        let index = try nameIndex()
        guard index.rules == rules.version else { return false }
        let last = try db.cachedStatement(sql: "SELECT max(id) FROM person").fetchKey([]) ?? 0
        let pending = try db.cachedStatement(sql: "SELECT person_id FROM name_pending LIMIT 1")
            .fetchKey([])
        return last <= index.through && pending == nil
    }

    func nameIndex() throws -> (through: Int64, rules: Int) {
        let statement = try BoundStatement(db, "SELECT through, rules FROM name_index")
        guard try statement.next() else { throw StoreError.damaged(table: "name_index") }
        defer { statement.reset() }
        return (statement.number(0), Int(statement.number(1)))
    }

    func namesToIndex() throws -> NamesToIndex {
        var names = NamesToIndex()
        names.pending = try Int64.fetchAll(db, sql: "SELECT person_id FROM name_pending")
        for person in names.pending {
            for table in Self.nameTables {
                names.texts += try texts(in: table, where: "person_id = ?", person)
            }
        }
        let through = try nameIndex().through
        let isPending = Set(names.pending)
        for table in Self.nameTables {
            names.texts += try texts(in: table, where: "person_id > ?", through)
                .filter { !isPending.contains($0.person) }
        }
        return names
    }

    static let nameTables = ["person_name", "preferred_name"]

    /// Each writing of each name whole; of nobody protected.
    func texts(
        in table: String, where condition: String, _ value: Int64
    ) throws -> [(person: Int64, text: String)] {
        let rows = try BoundStatement(
            db,
            """
            SELECT person_id, script, text FROM \(table) WHERE \(condition)
                AND NOT EXISTS (SELECT 1 FROM protected_name AS sealed
                    WHERE sealed.person_id = \(table).person_id)
            ORDER BY person_id, script, position
            """)
        rows.bind(1, value)
        var texts: [(person: Int64, text: String)] = []
        var script = ""
        while try rows.next() {
            let (person, here, text) = (rows.number(0), rows.text(1), rows.text(2))
            if let last = texts.last, last.person == person, script == here {
                texts[texts.count - 1].text += " " + text
            } else {
                texts.append((person, text))
                script = here
            }
        }
        return texts
    }
}
