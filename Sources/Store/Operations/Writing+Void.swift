package import Courses
internal import GRDB

extension Writing {
    /// Voids all that an operation wrote; whether that may be is asked of `obstacles` first.
    package func void(_ operation: OperationID, by undo: OpenOperation) throws {
        let key = try reading.requireKey(operation, in: .operation)
        try unmerge(key, by: undo)
        try unkeep(key, by: undo)
        for table in [
            "placement", "placement_end", "enrolment_step", "enrolment_wish", "session",
            "group_pause", "group_pause_end",
        ] {
            try execute(
                "UPDATE \(table) SET voided_by = ? WHERE operation_id = ? AND voided_by IS NULL",
                [undo.key, key])
        }
        try restoreSessions(key, by: undo)
        try restoreGroups(key, by: undo)
        try restoreStaff(key, by: undo)
        try restoreChildcare(key, by: undo)
        try removeImported(key)
    }

    private func restoreGroups(_ key: Int64, by undo: OpenOperation) throws {
        try execute(
            """
            UPDATE course_group SET closed_on = NULL, closing_operation_id = NULL
            WHERE closing_operation_id = ?
            """, [key])
        try execute(
            """
            UPDATE course_group SET (closed_on, closing_operation_id) = (
                SELECT was_closed_on, was_closing_operation_id FROM group_reopening
                WHERE group_id = course_group.id AND operation_id = ?1 AND voided_by IS NULL)
            WHERE id IN (SELECT group_id FROM group_reopening
                WHERE operation_id = ?1 AND voided_by IS NULL)
            """, [key])
        try execute(
            """
            UPDATE group_reopening SET voided_by = ? WHERE operation_id = ? AND voided_by IS NULL
            """, [undo.key, key])
        // Its name is free again.
        try execute(
            """
            UPDATE course_group SET voided_by = ?, name = name || char(31) || public_id
            WHERE opening_operation_id = ? AND voided_by IS NULL
            """, [undo.key, key])
    }

    private func restoreStaff(_ key: Int64, by undo: OpenOperation) throws {
        let changed = """
            SELECT 1 FROM session_staff_change AS change WHERE operation_id = ?1
                AND voided_by IS NULL AND change.session_id = session_staff.session_id
                AND change.person_id = session_staff.person_id
                AND change.role = session_staff.role
            """
        try execute(
            """
            DELETE FROM session_staff WHERE was_there IS NULL
                AND EXISTS (\(changed) AND was_planned IS NULL)
            """, [key])
        try execute(
            """
            INSERT INTO session_staff (session_id, person_id, role, was_planned)
            SELECT session_id, person_id, role, was_planned FROM session_staff_change
            WHERE operation_id = ?1 AND voided_by IS NULL AND was_planned IS NOT NULL
            ON CONFLICT (session_id, person_id, role)
                DO UPDATE SET was_planned = excluded.was_planned
            """, [key])
        try execute(
            """
            UPDATE session_staff_change SET voided_by = ?
            WHERE operation_id = ? AND voided_by IS NULL
            """, [undo.key, key])
    }

    private func restoreChildcare(_ key: Int64, by undo: OpenOperation) throws {
        try execute(
            """
            UPDATE enrolment SET childcare = (
                SELECT was_childcare FROM enrolment_change
                WHERE enrolment_id = enrolment.id AND operation_id = ?1
                ORDER BY enrolment_change.id LIMIT 1)
            WHERE id IN (SELECT enrolment_id FROM enrolment_change
                WHERE operation_id = ?1 AND voided_by IS NULL)
            """, [key])
        try execute(
            """
            UPDATE enrolment_change SET voided_by = ?
            WHERE operation_id = ? AND voided_by IS NULL
            """, [undo.key, key])
    }

    private func restoreSessions(_ key: Int64, by undo: OpenOperation) throws {
        let earlier = try Row.fetchAll(
            db,
            sql: """
                SELECT session_id, was_date, min(id) FROM session_change WHERE operation_id = ?
                GROUP BY session_id
                """, arguments: [key])
        for row in earlier { try moveGrants(of: row["session_id"], to: row["was_date"]) }
        try execute(
            """
            UPDATE session SET (local_date, starts_at, ends_at, mode, state) = (
                SELECT was_date, was_starts_at, was_ends_at, was_mode, was_state
                FROM session_change WHERE session_id = session.id AND operation_id = ?1
                ORDER BY session_change.id LIMIT 1)
            WHERE id IN (SELECT session_id FROM session_change WHERE operation_id = ?1)
            """, [key])
        try execute(
            "UPDATE session_change SET voided_by = ? WHERE operation_id = ? AND voided_by IS NULL",
            [undo.key, key])
    }

