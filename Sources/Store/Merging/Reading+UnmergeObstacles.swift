import Courses
internal import GRDB

extension Reading {
    /// What stands in the way of undoing a merge of two persons: merges of the kept person that
    /// came later, operations on an enrolment that stands for both, notes of one that was the
    /// other's, which are sealed for the kept person, changes of leader, imports that knew somebody by who would part again, and marks of which nobody can tell whose they
    /// are.
    func obstacles(toUnmerging key: Int64) throws -> [UndoObstacle] {
        guard let merge = try personMerge(key) else {
            throw StoreError.damaged(table: "person_merge")
        }
        var obstacles: [UndoObstacle] = []
        let later = try laterOperations(restingOnMerge: merge)
        if !later.isEmpty { obstacles.append(.restedOnBy(later)) }
        return try obstacles
            + marks(splitting: merge).compactMap { mark in
                guard case .unclear = mark.fate else { return nil }
                return .unclearMark(mark.meeting)
            }
    }

    private func laterOperations(restingOnMerge merge: PersonMergeRecord) throws -> [OperationID] {
        try OperationID.fetchAll(
            db,
            sql: """
                WITH RECURSIVE line (id) AS (
                    SELECT ?3 UNION SELECT merged_id FROM person_merge
                        JOIN line ON line.id = kept_id WHERE voided_by IS NULL),
                joined AS (
                    SELECT row_id FROM person_merge_row WHERE operation_id = ?1
                        AND (kind = 'joined' OR kind = 'setAside'))
                SELECT public_id FROM operation WHERE id > ?1 AND id IN (
                    SELECT operation_id FROM person_merge
                        WHERE voided_by IS NULL AND (kept_id = ?2 OR merged_id = ?2)
                    UNION SELECT operation_id FROM placement
                        WHERE voided_by IS NULL AND enrolment_id IN joined
                    UNION SELECT placement_end.operation_id
                        FROM placement_end JOIN placement ON placement.id = placement_id
                        WHERE placement_end.voided_by IS NULL AND enrolment_id IN joined
                    UNION SELECT operation_id FROM enrolment_step
                        WHERE voided_by IS NULL AND enrolment_id IN joined
                    UNION SELECT operation_id FROM enrolment_wish
                        WHERE voided_by IS NULL AND enrolment_id IN joined
                    UNION SELECT operation_id FROM enrolment_change
                        WHERE voided_by IS NULL AND enrolment_id IN joined
                    UNION SELECT operation_id FROM person_note
                        WHERE person_id = ?2 AND enrolment_id IN (
                            SELECT row_id FROM person_merge_row
                            WHERE operation_id = ?1 AND kind = 'enrolment')
                    UNION SELECT operation_id FROM session_staff_change
                        WHERE voided_by IS NULL AND (person_id = ?2
                            OR (session_id, role) IN (SELECT session_id, role
                                FROM person_merge_staff WHERE operation_id = ?1))
                    UNION SELECT operation_id FROM import_recognition WHERE person_id IN line)
                ORDER BY id
                """, arguments: [merge.operation, merge.kept, merge.other])
    }

    /// Merges and keepings that rest on what an earlier operation wrote: on enrolments and places
    /// that became another's, and on people whom it brought or filled.
    func mergesResting(on key: Int64) throws -> [OperationID] {
        try OperationID.fetchAll(
            db,
            sql: """
                WITH touched AS (
                    SELECT enrolment_id FROM placement WHERE operation_id = ?1
                    UNION SELECT enrolment_id FROM placement_end JOIN placement
                        ON placement.id = placement_id WHERE placement_end.operation_id = ?1
                    UNION SELECT enrolment_id FROM enrolment_step WHERE operation_id = ?1
                    UNION SELECT enrolment_id FROM enrolment_wish WHERE operation_id = ?1
                    UNION SELECT enrolment_id FROM enrolment_change WHERE operation_id = ?1
                    UNION SELECT id FROM enrolment WHERE operation_id = ?1),
                brought AS (
                    SELECT id FROM person WHERE operation_id = ?1
                    UNION SELECT person_id FROM import_fill WHERE operation_id = ?1
                    UNION SELECT person_id FROM party_member JOIN party ON party.id = party_id
                        WHERE operation_id = ?1
                    UNION SELECT person_id FROM session_staff_change WHERE operation_id = ?1)
                SELECT public_id FROM operation WHERE id > ?1 AND id IN (
                    SELECT person_merge.operation_id FROM person_merge
                        JOIN person_merge_row
                            ON person_merge_row.operation_id = person_merge.operation_id
                        WHERE voided_by IS NULL AND (
                            (kind = 'placement' AND (was_id IN touched OR row_id IN (
                                SELECT id FROM placement WHERE operation_id = ?1)))
                            OR (kind <> 'placement' AND row_id IN touched))
                    UNION SELECT operation_id FROM person_merge
                        WHERE voided_by IS NULL AND (kept_id IN brought OR merged_id IN brought)
                    UNION SELECT operation_id FROM person_keeping
                        WHERE voided_by IS NULL AND person_id IN brought)
                ORDER BY id
                """, arguments: [key])
    }
}
