package import Courses
internal import GRDB

extension Reading {
    package func isKnown(_ person: Person.ID) throws -> Bool {
        try key(person, in: .person) != nil
    }

    /// The note as it was before an act changed it; nil where there was none.
    package func noteText(before act: KnownAct) throws -> String? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT text FROM act JOIN act_text ON act_id = act.id
                WHERE outcome = 'accepted' AND session_id IS ? AND thing = 'note' AND version = ?
                ORDER BY act.id DESC LIMIT 1
                """)
        return try String.fetchOne(
            statement, arguments: [act.sessionKey, (act.version ?? 1) - 1])
    }
}

extension Writing {
    /// Removes somebody added on the spot; false when they are known otherwise, or a mark, an
    /// enrolment, an account, a right, a role at a session or a party already rests on them.
    ///
    /// Where a mark of theirs was taken back first, its row goes on and so does theirs, nameless.
    package func removeUnmatched(_ person: Person.ID) throws -> Bool {
        let find = try db.cachedStatement(
            sql: """
                SELECT id FROM person WHERE public_id = ? AND is_unmatched = 1
                    AND NOT EXISTS (SELECT 1 FROM mark
                        WHERE person_id = person.id AND value IS NOT NULL)
                    AND NOT EXISTS (SELECT 1 FROM enrolment WHERE person_id = person.id)
                    AND NOT EXISTS (SELECT 1 FROM user_account WHERE person_id = person.id)
                    AND NOT EXISTS (SELECT 1 FROM access_grant WHERE person_id = person.id)
                    AND NOT EXISTS (SELECT 1 FROM session_staff WHERE person_id = person.id)
                    AND NOT EXISTS (
                        SELECT 1 FROM session_staff_change WHERE person_id = person.id)
                    AND NOT EXISTS (SELECT 1 FROM party_member WHERE person_id = person.id)
                    AND merged_into IS NULL AND NOT EXISTS (
                        SELECT 1 FROM person AS merged WHERE merged.merged_into = person.id)
                """)
        guard let key = try find.fetchKey([person]) else { return false }
        try execute("DELETE FROM person_name WHERE person_id = ?", [key])
        try execute(
            """
            DELETE FROM person
            WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM mark WHERE person_id = ?1)
                AND NOT EXISTS (
                    SELECT 1 FROM person_merge WHERE kept_id = ?1 OR merged_id = ?1)
                AND NOT EXISTS (SELECT 1 FROM person_keeping WHERE person_id = ?1)
                AND NOT EXISTS (
                    SELECT 1 FROM person_distinction WHERE first_id = ?1 OR second_id = ?1)
            """, [key])
        return true
    }
}
