package import Courses
internal import GRDB

extension Reading {
    /// What was recorded between two bounds that touches a report, the first first.
    ///
    /// A statement touches it when it is about a session of its rounds (or makes up for one) that
    /// had begun when the report was counted; one that waits touches whatever says how many wait.
    /// An operation touches it when it concerns its rounds and takes effect by the report's day,
    /// moves a session away from a day up to it, or plans sessions. What a report is narrowed to
    /// besides rounds it touches as far as that can be told: a session's groups, their languages,
    /// its month and mode, the gender of whom a statement is about; ages are not told apart, nor
    /// the languages of people who wait.
    package func changes(
        touching report: FrozenReport, upTo bound: LogBound
    ) throws -> [ReportChange] {
        let narrowing = try ReportNarrowing(report, self)
        let changes =
            try acts(touching: report, narrowing, bound)
            + operations(touching: report, narrowing, bound)
        return changes.sorted { $0.at < $1.at }
    }

    private func acts(
        touching report: FrozenReport, _ narrowing: ReportNarrowing, _ bound: LogBound
    ) throws -> [ReportChange] {
        let rounds = Set(report.parameters.rounds)
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT act.uuid, act.kind, act.outcome, arrived_at, person.public_id AS actor,
                    session.public_id AS session, session.local_date, session.starts_at,
                    session.mode AS session_mode, round.public_id AS round,
                    missed_round.public_id AS missed_round, missed.local_date AS missed_date,
                    missed.mode AS missed_mode,
                    -- Whoever completes counts where they were placed last, so a mark in a former
                    -- group, or whether a session of it took place, touches what stands under a
                    -- later one.
                    (SELECT group_concat(public_id, ' ') FROM course_group
                        WHERE id IN (
                            SELECT group_id FROM session_group WHERE session_id = session.id
                            UNION SELECT group_id FROM placement
                                JOIN enrolment ON enrolment.id = enrolment_id
                                WHERE enrolment.person_id = act.person_id
                                    AND enrolment.round_id = session.round_id
                                    AND placement.voided_by IS NULL
                            UNION SELECT later.group_id FROM session_group
                                JOIN placement ON placement.group_id = session_group.group_id
                                JOIN placement AS later
                                    ON later.enrolment_id = placement.enrolment_id
                                WHERE session_id = session.id AND act.thing = 'state'
                                    AND placement.voided_by IS NULL
                                    AND later.voided_by IS NULL)) AS groups,
                    (SELECT group_concat(public_id, ' ') FROM session_group
                        JOIN course_group ON course_group.id = group_id
                        WHERE session_id = missed.id) AS missed_groups,
                    (SELECT gender FROM person WHERE id = act.person_id) AS gender,
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
            guard isInScope, touches(row, narrowing),
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

    /// At the session that a statement is about, or at the one that it makes up for.
    private func touches(_ row: Row, _ narrowing: ReportNarrowing) -> Bool {
        narrowing.isNone
            || ["", "missed_"].contains { prefix in
                let round: Round.ID? = row[prefix + "round"]
                let date: LocalDate? = row[prefix == "" ? "local_date" : "missed_date"]
                let mode: String? = row[prefix == "" ? "session_mode" : "missed_mode"]
                guard let round, let date, let mode else { return false }
                let groups: String? = row[prefix + "groups"]
                let gender: String? = row["gender"]
                var reach = narrowing.reach(of: round)
                reach.merge(narrowing.reach(of: Self.ids(groups))) { $1 }
                reach["month"] = [String(date.description.prefix(7))]
                reach["mode"] = [mode]
                if let gender { reach["gender"] = [gender] }
                return narrowing.lets(reach)
            }
    }

    private static func ids<Entity>(_ list: String?) -> [Identifier<Entity>] {
        (list ?? "").split(separator: " ").compactMap { Identifier<Entity>(String($0)) }
    }

    private func hasBegun(_ row: Row, by moment: Instant) -> Bool {
        let date: LocalDate? = row["local_date"]
        let start: LocalTime? = row["starts_at"]
        guard let date, let start else { return false }
        return WallClock.instant(date, start).milliseconds <= moment.milliseconds
    }

    private func operations(
        touching report: FrozenReport, _ narrowing: ReportNarrowing, _ bound: LogBound
    ) throws -> [ReportChange] {
        let rounds = Set(report.parameters.rounds)
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT ifnull(undone.id, operation.id) AS key, operation.public_id,
                    operation.kind, operation.at, person.public_id AS actor,
                    ifnull(undone.kind, operation.kind) AS what,
                    ifnull(undone.effective_on, operation.effective_on) AS effective_on,
                    -- What is moved to a later day is missing on the day that it was.
                    (SELECT min(was_date) FROM session_change
                        WHERE operation_id = ifnull(undone.id, operation.id)) AS was_on,
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
            let concerned: [Round.ID] = Self.ids(row["rounds"])
            let isInScope = rounds.isEmpty || concerned.contains(where: rounds.contains)
            guard let kind = OperationKind(rawValue: row["kind"]),
                let what = OperationKind(rawValue: row["what"])
            else { throw StoreError.damaged(table: "operation") }
            let on: LocalDate = row["effective_on"]
            let wasOn: LocalDate? = row["was_on"]
            guard isInScope, min(on, wasOn ?? on) <= report.asOf || what == .planSessions,
                report.parameters.kind == .figures || !what.concernsWaitingAlone,
                try touches(row["key"], what, concerned, report, narrowing)
            else { continue }
            changes.append(
                .operation(row["public_id"], kind, on: on, at: row["at"], actor: row["actor"]))
        }
        return changes
    }
}

extension Reading {
    private func touches(
        _ operation: Int64, _ kind: OperationKind, _ rounds: [Round.ID], _ report: FrozenReport,
        _ narrowing: ReportNarrowing
    ) throws -> Bool {
        guard !narrowing.isNone else { return true }
        let groups = kind.isOfGroups ? try groups(touchedBy: operation) : []
        var reach = groups.isEmpty ? [:] : narrowing.reach(of: groups)
        if report.parameters.kind == .figures, kind.concernsWaiting { reach["language"] = nil }
        guard !rounds.isEmpty else { return narrowing.lets(reach) }
        return rounds.contains { round in
            narrowing.lets(narrowing.reach(of: round).merging(reach) { $1 })
        }
    }
}

extension OperationKind {
    /// What it changes lies in the groups whose people and sessions it changes; of others it may
    /// lie anywhere.
    fileprivate var isOfGroups: Bool {
        switch self {
        case .importPeople, .mergePeople, .keepPerson, .endRound, .undo, .apply, .waitlist,
            .prioritise:
            false
        case .place, .transfer, .merge, .withdraw, .planSessions, .moveSession, .cancelSession,
            .offer, .accept, .decline, .split, .openGroup, .closeGroup, .pause, .resume,
            .changeLeader, .balance, .changeGroup:
            true
        }
    }

    /// Changes who waits too, whose languages are their own and not a group's.
    fileprivate var concernsWaiting: Bool {
        switch self {
        case .place, .withdraw, .accept, .balance, .closeGroup: true
        default: concernsWaitingAlone
        }
    }

    /// Changes who waits and for what, and nobody's place.
    fileprivate var concernsWaitingAlone: Bool {
        switch self {
        case .apply, .offer, .decline, .waitlist, .prioritise: true
        default: false
        }
    }
}
