package import Courses
internal import GRDB

extension Writing {
    /// Makes two persons one; whether that may be is asked of `obstacles` first.
    ///
    /// What is said in courses becomes the kept person's, each change with what was before it;
    /// what they are called and known by stays where it is and is read as the kept person's.
    package func merge(
        _ other: Person.ID, into kept: Person.ID, operation: OpenOperation
    ) throws {
        let keptKey = try reading.requireKey(kept, in: .person)
        let otherKey = try reading.requireKey(other, in: .person)
        try execute(
            """
            INSERT INTO person_merge (operation_id, kept_id, merged_id, after_act)
            VALUES (?, ?, ?, (SELECT ifnull(max(id), 0) FROM act))
            """, [operation.key, keptKey, otherKey])
        let merging = PersonMerging(
            writing: self, open: operation, kept: keptKey, other: otherKey)
        try merging.moveEnrolments()
        try merging.noteRounds()
        try merging.moveMarks()
        try merging.moveRoles()
        try merging.fill()
        try execute(
            "UPDATE person SET merged_into = ?1 WHERE id = ?2 OR merged_into = ?2",
            [keptKey, otherKey])
    }
}

/// One merge under way.
struct PersonMerging {
    let writing: Writing
    let open: OpenOperation
    let kept: Int64
    let other: Int64

    var operation: Int64 { open.key }

    private func note(_ kind: String, _ row: Int64, was: Int64) throws {
        try writing.execute(
            "INSERT INTO person_merge_row VALUES (?, ?, ?, ?)", [operation, kind, row, was])
    }

    // MARK: Enrolments and places

    func moveEnrolments() throws {
        for shared in try writing.reading.sharedRounds(other, kept, today: writing.today) {
            try join(shared)
        }
        let own = try Int64.fetchAll(
            writing.db,
            sql: """
                SELECT id FROM enrolment WHERE person_id = ? AND round_id NOT IN (
                    SELECT round_id FROM enrolment WHERE person_id = ?) ORDER BY id
                """, arguments: [other, kept])
        for enrolment in own {
            try note("enrolment", enrolment, was: other)
            try writing.execute(
                "UPDATE enrolment SET person_id = ? WHERE id = ?", [kept, enrolment])
        }
    }

    /// The merge stands in the history of every round in which something became of an enrolment.
    func noteRounds() throws {
        let rounds = try Int64.fetchAll(
            writing.db,
            sql: """
                SELECT DISTINCT round_id FROM enrolment WHERE id IN (
                    SELECT row_id FROM person_merge_row WHERE operation_id = ?
                        AND (kind = 'enrolment' OR kind = 'joined' OR kind = 'setAside'))
                ORDER BY round_id
                """, arguments: [operation])
        for round in rounds { try writing.note(operation, in: round) }
    }

    /// One enrolment stands for both; the steps of the other are void, its places go over.
    private func join(_ shared: SharedRound) throws {
        let (standing, yielding) = (shared.standing, shared.yielding)
        if standing.person == other {
            try note("enrolment", standing.key, was: other)
            try note("enrolment", yielding.key, was: kept)
            try writing.give([(standing.key, kept), (yielding.key, other)])
        }
        guard yielding.standing != nil else { return }
        try carry(from: yielding, to: standing)
        try note("joined", standing.key, was: standing.person)
        try note("setAside", yielding.key, was: yielding.person)
        try writing.execute(
            "UPDATE enrolment_step SET voided_by = ? WHERE enrolment_id = ? AND voided_by IS NULL",
            [operation, yielding.key])
        let places = try Int64.fetchAll(
            writing.db,
            sql: "SELECT id FROM placement WHERE enrolment_id = ? AND voided_by IS NULL",
            arguments: [yielding.key])
        for place in places {
            try note("placement", place, was: yielding.key)
            try writing.execute(
                "UPDATE placement SET enrolment_id = ? WHERE id = ?", [standing.key, place])
        }
    }

    // MARK: Roles

