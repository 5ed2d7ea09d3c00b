package import Courses
import FoundationEssentials
internal import GRDB

extension Writing {
    /// Adds somebody; nothing is asked of whether they are known already.
    ///
    /// - Parameter id: the id made on a phone, for someone added on the spot.
    @discardableResult
    package func add(
        _ person: NewPerson, id: Person.ID? = nil, isUnmatched: Bool = false,
        operation: OpenOperation? = nil
    ) throws -> Person.ID {
        let id = id ?? entropy.identifier()
        let key = try insert(
            """
            INSERT INTO person (public_id, external_id, gender, birth_date, birth_year,
                interpreter_ok, is_unmatched, operation_id, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                id, person.externalID, person.gender.rawValue, person.birthDate,
                person.birthDate?.year ?? person.birthYear, person.interpreterOk, isUnmatched,
                operation?.key, now,
            ])
        try insertName(person.name, of: key)
        try insertPreferredName(person.preferredName.native, "native", of: key, operation)
        try insertPreferredName(person.preferredName.latin, "latin", of: key, operation)
        try insertLanguages(person.courseLanguages, "course", of: key)
        try insertLanguages(person.spokenLanguages, "spoken", of: key)
        try insertLanguages(person.writtenLanguages, "written", of: key)
        try insertLanguages(person.contactLanguage.map { [$0] } ?? [], "contact", of: key)
        if let identifier = person.identifier {
            try insert(identifier, of: key, id: id, operation: operation)
        }
        for contact in person.contacts {
            try insert(contact, of: key, id: id, operation: operation)
        }
        return id
    }

    func insertName(_ name: PersonName, of key: Int64) throws {
        for (script, parts) in [("native", name.native), ("latin", name.latin)] {
            for (position, part) in parts.enumerated() {
                try execute(
                    "INSERT INTO person_name VALUES (?, ?, ?, ?, ?)",
                    [key, script, position, part.role.rawValue, part.text])
            }
        }
    }

    func insertLanguages(_ languages: [Language], _ use: String, of key: Int64) throws {
        for (position, language) in languages.enumerated() {
            try execute(
                "INSERT INTO person_language VALUES (?, ?, ?, ?)",
                [key, use, position, language.rawValue])
        }
    }

    func insert(
        _ identifier: PersonIdentifier, of key: Int64, id: Person.ID, operation: OpenOperation?
    ) throws {
        try execute(
            """
            INSERT INTO identifier (person_id, kind, sealed, blind_index, operation_id, since)
            VALUES (?, ?, ?, ?, ?, ?)
            """,
            [
                key, identifier.kind.rawValue,
                try sealer.seal(identifier.sealedForm, context: "identifier \(id)"),
                sealer.blindIndex(of: identifier, of: id), operation?.key, now,
            ])
    }

    func insert(
        _ contact: PersonContact, of key: Int64, id: Person.ID, operation: OpenOperation?
    ) throws {
        try execute(
            """
            INSERT INTO contact (person_id, kind, sealed, blind_index, operation_id, since)
            VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """,
            [
                key, contact.kind.rawValue,
                try sealer.seal(contact.value, context: "contact \(contact.kind.rawValue) \(id)"),
                sealer.blindIndex(contact.value, kind: contact.kind.rawValue), operation?.key, now,
            ])
    }
}
