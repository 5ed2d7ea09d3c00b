package import Courses
internal import GRDB

/// A merge of two persons that was made.
struct PersonMergeRecord {
    let operation: Int64
    let kept: Int64
    let other: Int64
    /// The last act that had arrived by then.
    let afterAct: Int64
    let isVoid: Bool
}

extension Reading {
    /// Nil for an operation of another kind.
    func personMerge(_ operation: Int64) throws -> PersonMergeRecord? {
        let statement = try db.cachedStatement(
            sql: "SELECT * FROM person_merge WHERE operation_id = ?")
        return try Row.fetchOne(statement, arguments: [operation]).map { row in
            PersonMergeRecord(
                operation: operation, kept: row["kept_id"], other: row["merged_id"],
                afterAct: row["after_act"], isVoid: row["voided_by"] != nil)
        }
    }

    /// Whoever was merged away, and all who had become them before.
    func lineage(of merge: PersonMergeRecord) throws -> Set<Int64> {
        Set(
            try Int64.fetchAll(
                db,
                sql: """
                    WITH RECURSIVE line (id) AS (
                        SELECT ? UNION SELECT merged_id FROM person_merge
                            JOIN line ON line.id = kept_id WHERE voided_by IS NULL)
                    SELECT id FROM line
                    """, arguments: [merge.other]))
    }

    /// Whether somebody protected has been merged by this operation.
    package func mergesProtected(_ operation: OperationID) throws -> Bool {
        try db.cachedStatement(
            sql: """
                SELECT 1 FROM person_merge JOIN operation ON operation.id = operation_id
                    JOIN protected_name ON person_id = kept_id OR person_id = merged_id
                WHERE public_id = ?
                """
        ).fetchKey([operation]) != nil
    }
}
