package import Courses
import FoundationEssentials
internal import GRDB

extension Writing {
    /// Keeps why an operation was done, sealed like notes: people may be named in it.
    func seal(_ reason: String, of operation: (key: Int64, id: OperationID)) throws {
        try execute(
            "INSERT INTO sealed_reason VALUES (?, ?)",
            [
                operation.key,
                try sealer.seal(reason, context: "reason \(operation.id)"),
            ])
    }

    /// Seals what an earlier version left open of why something was done that concerns a
    /// protected person.
    func sealReasonsOfProtected() throws {
        let open = try Row.fetchAll(
            db,
            sql: """
                SELECT operation.id, public_id, text
                FROM operation_reason JOIN operation ON operation.id = operation_id
                """)
        guard !open.isEmpty else { return }
        let concerned = try reading.operationsOfProtected()
        for row in open where concerned.contains(row["id"]) {
            let key: Int64 = row["id"]
            try seal(row["text"], of: (key, row["public_id"]))
            try execute("DELETE FROM operation_reason WHERE operation_id = ?", [key])
        }
    }

    /// Why an operation was done, for a named reader; the read is recorded.
    package func revealReason(of operation: OperationID, to actor: Actor) throws -> String? {
        try audit("readProtectedReason", "operation", operation.description, by: actor)
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT text, sealed FROM operation
                    LEFT JOIN operation_reason ON operation_reason.operation_id = operation.id
                    LEFT JOIN sealed_reason ON sealed_reason.operation_id = operation.id
                WHERE public_id = ?
                """, arguments: [operation])
        guard let row else { throw UnknownReference(kind: .operation, text: operation.description) }
        return try reading.reason(row, of: operation)
    }
}

extension Reading {
    /// From a row's `text`, of an earlier version, or `sealed`.
    func reason(_ row: Row, of operation: OperationID) throws -> String? {
        guard let sealed: Data = row["sealed"] else { return row["text"] }
        return try sealer.open(sealed, context: "reason \(operation)")
    }

    /// From a row's `id`, `listed` and what `reason(_:of:)` reads: what whoever may read no
    /// protected data may know.
    func reason(
        _ row: Row, of operation: OperationID, withheld: Set<Int64>,
        listed: [String: ListedReason]
    ) throws -> GivenReason {
        let text = try reason(row, of: operation)
        let isWithheld = text != nil && withheld.contains(row["id"])
        let code: String? = row["listed"]
        return GivenReason(
            listed: code.flatMap { listed[$0] }, text: isWithheld ? nil : text,
            isWithheld: isWithheld)
    }

    /// Operations that concern somebody who is protected: that wrote of their part in a round, or
    /// of the part of anybody who belongs with them or is kept apart from them, or of their work
    /// at a session, that said who they are, or that changed a session or a group of theirs or who
    /// works there, whatever else they did, and whatever was done afterwards: theirs is also what
    /// they have left, and where they came by a mistake that was undone.
    func operationsOfProtected() throws -> Set<Int64> {
        let statement = try db.cachedStatement(sql: Self.selectOperationsOfProtected)
        return try Int64.fetchSet(statement)
    }

    /// The sessions come from the people, so that no other change of a session is looked at. Which
    /// group was closed is not known once that is undone: then its round decides.
    private static let selectOperationsOfProtected = """
        WITH hidden AS (SELECT person_id FROM protected_name),
            near AS (
                SELECT person_id FROM hidden
                UNION SELECT other.person_id
                    FROM hidden JOIN party_member AS own ON own.person_id = hidden.person_id
                        JOIN party_member AS other ON other.party_id = own.party_id),
            part AS (SELECT id FROM enrolment WHERE person_id IN near),
            theirs AS (SELECT id FROM enrolment WHERE person_id IN hidden),
            meeting AS (
                SELECT session_id FROM hidden CROSS JOIN session_staff
                    ON session_staff.person_id = hidden.person_id
                UNION SELECT session_id FROM hidden CROSS JOIN session_staff_change
                    ON session_staff_change.person_id = hidden.person_id
                UNION SELECT session_group.session_id
                    FROM theirs CROSS JOIN placement ON placement.enrolment_id = theirs.id
                        JOIN session_group ON session_group.group_id = placement.group_id
                        JOIN session ON session.id = session_group.session_id
                    WHERE starts_on <= local_date OR EXISTS (
                        SELECT 1 FROM session_change AS moved
                        WHERE moved.session_id = session.id AND starts_on <= was_date)),
            theirGroup AS (
                SELECT group_id FROM theirs CROSS JOIN placement
                    ON placement.enrolment_id = theirs.id
                UNION SELECT group_id FROM theirs CROSS JOIN enrolment_step
                    ON enrolment_step.enrolment_id = theirs.id WHERE group_id IS NOT NULL
                UNION SELECT group_id FROM meeting CROSS JOIN session_group
                    ON session_group.session_id = meeting.session_id)
        SELECT operation_id FROM enrolment WHERE id IN part
        UNION SELECT operation_id FROM enrolment_step WHERE enrolment_id IN part
        UNION SELECT operation_id FROM enrolment_wish WHERE enrolment_id IN part
        UNION SELECT operation_id FROM enrolment_change WHERE enrolment_id IN part
        UNION SELECT operation_id FROM placement WHERE enrolment_id IN part
        UNION SELECT placement_end.operation_id
            FROM placement_end JOIN placement ON placement.id = placement_id
            WHERE enrolment_id IN part
        UNION SELECT operation_id FROM session_staff_change WHERE person_id IN hidden
        UNION SELECT operation_id FROM person_merge
            WHERE kept_id IN hidden OR merged_id IN hidden
        UNION SELECT operation_id FROM person_keeping WHERE person_id IN hidden
        UNION SELECT change.operation_id FROM meeting CROSS JOIN session_change AS change
            ON change.session_id = meeting.session_id
        UNION SELECT change.operation_id
            FROM meeting CROSS JOIN session_staff_change AS change
                ON change.session_id = meeting.session_id
        UNION SELECT operation_id FROM group_change WHERE group_id IN theirGroup
        UNION SELECT operation_id FROM group_pause WHERE group_id IN theirGroup
        UNION SELECT group_pause_end.operation_id
            FROM group_pause_end JOIN group_pause ON group_pause.id = pause_id
            WHERE group_id IN theirGroup
        UNION SELECT opening_operation_id FROM course_group
            WHERE id IN theirGroup AND opening_operation_id IS NOT NULL
        UNION SELECT closing_operation_id FROM course_group
            WHERE id IN theirGroup AND closing_operation_id IS NOT NULL
        UNION SELECT operation_id FROM group_reopening WHERE group_id IN theirGroup
        UNION SELECT was_closing_operation_id FROM group_reopening
            WHERE group_id IN theirGroup AND was_closing_operation_id IS NOT NULL
        UNION SELECT closing.id
            FROM operation AS undo JOIN operation AS closing ON closing.id = undo.undoes
                JOIN operation_round ON operation_round.operation_id = closing.id
            WHERE closing.kind = 'closeGroup' AND operation_round.round_id IN (
                SELECT round_id FROM course_group WHERE id IN theirGroup)
        """
}
