package import Courses
internal import GRDB

extension Writing {
    /// Somebody added on the spot turns out to be nobody known before.
    package func keep(_ person: Person.ID, operation: OpenOperation) throws {
        let key = try reading.requireKey(person, in: .person)
        try execute(
            "INSERT INTO person_keeping (operation_id, person_id) VALUES (?, ?)",
            [operation.key, key])
        try execute("UPDATE person SET is_unmatched = 0 WHERE id = ?", [key])
    }

    /// Says that two people are not the same; nothing new where that was said before.
    package func distinguish(_ one: Person.ID, _ other: Person.ID, by actor: Actor) throws {
        let keys = try [one, other].map { try reading.requireKey($0, in: .person) }.sorted()
        guard keys[0] != keys[1] else { return }
        try execute(
            """
            INSERT INTO person_distinction (first_id, second_id, at, actor_id)
            VALUES (?, ?, ?, ?) ON CONFLICT (first_id, second_id) WHERE ended_at IS NULL DO NOTHING
            """, [keys[0], keys[1], now, try actorKey(actor)])
        try audit("distinguish", "person", one.description, by: actor)
    }

    /// Takes back that two people are not the same.
    package func endDistinction(_ one: Person.ID, _ other: Person.ID, by actor: Actor) throws {
        let keys = try [one, other].map { try reading.requireKey($0, in: .person) }
        try execute(
            """
            UPDATE person_distinction SET ended_at = ?1, ended_actor_id = ?2
            WHERE ended_at IS NULL AND id IN (
                SELECT person_distinction.id FROM person_distinction
                    JOIN person AS one ON one.id = first_id
                    JOIN person AS other ON other.id = second_id
                WHERE (coalesce(one.merged_into, one.id) = ?3
                        AND coalesce(other.merged_into, other.id) = ?4)
                    OR (coalesce(one.merged_into, one.id) = ?4
                        AND coalesce(other.merged_into, other.id) = ?3))
            """, [now, try actorKey(actor), keys[0], keys[1]])
        try audit("endDistinction", "person", one.description, by: actor)
    }
}

extension Reading {
    /// Whether somebody was added on the spot and is yet to be matched.
    package func isUnmatched(_ person: Person.ID) throws -> Bool {
        try db.cachedStatement(
            sql: """
                SELECT 1 FROM person
                WHERE public_id = ? AND is_unmatched = 1 AND merged_into IS NULL
                """
        ).fetchKey([person]) != nil
    }

    /// How many marks there are of those who are yet to be matched.
    package func marksOfUnmatched() throws -> [Person.ID: Int] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT public_id, count(*) AS marks
                FROM person JOIN mark ON mark.person_id = person.id
                WHERE is_unmatched = 1 AND merged_into IS NULL AND value IS NOT NULL
                GROUP BY person.id
                """)
        return Dictionary(uniqueKeysWithValues: rows.map { ($0["public_id"], $0["marks"]) })
    }

    /// Operations that took somebody into a round after they were kept as their own person, and
    /// what they are besides: nobody who waits to be matched has an account, leads or belongs to
    /// somebody.
    func obstacles(toUnkeeping key: Int64) throws -> [UndoObstacle] {
        let later = try OperationID.fetchAll(
            db,
            sql: """
                SELECT public_id FROM operation WHERE id > ?1 AND id IN (
                    SELECT enrolment_step.operation_id FROM enrolment_step
                        JOIN enrolment ON enrolment.id = enrolment_id
                        JOIN person_keeping ON person_keeping.person_id = enrolment.person_id
                        WHERE person_keeping.operation_id = ?1
                            AND enrolment_step.voided_by IS NULL
                    UNION SELECT person_merge.operation_id FROM person_merge JOIN person_keeping
                        ON person_id = kept_id OR person_id = merged_id
                        WHERE person_keeping.operation_id = ?1
                            AND person_merge.voided_by IS NULL)
                ORDER BY id
                """, arguments: [key])
        var obstacles: [UndoObstacle] = later.isEmpty ? [] : [.restedOnBy(later)]
        let kept = "id IN (SELECT person_id FROM person_keeping WHERE operation_id = ?1)"
        for use in PersonUse.allCases {
            let people = try people(kept, key, in: use)
            if !people.isEmpty { obstacles.append(.inUse(use, people)) }
        }
        return obstacles
    }

    /// Where somebody was added on the spot; nil for those who were not.
    package func meeting(whereAdded person: Person.ID) throws -> MergeMeeting? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT session.public_id, local_date, (SELECT group_concat(name, char(31))
                    FROM session_group JOIN course_group ON course_group.id = group_id
                    WHERE session_id = session.id) AS names
                FROM act JOIN session ON session.id = act.session_id
                WHERE act.person_id = (SELECT id FROM person WHERE public_id = ?)
                    AND kind = 'person' AND outcome = 'accepted'
                ORDER BY act.id LIMIT 1
                """)
        return try Row.fetchOne(statement, arguments: [person]).map { row in
            MergeMeeting(
                session: row["public_id"], date: row["local_date"],
                groups: Self.names(row["names"]))
        }
    }

    /// The key of somebody, for comparing names.
    package func personKey(_ person: Person.ID) throws -> PersonKey {
        PersonKey(value: try requireKey(person, in: .person))
    }
}
