package import Courses
internal import FoundationEssentials
internal import GRDB

/// An act that was kept or needs review, and that nobody has settled.
package struct WaitingAct: Sendable {
    package let id: ActID
    package let outcome: ActOutcome
    /// Nil where no session is known that it could be about.
    package let session: Session.ID?
    /// Whose device it came from; nil is the command's operator.
    package let actor: Person.ID?
    package let happenedAt: Instant
    package let arrivedAt: Instant
    /// As it came; nil where it was destroyed since.
    package let payload: String?
}

extension Reading {
    /// Every act that waits to be settled, in the order in which they arrived.
    package func waitingActs() throws -> [WaitingAct] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT act.uuid, act.outcome, act.rule, act.happened_at, act.arrived_at, sealed,
                    session.public_id AS session, person.public_id AS actor
                FROM act
                    LEFT JOIN session ON session.id = session_id AND session.voided_by IS NULL
                    LEFT JOIN person ON person.id = actor_id
                    LEFT JOIN act_payload ON act_id = act.id
                WHERE outcome IN ('kept', 'needsReview') AND settled_by IS NULL
                ORDER BY act.id
                """)
        return try Row.fetchAll(statement).map { row in
            let id: ActID = row["uuid"]
            let sealed: Data? = row["sealed"]
            return WaitingAct(
                id: id, outcome: ActOutcome(row: row), session: row["session"],
                actor: row["actor"], happenedAt: row["happened_at"],
                arrivedAt: row["arrived_at"],
                payload: try sealed.map { try sealer.open($0, context: "act \(id)") })
        }
    }
}

extension Writing {
    /// Sets aside a statement that waits: a retraction in the log, after which it waits no longer.
    package func setAside(
        _ known: KnownAct, with retraction: ActRecord, from device: Device, text: String?
    ) throws {
        var record = retraction
        record.thing = known.thing
        record.headcount = known.headcount
        record.retracts = known.id
        record.version = known.version
        _ = try append(
            record, session: known.sessionKey, person: known.personKey, from: device,
            payload: nil, text: text)
        try settle(known, by: record.id)
    }
}
