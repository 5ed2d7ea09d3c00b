package import Courses
internal import GRDB

extension Writing {
    /// Switches protection on from today: the name leaves every open table, the alias stands in;
    /// of all who have become the person.
    ///
    /// The WAL still holds the name until `Store.truncateLog` has run.
    package func protect(_ id: Person.ID, level: ProtectionLevel, by actor: Actor) throws {
        let key = try reading.requireKey(id, in: .person)
        guard try !isProtected(key) else { return }
        for person in try reading.selves(of: key) {
            try protect(person.key, person.id, level: level, by: actor)
        }
    }

    private func protect(
        _ key: Int64, _ id: Person.ID, level: ProtectionLevel, by actor: Actor
    ) throws {
        let name = try reading.storedName(key)
        try execute(
            "INSERT INTO protected_name VALUES (?, ?)",
            [key, try sealer.seal(try name.sealedForm(), context: "name \(id)")])
        try execute("DELETE FROM person_name WHERE person_id = ?", [key])
        try protectPreferredName(id, key)
        try execute(
            """
            UPDATE person SET alias = coalesce(alias, (SELECT coalesce(max(alias), 0) + 1 FROM person))
            WHERE id = ?
            """, [key])
        try execute(
            """
            INSERT INTO protection (person_id, level, starts_on, actor_id, at)
            VALUES (?, ?, ?, ?, ?)
            """, [key, level.rawValue, today, try actorKey(actor), now])
        try sealReasonsOfProtected()
        try audit("protect", "person", id.description, by: actor)
    }

    private func isProtected(_ key: Int64) throws -> Bool {
        try db.cachedStatement(sql: "SELECT 1 FROM protected_name WHERE person_id = ?")
            .fetchKey([key]) != nil
    }

    /// The name of a protected person, for a named reader; the read is recorded.
    package func revealName(_ id: Person.ID, to actor: Actor) throws -> PersonName {
        let key = try reading.requireKey(id, in: .person)
        let id = try reading.standing(id)
        try audit("readProtectedName", "person", id.description, by: actor)
        guard
            let row = try Row.fetchOne(
                db, sql: "SELECT sealed FROM protected_name WHERE person_id = ?", arguments: [key])
        else { return try reading.storedName(key) }
        return try PersonName(sealedForm: try sealer.open(row["sealed"], context: "name \(id)"))
    }
}

extension Reading {
    func storedName(_ key: Int64) throws -> PersonName {
        try name(in: "person_name", of: key)
    }

    func name(in table: String, of key: Int64) throws -> PersonName {
        var name = PersonName()
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT script, role, text FROM \(table) WHERE person_id = ?
                ORDER BY script, position
                """, arguments: [key])
        for row in rows {
            let part = NamePart(NameRole(rawValue: row["role"]) ?? .whole, row["text"])
            if row["script"] == "native" {
                name.native.append(part)
            } else {
                name.latin.append(part)
            }
        }
        return name
    }
}
