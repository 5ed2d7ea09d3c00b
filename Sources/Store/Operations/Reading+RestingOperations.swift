import Courses
internal import GRDB

extension Reading {
    /// Later operations that rest on rows which an operation wrote.
    func laterOperations(restingOn key: Int64) throws -> [OperationID] {
        try OperationID.fetchAll(
            db,
            sql: """
                WITH touched AS (
                    SELECT enrolment_id FROM placement WHERE operation_id = ?1
                    UNION SELECT enrolment_id FROM placement JOIN placement_end
                        ON placement_id = placement.id
                        WHERE placement_end.operation_id = ?1
                    UNION SELECT enrolment_id FROM enrolment_step WHERE operation_id = ?1
                    UNION SELECT id FROM enrolment WHERE operation_id = ?1
                    UNION SELECT enrolment.id FROM enrolment JOIN person ON person.id = person_id
                        WHERE person.operation_id = ?1),
                applied AS (
                    SELECT enrolment_id FROM enrolment_step
                        WHERE operation_id = ?1 AND step = 'applied'
                    UNION SELECT id FROM enrolment WHERE operation_id = ?1),
                planned AS (
                    SELECT id FROM session WHERE operation_id = ?1
                    UNION SELECT session_id FROM session_change WHERE operation_id = ?1),
                opened AS (
                    SELECT id FROM course_group WHERE opening_operation_id = ?1
                    UNION SELECT group_id FROM group_reopening WHERE operation_id = ?1),
                halted AS (
                    SELECT id FROM group_pause WHERE operation_id = ?1
                    UNION SELECT pause_id FROM group_pause_end WHERE operation_id = ?1)
                SELECT public_id FROM operation WHERE id > ?1 AND id IN (
                    SELECT operation_id FROM placement
                        WHERE voided_by IS NULL AND enrolment_id IN touched
                    UNION SELECT placement_end.operation_id
                        FROM placement_end JOIN placement ON placement.id = placement_id
                        WHERE placement_end.voided_by IS NULL AND enrolment_id IN touched
                    UNION SELECT operation_id FROM enrolment_step
                        WHERE voided_by IS NULL AND enrolment_id IN touched
                    UNION SELECT operation_id FROM session_change
                        WHERE voided_by IS NULL AND session_id IN planned
                    UNION SELECT closing_operation_id FROM course_group WHERE id IN (
                        SELECT group_id FROM placement JOIN placement_end
                            ON placement_id = placement.id
                        WHERE placement_end.operation_id = ?1)
                    UNION SELECT closing_operation_id FROM course_group WHERE id IN (
                        SELECT group_id FROM enrolment_step WHERE id IN (
                            SELECT max(id) FROM enrolment_step
                            WHERE voided_by IS NULL AND operation_id <> ?1
                                AND enrolment_id IN (SELECT enrolment_id FROM enrolment_step
                                    WHERE operation_id = ?1)
                            GROUP BY enrolment_id))
                    UNION SELECT operation_id FROM placement
                        WHERE voided_by IS NULL AND group_id IN opened
                    UNION SELECT operation_id FROM enrolment_step
                        WHERE voided_by IS NULL AND group_id IN opened
                    UNION SELECT operation_id FROM enrolment_wish
                        WHERE voided_by IS NULL AND group_id IN opened
                    UNION SELECT operation_id FROM session
                        JOIN session_group ON session_group.session_id = session.id
                        WHERE voided_by IS NULL AND session_group.group_id IN opened
                    UNION SELECT closing_operation_id FROM course_group WHERE id IN opened
                    UNION SELECT operation_id FROM group_reopening
                        WHERE voided_by IS NULL
                            AND (was_closing_operation_id = ?1 OR group_id IN opened)
                    UNION SELECT operation_id FROM group_pause
                        WHERE voided_by IS NULL AND (group_id IN opened
                            OR group_id IN (SELECT group_id FROM group_pause AS halting
                                WHERE halting.id IN halted))
                    UNION SELECT operation_id FROM group_pause_end
                        WHERE voided_by IS NULL AND pause_id IN halted
                    UNION SELECT later.operation_id FROM session_staff_change AS later
                        JOIN session_staff_change AS earlier
                            ON earlier.session_id = later.session_id
                                AND earlier.role = later.role
                        WHERE earlier.operation_id = ?1 AND later.voided_by IS NULL
                    UNION SELECT operation_id FROM session_staff_change
                        WHERE voided_by IS NULL AND session_id IN planned
                    UNION SELECT later.operation_id FROM enrolment_change AS later
                        JOIN enrolment_change AS earlier
                            ON earlier.enrolment_id = later.enrolment_id
                        WHERE earlier.operation_id = ?1 AND later.voided_by IS NULL
                    UNION SELECT operation_id FROM import_fill WHERE person_id IN (
                        SELECT id FROM person WHERE operation_id = ?1)
                    UNION SELECT operation_id FROM identifier WHERE person_id IN (
                        SELECT id FROM person WHERE operation_id = ?1)
                    UNION SELECT operation_id FROM contact WHERE person_id IN (
                        SELECT id FROM person WHERE operation_id = ?1)
                    UNION SELECT operation_id FROM import_row WHERE person_id IN (
                        SELECT id FROM person WHERE operation_id = ?1)
                    UNION SELECT operation_id FROM preferred_name WHERE person_id IN (
                        SELECT id FROM person WHERE operation_id = ?1)
                    UNION SELECT operation_id FROM protected_preferred_name WHERE person_id IN (
                        SELECT id FROM person WHERE operation_id = ?1)
                    UNION SELECT operation_id FROM enrolment_wish
                        WHERE voided_by IS NULL AND enrolment_id IN applied
                    UNION SELECT operation_id FROM person_note WHERE enrolment_id IN applied
                        OR person_id IN (SELECT id FROM person WHERE operation_id = ?1)
                    UNION SELECT operation_id FROM party WHERE id IN (
                        SELECT party_id FROM party_member JOIN person ON person.id = person_id
                        WHERE person.operation_id = ?1))
                ORDER BY id
                """, arguments: [key])
    }
}
