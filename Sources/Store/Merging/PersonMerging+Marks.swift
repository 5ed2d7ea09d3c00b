import Courses
internal import GRDB

extension PersonMerging {
    /// The other's marks become the kept person's; marks as a guest a member's, where the two
    /// together were on the roster of the session's day and the list is not signed.
    func moveMarks() throws {
        try noteMarks()
        // A mark that was cleared gives way; the version goes on from the higher of the two.
        try writing.execute(
            """
            DELETE FROM mark WHERE (session_id, person_id) IN (
                SELECT session_id, person_id FROM person_merge_mark
                WHERE operation_id = ?1 AND holds = 0)
            """, [operation])
        try writing.execute(
            """
            UPDATE mark SET person_id = ?2, version = (
                SELECT became FROM person_merge_mark AS before WHERE before.operation_id = ?1
                    AND before.session_id = mark.session_id AND holds = 1)
            WHERE (session_id, person_id) IN (SELECT session_id, person_id FROM person_merge_mark
                WHERE operation_id = ?1 AND holds = 1)
            """, [operation, kept])
        try noteGuests()
        try writing.execute(
            """
            UPDATE mark SET role = 'member' WHERE person_id = ?2
                AND session_id IN (SELECT session_id FROM person_merge_mark
                    WHERE operation_id = ?1 AND guest_became = 'member')
            """, [operation, kept])
    }

    private func noteGuests() throws {
        try writing.execute(
            """
            UPDATE person_merge_mark SET guest_became = CASE WHEN EXISTS (
                SELECT 1 FROM session_word
                WHERE session_word.session_id = person_merge_mark.session_id
                    AND kind = 'signOff' AND session_word.value = 'signedOff')
                THEN 'guest' ELSE 'member' END
            WHERE operation_id = ?1 AND holds = 1 AND role = 'guest'
                AND \(Self.isOnRoster("person_merge_mark.session_id"))
            """, [operation, kept])
    }

    /// Where the other has a row, both; and where the kept person is expected after all.
    private func noteMarks() throws {
        let columns = """
            session_id, person_id, version, value, late_minutes, left_early_minutes, mode, role,
            make_up_for, happened_at, act_id
            """
        try writing.execute(
            """
            INSERT INTO person_merge_mark (operation_id, \(columns), holds, became)
            SELECT ?1, \(columns),
                NOT EXISTS (SELECT 1 FROM mark AS same WHERE same.session_id = mark.session_id
                    AND same.person_id <> mark.person_id
                    AND (same.person_id = ?2 OR same.person_id = ?3)
                    AND (mark.value IS NULL AND (same.value IS NOT NULL
                        OR same.person_id = ?2))),
                (SELECT max(version) + count(*) - 1 FROM mark AS same
                    WHERE same.session_id = mark.session_id
                        AND (same.person_id = ?2 OR same.person_id = ?3))
            FROM mark WHERE (person_id = ?2 OR person_id = ?3) AND session_id IN (
                SELECT session_id FROM mark WHERE person_id = ?3)
            """, [operation, kept, other])
        try writing.execute(
            """
            INSERT INTO person_merge_mark (operation_id, \(columns), holds, became)
            SELECT ?1, \(columns), 1, version FROM mark
            WHERE person_id = ?2 AND role = 'guest' AND session_id NOT IN (
                    SELECT session_id FROM person_merge_mark WHERE operation_id = ?1)
                AND \(Self.isOnRoster("mark.session_id", by: Self.movedPlace))
            """, [operation, kept])
    }

    private static let movedPlace = """
         AND (placed.enrolment_id IN (SELECT row_id FROM person_merge_row
                WHERE operation_id = ?1 AND kind = 'enrolment')
            OR placed.id IN (SELECT row_id FROM person_merge_row
                WHERE operation_id = ?1 AND kind = 'placement'))
        """

    /// With the kept person's key as ?2.
    private static func isOnRoster(_ session: String, by place: String = "") -> String {
        """
        EXISTS (SELECT 1 FROM session JOIN session_group ON session_group.session_id = session.id
            JOIN placed ON placed.group_id = session_group.group_id
            WHERE session.id = \(session) AND placed.person_id = ?2
                AND starts_on <= local_date AND (ends_before IS NULL OR local_date < ends_before)\(place))
        """
    }
}
