package import Courses
internal import GRDB

extension Reading {
    /// People by public id, shown as whoever is no named reader may see them; of somebody who was
    /// merged into another, the other.
    package func person(_ id: Person.ID) throws -> Person {
        let people = try people(
            where: "person_shown.id = ?", arguments: [try requireKey(id, in: .person)])
        guard let person = people.first else {
            throw UnknownReference(kind: .person, text: id.description)
        }
        return person
    }

    package func people() throws -> [Person] {
        try people(where: "person.is_unmatched = 0 AND merged_into IS NULL", arguments: [])
    }

    /// Added on the spot by a leader, and not yet matched with anybody.
    package func unmatchedPeople() throws -> [Person] {
        try people(
            where: """
                person.is_unmatched = 1 AND merged_into IS NULL AND (
                    EXISTS (SELECT 1 FROM person_name WHERE person_id = person.id)
                    OR EXISTS (SELECT 1 FROM protected_name WHERE person_id = person.id))
                """, arguments: [])
    }

    package func people(enrolledIn round: Round.ID) throws -> [Person] {
        try people(
            where: """
                person.id IN (
                    SELECT person_id FROM enrolment
                    WHERE round_id = (SELECT id FROM round WHERE public_id = ?)
                        AND EXISTS (SELECT 1 FROM enrolment_step
                            WHERE enrolment_id = enrolment.id AND voided_by IS NULL))
                """, arguments: [round.description])
    }

    func people(where condition: String, arguments: StatementArguments) throws -> [Person] {
        try rows(
            asked: """
                SELECT person_shown.*, person.gender, person.birth_date,
                    (SELECT group_concat(language, ' ') FROM (
                        SELECT language FROM person_language
                        WHERE person_id = person.id AND use = 'course'
                        ORDER BY position)) AS languages
                FROM person_shown JOIN person ON person.id = person_shown.id
                WHERE \(condition) ORDER BY person.id
                """, arguments
        ).map(Person.init(row:))
    }

    /// Names by public id, for lists that already know whom they show.
    package func names(of ids: [Person.ID]) throws -> [Person.ID: DisplayName] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT public_id, native, latin, alias
                FROM json_each(?) CROSS JOIN person_shown ON public_id = json_each.value
                """)
        let list = "[" + Set(ids).map { "\"\($0)\"" }.joined(separator: ",") + "]"
        let rows = try Row.fetchAll(statement, arguments: [list])
        return Dictionary(
            rows.map { ($0["public_id"], DisplayName(row: $0)) },
            uniquingKeysWith: { first, _ in first })
    }

    /// Somebody with this external id; nil for none.
    package func person(externalID: String) throws -> Person.ID? {
        let found: Person.ID? = try db.cachedStatement(
            sql: "SELECT public_id FROM person WHERE external_id = ?"
        ).fetchID([externalID])
        return try found.map { try standing($0) }
    }

    /// Somebody with this identity number, by `PersonIdentifier.key`; nil for none.
    package func person(identifier key: String) throws -> Person.ID? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT public_id FROM person
                WHERE id = (SELECT person_id FROM identifier WHERE blind_index = ?)
                """)
        let found: Person.ID? = try statement.fetchID(
            [sealer.blindIndex(key, kind: "identifier")])
        return try found.map { try standing($0) }
    }
}

extension Statement {
    func fetchID<Entity>(_ arguments: StatementArguments) throws -> Identifier<Entity>? {
        try Identifier<Entity>.fetchOne(self, arguments: arguments)
    }
}

extension DisplayName {
    init(row: Row) {
        if let alias: Int = row["alias"] {
            self.init(alias: alias)
        } else {
            self.init(native: row["native"], latin: row["latin"])
        }
    }
}

extension Reading {
    /// Whether somebody stands with the name, birth year and gender with which they would be
    /// registered; nil where nobody has the id. Of somebody protected it is always false: their
    /// name is not to be guessed at.
    package func isRegistered(_ id: Person.ID, as new: NewPerson) throws -> Bool? {
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT native, latin, person_shown.alias, birth_year, gender FROM person_shown
                JOIN person ON person.id = person_shown.id WHERE person_shown.public_id = ?
                """, arguments: [id.description])
        guard let row else { return nil }
        let birthYear: Int? = row["birth_year"]
        let gender: String = row["gender"]
        return DisplayName(row: row) == new.name.display && gender == new.gender.rawValue
            && birthYear == new.birthDate?.year ?? new.birthYear
    }
}

extension Person {
    fileprivate init(row: Row) {
        let name = DisplayName(row: row)
        self.init(
            id: row["public_id"], name: name,
            gender: Gender(rawValue: row["gender"]) ?? .unknown, birthDate: row["birth_date"],
            courseLanguages: Language.list(row["languages"]), isProtected: name.alias != nil)
    }
}

extension Language {
    /// Reads what `group_concat(language, ' ')` wrote.
    static func list(_ text: String?) -> [Language] {
        (text ?? "").split(separator: " ").map { Language(rawValue: String($0)) }
    }
}

extension Reading {
    package func acceptsInterpreter(_ person: Person.ID) throws -> Bool {
        try db.cachedStatement(
            sql: "SELECT 1 FROM person WHERE public_id = ? AND interpreter_ok = 1"
        ).fetchKey([person]) != nil
    }
}
