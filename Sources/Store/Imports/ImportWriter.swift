package import Courses
import FoundationEssentials
internal import GRDB

/// Writes what one import brings, all under one operation that begins with the first change.
package final class ImportWriter {
    let writing: Writing
    private let actor: Actor
    private var begun: OpenOperation?
    let statements: ImportStatements
    private let actorKey: Int64?

    package init(_ writing: Writing, by actor: Actor) throws {
        self.writing = writing
        self.actor = actor
        actorKey = try writing.actorKey(actor)
        statements = try ImportStatements(writing.db)
    }

    package var sealer: Sealer { writing.sealer }
    package var today: LocalDate { writing.today }

    /// Nil as long as nothing was changed.
    package var operationID: OperationID? { begun?.id }

    func operation() throws -> OpenOperation {
        if let begun { return begun }
        let operation = try writing.begin(.importPeople, on: writing.today, by: actor)
        begun = operation
        return operation
    }

    /// Notes by whom somebody was known of whom something is written: what is written is about
    /// whoever that is, should the two be parted again.
    func operation(on person: PersonKey) throws -> OpenOperation {
        let operation = try operation()
        guard let alias = person.alias else { return operation }
        try writing.execute(
            "INSERT INTO import_recognition VALUES (?, ?) ON CONFLICT DO NOTHING",
            [operation.key, alias])
        return operation
    }

    /// The same of an enrolment, unless it is theirs by whom they were known: it parts with them
    /// again, and all that is written of it.
    func operation(on person: PersonKey, enrolment: Int64) throws -> OpenOperation {
        guard let alias = person.alias, try writing.reading.isOwn(enrolment, of: alias) else {
            return try operation(on: person)
        }
        return try operation()
    }

    /// Adds somebody; nil when the id belongs to someone already.
    package func add(_ sealed: SealedPerson) throws -> PersonKey? {
        let operation = try operation()
        guard try insert(sealed, operation) else { return nil }
        let key = writing.db.lastInsertedRowID
        if let name = sealed.name, let level = sealed.protection {
            try insertProtection(name, level, of: sealed.id, key)
            if let preferred = sealed.preferredName {
                try writing.insertProtectedPreferredName(
                    preferred, of: key, operation: operation.key)
            }
        } else {
            let preferred = sealed.person.preferredName
            try writing.insertPreferredName(preferred.native, "native", of: key, operation)
            try writing.insertPreferredName(preferred.latin, "latin", of: key, operation)
            try insertName(sealed.person.name.native, "native", of: key)
            try insertName(sealed.person.name.latin, "latin", of: key)
        }
        let person = sealed.person
        try insert(person.courseLanguages, .course, of: key)
        try insert(person.spokenLanguages, .spoken, of: key)
        try insert(person.writtenLanguages, .written, of: key)
        if let language = person.contactLanguage { try insert([language], .contact, of: key) }
        if let identifier = sealed.identifier {
            try statements.insertIdentifier.insert(
                identifier, of: key, operation, at: writing.now)
        }
        for contact in sealed.contacts {
            try statements.insertContact.insert(contact, of: key, operation, at: writing.now)
        }
        return PersonKey(value: key)
    }

    private func insert(_ sealed: SealedPerson, _ operation: OpenOperation) throws -> Bool {
        let person = sealed.person
        let year = person.birthDate?.year ?? person.birthYear
        let statement = statements.insertPerson
        statement.bind(1, sealed.id.description)
        statement.bind(2, person.externalID)
        statement.bind(3, person.gender.rawValue)
        statement.bind(4, person.birthDate)
        statement.bind(5, year.flatMap { (1900...2100).contains($0) ? $0 : nil })
        statement.bind(6, person.interpreterOk)
        statement.bind(7, operation.key)
        statement.bind(8, writing.now.milliseconds)
        try statement.run()
        return writing.db.changesCount == 1
    }

    private func insertProtection(
        _ name: Data, _ level: ProtectionLevel, of id: Person.ID, _ key: Int64
    ) throws {
        try writing.execute("INSERT INTO protected_name VALUES (?, ?)", [key, name])
        try writing.execute(
            """
            UPDATE person SET alias = (SELECT coalesce(max(alias), 0) + 1 FROM person)
            WHERE id = ?
            """, [key])
        try writing.execute(
            """
            INSERT INTO protection (person_id, level, starts_on, actor_id, at)
            VALUES (?, ?, ?, ?, ?)
            """, [key, level.rawValue, writing.today, actorKey, writing.now])
        try writing.audit("protect", "person", id.description, by: actor)
    }

    /// Puts somebody known under protection; false when they are already.
    package func protect(_ known: KnownPerson, level: ProtectionLevel) throws -> Bool {
        guard !known.isProtected else { return false }
        _ = try operation()
        try writing.protect(known.id, level: level, by: actor)
        return true
    }

    /// Lets the row be recognised when it comes again.
    package func remember(_ content: Fingerprint, as key: PersonKey) throws {
        let operation = try operation()
        let statement = statements.insertRow
        statement.bind(1, content)
        statement.bind(2, key.value)
        statement.bind(3, operation.key)
        try statement.run()
    }

    func insertName(_ parts: [NamePart], _ script: String, of key: Int64) throws {
        let statement = statements.insertName
        for (position, part) in parts.enumerated() {
            statement.bind(1, key)
            statement.bind(2, script)
            statement.bind(3, position)
            statement.bind(4, part.role.rawValue)
            statement.bind(5, part.text)
            try statement.run()
        }
    }

    func insert(_ languages: [Language], _ use: LanguageUse, of key: Int64) throws {
        let statement = statements.insertLanguage
        for (position, language) in languages.enumerated() {
            statement.bind(1, key)
            statement.bind(2, use.rawValue)
            statement.bind(3, position)
            statement.bind(4, language.rawValue)
            try statement.run()
        }
    }
}

extension BoundStatement {
    func insert(
        _ value: SealedValue, of key: Int64, _ operation: OpenOperation, at now: Instant
    ) throws {
        bind(1, key)
        bind(2, value.kind)
        bind(3, value.sealed)
        bind(4, value.index)
        bind(5, operation.key)
        bind(6, now.milliseconds)
        try run()
    }
}