    func moveRoles() throws {
        try writing.execute(
            """
            INSERT INTO person_merge_party (operation_id, party_id, is_joined)
            SELECT ?1, party_id, EXISTS (SELECT 1 FROM party_member AS same
                WHERE same.party_id = party_member.party_id AND same.person_id = ?2)
            FROM party_member WHERE person_id = ?3
            """, [operation, kept, other])
        try move(
            "party_member", notIn: "SELECT party_id FROM party_member WHERE person_id = ?1",
            "party_id")
        try writing.execute(
            """
            INSERT INTO person_merge_staff
            SELECT ?1, theirs.session_id, theirs.role, theirs.was_planned, theirs.was_there,
                own.person_id IS NOT NULL, own.was_planned, own.was_there
            FROM session_staff AS theirs LEFT JOIN session_staff AS own
                ON own.session_id = theirs.session_id AND own.role = theirs.role
                    AND own.person_id = ?2
            WHERE theirs.person_id = ?3
            """, [operation, kept, other])
        try writing.execute(
            """
            UPDATE session_staff SET (was_planned, was_there) = (
                SELECT max(said.was_planned, said.kept_was_planned), \(Self.eitherWasThere)
                \(Self.saidOfBoth))
            WHERE person_id = ?2 AND EXISTS (SELECT 1 \(Self.saidOfBoth))
            """, [operation, kept])
        try move(
            "session_staff",
            notIn: "SELECT session_id, role FROM session_staff WHERE person_id = ?1",
            "(session_id, role)")
    }

    /// What was said of both of whom the kept one has this `session_staff`; with the merge as ?1.
    static let saidOfBoth = """
        FROM person_merge_staff AS said WHERE said.operation_id = ?1 AND said.is_joined = 1
            AND said.session_id = session_staff.session_id AND said.role = session_staff.role
        """

    /// Whether either was there; nobody has said where neither's is known.
    static let eitherWasThere = """
        coalesce(max(said.was_there, said.kept_was_there), said.was_there, said.kept_was_there)
        """

    /// What both had, the kept person has already.
    private func move(_ table: String, notIn same: String, _ columns: String) throws {
        try writing.execute(
            "DELETE FROM \(table) WHERE person_id = ?2 AND \(columns) IN (\(same))",
            [kept, other])
        try writing.execute(
            "UPDATE \(table) SET person_id = ?1 WHERE person_id = ?2", [kept, other])
    }

    // MARK: What was not known

    func fill() throws {
        for (field, column, blank) in [
            ("gender", "gender", "'unknown'"), ("birthDate", "birth_date", "NULL"),
            ("birthYear", "birth_year", "NULL"), ("interpreter", "interpreter_ok", "0"),
        ] {
            let told = "(SELECT \(column) FROM person AS told WHERE told.id = ?2)"
            let year = "CAST(substr(\(told), 1, 4) AS INTEGER)"
            // A day of another year than is known would say two things at once.
            let fits =
                column == "birth_date"
                ? " AND \(year) = ifnull(birth_year, \(year))" : ""
            let condition = """
                id = ?1 AND \(column) IS \(blank) AND \(told) IS NOT \(blank)\(fits)
                """
            try noteFill(field, "SELECT 1 FROM person WHERE \(condition)")
            try writing.execute(
                "UPDATE person SET \(column) = \(told) WHERE \(condition)", [kept, other])
        }
        for use in LanguageUse.allCases.map(\.rawValue) {
            let found = "SELECT 1 FROM person_language WHERE use = '\(use)' AND person_id ="
            try noteFill(
                use, "SELECT 1 WHERE NOT EXISTS (\(found) ?1) AND EXISTS (\(found) ?2)")
            try writing.execute(
                """
                INSERT INTO person_language
                SELECT ?1, use, position, language FROM person_language
                WHERE person_id = ?2 AND use = ?3 AND NOT EXISTS (\(found) ?1)
                """, [kept, other, use])
        }
    }

    private func noteFill(_ field: String, _ condition: String) throws {
        try writing.execute(
            """
            INSERT INTO person_merge_fill SELECT ?3, '\(field)' WHERE EXISTS (\(condition))
            """, [kept, other, operation])
    }
}

extension Writing {
    /// Enrolments change hands; nobody may have two of one round, so that each is nobody's in
    /// between.
    func give(_ enrolments: [(key: Int64, person: Int64)]) throws {
        try execute("PRAGMA defer_foreign_keys = ON", [])
        for (key, _) in enrolments {
            try execute("UPDATE enrolment SET person_id = -id WHERE id = ?", [key])
        }
        for (key, person) in enrolments {
            try execute("UPDATE enrolment SET person_id = ? WHERE id = ?", [person, key])
        }
        try execute("PRAGMA defer_foreign_keys = OFF", [])
    }
}
