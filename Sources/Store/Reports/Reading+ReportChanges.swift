package import Courses
internal import GRDB

extension Reading {
    /// What was recorded between two bounds that touches a report, the first first.
    ///
    /// A statement touches it when it is about a session of its rounds (or makes up for one) that
    /// had begun when the report was counted; one that waits touches whatever says how many wait.
    /// An operation touches it when it concerns its rounds and takes effect by the report's day,
    /// or plans sessions.
    package func changes(
        touching report: FrozenReport, upTo bound: LogBound
    ) throws -> [ReportChange] {
        let changes = try acts(touching: report, bound) + operations(touching: report, bound)
        return changes.sorted { $0.at < $1.at }
    }

    private func acts(
        touching report: FrozenReport, _ bound: LogBound
    ) throws -> [ReportChange] {
        let rounds = Set(report.parameters.rounds)
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT act.uuid, act.kind, act.outcome, arrived_at, person.public_id AS actor,
                    session.public_id AS session, session.local_date, session.starts_at,
                    round.public_id AS round, missed_round.public_id AS missed_round,
                    EXISTS (SELECT 1 FROM act AS waiting
                        WHERE waiting.settled_by = act.id AND waiting.id <> act.id) AS settles
                FROM act
                    LEFT JOIN session ON session.id = act.session_id
                    LEFT JOIN round ON round.id = session.round_id
                    LEFT JOIN session AS missed ON missed.id = act.make_up_for
                    LEFT JOIN round AS missed_round ON missed_round.id = missed.round_id
                    LEFT JOIN person ON person.id = act.actor_id
                WHERE act.id > ? AND act.id <= ?
                    AND act.kind NOT IN ('note', 'person') AND act.outcome <> 'merged'
                ORDER BY act.id
                """, arguments: [report.bound.act, bound.act])
        var changes: [ReportChange] = []
        while let row = try rows.next() {
            let round: Round.ID? = row["round"]
            let missed: Round.ID? = row["missed_round"]
            let isInScope =
                rounds.isEmpty || [round, missed].contains { $0.map(rounds.contains) ?? false }
            let outcome: String = row["outcome"]
            let settles: Bool = row["settles"]
            let waits = outcome != "accepted" || settles
            guard isInScope,
                hasBegun(row, by: report.countedAt) && outcome == "accepted"
                    || waits && report.parameters.kind == .figures
            else { continue }
            changes.append(
                .act(
                    row["uuid"], kind: row["kind"], session: row["session"],
                    at: row["arrived_at"], actor: row["actor"]))
        }
        return changes
    }

    private func hasBegun(_ row: Row, by moment: Instant) -> Bool {
        let date: LocalDate? = row["local_date"]
        let start: LocalTime? = row["starts_at"]
        guard let date, let start else { return false }
        return WallClock.instant(date, start).milliseconds <= moment.milliseconds
    }

    private func operations(
        touching report: FrozenReport, _ bound: LogBound
    ) throws -> [ReportChange] {
        let rounds = Set(report.parameters.rounds)
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT operation.public_id, operation.kind, operation.at,
                    person.public_id AS actor, ifnull(undone.kind, operation.kind) AS what,
                    ifnull(undone.effective_on, operation.effective_on) AS effective_on,
                    (SELECT group_concat(round.public_id, ' ') FROM operation_round
                        JOIN round ON round.id = round_id
                        WHERE operation_id = operation.id) AS rounds
                FROM operation
                    LEFT JOIN operation AS undone ON undone.id = operation.undoes
                    LEFT JOIN person ON person.id = operation.actor_id
                WHERE operation.id > ? AND operation.id <= ? ORDER BY operation.id
                """, arguments: [report.bound.operation, bound.operation])
        var changes: [ReportChange] = []
        while let row = try rows.next() {
            let concerned: String = row["rounds"] ?? ""
            let isInScope =
                rounds.isEmpty
                || concerned.split(separator: " ").contains {
                    Round.ID(String($0)).map(rounds.contains) ?? false
                }
            guard let kind = OperationKind(rawValue: row["kind"]),
                let what = OperationKind(rawValue: row["what"])
            else { throw StoreError.damaged(table: "operation") }
            let on: LocalDate = row["effective_on"]
            guard isInScope, on <= report.asOf || what == .planSessions,
                report.parameters.kind == .figures || !what.concernsWaitingAlone
            else { continue }
            changes.append(
                .operation(row["public_id"], kind, on: on, at: row["at"], actor: row["actor"]))
        }
        return changes
    }
}

extension OperationKind {
    /// Changes who waits and for what, and nobody's place.
    fileprivate var concernsWaitingAlone: Bool {
        switch self {
        case .apply, .offer, .decline, .waitlist, .prioritise: true
        default: false
        }
    }
}
