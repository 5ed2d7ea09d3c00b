package import Courses
internal import GRDB

extension Reading {
    /// Sessions that an operation planned, and others that it changed or gave another staff.
    package func sessions(
        touchedBy operation: OperationID
    ) throws -> (planned: [Session.ID], changed: [Session.ID]) {
        let key = try requireKey(operation, in: .operation)
        let planned = try Session.ID.fetchAll(
            db,
            sql: """
                SELECT public_id FROM session WHERE operation_id = ? AND voided_by IS NULL
                ORDER BY id
                """, arguments: [key])
        let changed = try Session.ID.fetchAll(
            db,
            sql: """
                SELECT public_id FROM session
                WHERE voided_by IS NULL AND operation_id <> ?1 AND id IN (
                    SELECT session_id FROM session_change
                        WHERE operation_id = ?1 AND voided_by IS NULL
                    UNION SELECT session_id FROM session_staff_change
                        WHERE operation_id = ?1 AND voided_by IS NULL)
                ORDER BY id
                """, arguments: [key])
        return (planned, changed)
    }
}
