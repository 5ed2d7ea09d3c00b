package import Courses
import FoundationEssentials
internal import GRDB

/// What is known of somebody whom a row speaks of, for comparing and filling; identity numbers
/// and contacts only as the indexes by which they compare.
package struct KnownPerson: Sendable {
    package let id: Person.ID
    package let externalID: String?
    /// That, and those of whoever has become this person.
    package let externalIDs: Set<String>
    package let gender: Gender
    package let birthDate: LocalDate?
    package let birthYear: Int?
    package let interpreterOk: Bool
    package let isProtected: Bool
    /// Empty for someone protected, whose name is nobody's business here.
    package let name: PersonName
    /// Empty for someone protected as well.
    package let preferredName: PersonName
    package let languages: [LanguageUse: [Language]]
    let identifiers: Set<Data>
    let contacts: [String: Set<Data>]

    package var hasIdentifier: Bool { !identifiers.isEmpty }

    package func hasContact(_ kind: PersonContact.Kind) -> Bool { contacts[kind.rawValue] != nil }

    package func has(_ identifier: PersonIdentifier, sealer: Sealer) -> Bool {
        identifiers.contains(sealer.blindIndex(of: identifier, of: id))
    }

    package func has(_ contact: PersonContact, sealer: Sealer) -> Bool {
        contacts[contact.kind.rawValue]?
            .contains(sealer.blindIndex(contact.value, kind: contact.kind.rawValue)) ?? false
    }
}

/// What somebody uses a language for.
package enum LanguageUse: String, CaseIterable, Sendable {
    case course, spoken, written, contact
}

extension Reading {
    package func known(_ key: PersonKey) throws -> KnownPerson {
        let statement = try db.cachedStatement(
            sql: """
                SELECT public_id, external_id, gender, birth_date, birth_year, interpreter_ok,
                    EXISTS (SELECT 1 FROM protected_name WHERE person_id = person.id) AS hidden
                FROM person WHERE id = ?
                """)
        guard let row = try Row.fetchOne(statement, arguments: [key.value]) else {
            throw StoreError.damaged(table: "person")
        }
        let isProtected: Bool = row["hidden"]
        let externalIDs = try externalIDs(of: key)
        return KnownPerson(
            id: row["public_id"], externalID: row["external_id"] ?? externalIDs.first,
            externalIDs: Set(externalIDs),
            gender: Gender(rawValue: row["gender"]) ?? .unknown, birthDate: row["birth_date"],
            birthYear: row["birth_year"], interpreterOk: row["interpreter_ok"],
            isProtected: isProtected,
            name: isProtected ? PersonName() : try storedName(key.value),
            preferredName: try preferredName(key.value),
            languages: try languages(of: key), identifiers: try identifiers(of: key),
            contacts: try contacts(of: key))
    }

    private func languages(of key: PersonKey) throws -> [LanguageUse: [Language]] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT use, language FROM person_language WHERE person_id = ?
                ORDER BY use, position
                """)
        var languages: [LanguageUse: [Language]] = [:]
        for row in try Row.fetchAll(statement, arguments: [key.value]) {
            guard let use = LanguageUse(rawValue: row["use"]) else { continue }
            languages[use, default: []].append(Language(rawValue: row["language"]))
        }
        return languages
    }

    func externalIDs(of key: PersonKey) throws -> [String] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT external_id FROM person
                WHERE (id = ?1 OR merged_into = ?1) AND external_id IS NOT NULL
                ORDER BY id <> ?1, id
                """)
        return try String.fetchAll(statement, arguments: [key.value])
    }

    private func identifiers(of key: PersonKey) throws -> Set<Data> {
        let statement = try db.cachedStatement(
            sql: """
                SELECT blind_index FROM identifier JOIN person ON person.id = person_id
                WHERE person.id = ?1 OR merged_into = ?1
                """)
        return Set(try Data.fetchAll(statement, arguments: [key.value]))
    }

    private func contacts(of key: PersonKey) throws -> [String: Set<Data>] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT kind, blind_index FROM contact JOIN person ON person.id = person_id
                WHERE person.id = ?1 OR merged_into = ?1
                """)
        return try Row.fetchAll(statement, arguments: [key.value])
            .reduce(into: [:]) { $0[$1["kind"], default: []].insert($1["blind_index"]) }
    }
}