    /// People who came with an undone import leave no trace of themselves.
    private func removeImported(_ key: Int64) throws {
        try emptyFills(key)
        try forgetMerges(ofImported: key)
        let imported = "(SELECT id FROM person WHERE operation_id = ?1)"
        // Nothing of theirs stands any longer: what others wrote has been voided before.
        let enrolments = "(SELECT id FROM enrolment WHERE person_id IN \(imported))"
        let placements = "(SELECT id FROM placement WHERE enrolment_id IN \(enrolments))"
        let wishes = "(SELECT id FROM enrolment_wish WHERE enrolment_id IN \(enrolments))"
        let steps = "(SELECT id FROM enrolment_step WHERE enrolment_id IN \(enrolments))"
        for statement in [
            "DELETE FROM identifier WHERE operation_id = ?1 OR person_id IN \(imported)",
            "DELETE FROM contact WHERE operation_id = ?1 OR person_id IN \(imported)",
            "DELETE FROM import_row WHERE operation_id = ?1",
            "DELETE FROM import_recognition WHERE operation_id = ?1 OR person_id IN \(imported)",
            "DELETE FROM person_note WHERE operation_id = ?1 OR person_id IN \(imported)",
            "DELETE FROM wished_slot WHERE wish_id IN \(wishes)",
            "DELETE FROM wished_language WHERE wish_id IN \(wishes)",
            "DELETE FROM enrolment_wish WHERE id IN \(wishes)",
            "DELETE FROM placement_end WHERE placement_id IN \(placements)",
            "DELETE FROM placement WHERE enrolment_id IN \(enrolments)",
            "DELETE FROM offer_overruled WHERE person_id IN \(imported) OR step_id IN \(steps)",
            "DELETE FROM enrolment_step WHERE enrolment_id IN \(enrolments)",
            "DELETE FROM enrolment_change WHERE enrolment_id IN \(enrolments)",
            "DELETE FROM enrolment WHERE id IN \(enrolments)",
            """
            DELETE FROM person_merge_party
            WHERE party_id IN (SELECT id FROM party WHERE operation_id = ?1)
            """,
            "DELETE FROM party_member WHERE party_id IN (SELECT id FROM party WHERE operation_id = ?1)",
            "DELETE FROM party WHERE operation_id = ?1",
            "DELETE FROM session_staff_change WHERE person_id IN \(imported)",
            "DELETE FROM person_language WHERE person_id IN \(imported)",
            "DELETE FROM spoken_level WHERE person_id IN \(imported)",
            "DELETE FROM protection WHERE person_id IN \(imported)",
            "DELETE FROM protected_name WHERE person_id IN \(imported)",
            "DELETE FROM person_name WHERE person_id IN \(imported)",
            "DELETE FROM preferred_name WHERE operation_id = ?1 OR person_id IN \(imported)",
            "DELETE FROM protected_preferred_name WHERE operation_id = ?1 OR person_id IN \(imported)",
            "DELETE FROM person WHERE operation_id = ?1",
        ] {
            try execute(statement, [key])
        }
    }

    private func emptyFills(_ key: Int64) throws {
        let columns = [
            ("externalID", "external_id = NULL"), ("gender", "gender = 'unknown'"),
            ("birthDate", "birth_date = NULL"), ("birthYear", "birth_year = NULL"),
        ]
        for (field, change) in columns {
            try execute(
                """
                UPDATE person SET \(change) WHERE id IN (
                    SELECT person_id FROM import_fill WHERE operation_id = ? AND field = ?)
                """, [key, field])
        }
        for (field, script) in [("nativeName", "native"), ("latinName", "latin")] {
            try execute(
                """
                DELETE FROM person_name WHERE script = ? AND person_id IN (
                    SELECT person_id FROM import_fill WHERE operation_id = ? AND field = ?)
                """, [script, key, field])
        }
        for use in ["course", "spoken", "written", "contact"] {
            try execute(
                """
                DELETE FROM person_language WHERE use = ?1 AND person_id IN (
                    SELECT person_id FROM import_fill
                    WHERE operation_id = ?2 AND field = ?1 || 'Language')
                """, [use, key])
        }
        try execute("DELETE FROM import_fill WHERE operation_id = ?", [key])
    }
}
