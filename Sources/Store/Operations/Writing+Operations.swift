package import Courses
internal import GRDB

/// An operation under way in this transaction.
package struct OpenOperation: Sendable {
    package let id: OperationID
    let key: Int64
}

extension Writing {
    /// Records that an operation is done; all that it writes carries it.
    ///
    /// - Parameters:
    ///   - round: the round that it concerns; nil for what concerns none, or several.
    ///   - reason: a listed one, free text or both, as `ReasonText` reads it; free text is kept
    ///     sealed and outside the log.
    package func begin(
        _ kind: OperationKind, in round: Round.ID? = nil, on date: LocalDate, by actor: Actor,
        reason: String? = nil, undoing undone: OperationID? = nil
    ) throws -> OpenOperation {
        let id: OperationID = entropy.identifier()
        let undoneKey = try undone.map { try reading.requireKey($0, in: .operation) }
        let key = try insert(
            """
            INSERT INTO operation (public_id, kind, effective_on, at, actor_id, undoes)
            VALUES (?, ?, ?, ?, ?, ?)
            """,
            [id, kind.rawValue, date, now, try actorKey(actor), undoneKey])
        if let reason { try keep(reason, of: (key, id)) }
        if let round { try note(key, in: try reading.requireKey(round, in: .round)) }
        if let undoneKey {
            try execute(
                """
                INSERT INTO operation_round (round_id, operation_id)
                SELECT round_id, ? FROM operation_round WHERE operation_id = ?
                """, [key, undoneKey])
        }
        try audit(kind.rawValue, "operation", id.description, by: actor)
        return OpenOperation(id: id, key: key)
    }

    private func keep(_ reason: String, of operation: (key: Int64, id: OperationID)) throws {
        let (listed, words) = try listed(reason)
        if let listed {
            try execute(
                "INSERT INTO operation_listed_reason VALUES (?, ?)", [operation.key, listed])
        }
        if let words {
            try seal(listed == nil ? words : ReasonText.plain(words), of: operation)
        }
    }

    /// Notes that an operation concerns a round, once.
    func note(_ operation: Int64, in round: Int64) throws {
        try execute(
            """
            INSERT INTO operation_round (round_id, operation_id) VALUES (?, ?)
            ON CONFLICT DO NOTHING
            """, [round, operation])
    }

    /// Null for the command's operator.
    func actorKey(_ actor: Actor) throws -> Int64? {
        try actor.person.map { try reading.requireKey($0, in: .person) }
    }

    /// Records a deed; ids and codes only.
    package func audit(
        _ deed: String, _ resource: String, _ resourceID: String?, by actor: Actor, rows: Int = 1
    ) throws {
        let row = try BoundStatement(
            db,
            """
            INSERT INTO audit (at, actor_id, deed, resource, resource_id, rows)
            VALUES (?, ?, ?, ?, ?, ?)
            """)
        row.bind(1, now.milliseconds)
        row.bind(2, try actorKey(actor))
        row.bind(3, deed)
        row.bind(4, resource)
        row.bind(5, resourceID)
        row.bind(6, rows)
        try row.run()
    }
}

/// An operation as the history tells it.
package struct OperationRecord: Sendable, Equatable {
    package let id: OperationID
    package let kind: OperationKind
    package let effectiveOn: LocalDate
    package let at: Instant
    package let actor: Person.ID?
    package let reason: GivenReason
    package let undoes: OperationID?
    package let undoneBy: OperationID?
}

extension Reading {
    package func operation(_ id: OperationID) throws -> OperationRecord {
        guard
            let row = try Row.fetchOne(
                db,
                sql: """
                    \(Self.selectOperations) WHERE public_id = ?
                    """, arguments: [id])
        else { throw UnknownReference(kind: .operation, text: id.description) }
        return try record(
            row, withheld: try operationsOfProtected(), listed: try listedReasons())
    }

    /// All that concerned a round, the first first.
    ///
    /// - Parameter since: leaves out this one and all before it.
    package func operations(
        in round: Round.ID, since: OperationID? = nil
    ) throws -> [OperationRecord] {
        let withheld = try operationsOfProtected()
        let listed = try listedReasons()
        return try Row.fetchAll(
            db,
            sql: """
                \(Self.selectOperations)
                WHERE id IN (SELECT operation_id FROM operation_round
                        WHERE round_id = (SELECT id FROM round WHERE public_id = ?1))
                    AND (?2 IS NULL
                        OR id > (SELECT id FROM operation WHERE public_id = ?2))
                ORDER BY id
                """, arguments: [round, since]
        ).map { try record($0, withheld: withheld, listed: listed) }
    }

    /// The rounds that an operation concerns.
    package func rounds(of operation: OperationID) throws -> [Round.ID] {
        try Round.ID.fetchAll(
            db,
            sql: """
                SELECT public_id FROM round WHERE id IN (
                    SELECT round_id FROM operation_round
                    WHERE operation_id = (SELECT id FROM operation WHERE public_id = ?))
                ORDER BY id
                """, arguments: [operation])
    }

    private static let selectOperations = """
        SELECT id, public_id, kind, effective_on, at, text, sealed,
            (SELECT code FROM operation_listed_reason JOIN reason ON reason.id = reason_id
             WHERE operation_listed_reason.operation_id = operation.id) AS listed,
            (SELECT public_id FROM person WHERE id = actor_id) AS actor,
            (SELECT public_id FROM operation AS undone
             WHERE undone.id = operation.undoes) AS undoes,
            (SELECT public_id FROM operation AS undo
             WHERE undo.undoes = operation.id) AS undone_by
        FROM operation
            LEFT JOIN operation_reason ON operation_reason.operation_id = operation.id
            LEFT JOIN sealed_reason ON sealed_reason.operation_id = operation.id
        """

    private func record(
        _ row: Row, withheld: Set<Int64>, listed: [String: ListedReason]
    ) throws -> OperationRecord {
        guard let kind = OperationKind(rawValue: row["kind"]) else {
            throw StoreError.damaged(table: "operation")
        }
        return OperationRecord(
            id: row["public_id"], kind: kind, effectiveOn: row["effective_on"], at: row["at"],
            actor: row["actor"],
            reason: try reason(row, of: row["public_id"], withheld: withheld, listed: listed),
            undoes: row["undoes"], undoneBy: row["undone_by"])
    }
}
