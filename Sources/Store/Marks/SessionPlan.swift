import Courses

extension Reading {
    func plan(of id: Session.ID) throws -> SessionPlan? {
        let row = try BoundStatement(
            db,
            """
            SELECT session.id, round.public_id, local_date, starts_at, ends_at, mode, recording,
                state,
                (SELECT group_concat(course_group.public_id || ' ' || number, ' ')
                 FROM session_group JOIN course_group ON course_group.id = group_id
                 WHERE session_id = session.id),
                (SELECT count(*) FROM act
                 WHERE session_id = session.id AND outcome IN ('kept', 'needsReview')
                    AND settled_by IS NULL)
            FROM session JOIN round ON round.id = session.round_id
            WHERE session.public_id = ? AND voided_by IS NULL
            """)
        row.bind(1, id.description)
        guard try row.next() else { return nil }
        defer { row.reset() }
        return try SessionPlan(id, row)
    }
}

/// A session's own row, before anything that was said of it.
struct SessionPlan {
    let key: Int64
    let session: Session
    let round: Round.ID
    let waiting: Int

    /// From the columns of a book's first statement.
    fileprivate init(_ id: Session.ID, _ row: BoundStatement) throws {
        guard let round = Round.ID(row.text(1)), let date = row.date(2),
            let start = LocalTime(minutes: Int(row.number(3))),
            let end = LocalTime(minutes: Int(row.number(4))),
            let mode: SessionMode = row.code(5), let recording: Recording = row.code(6),
            let state = SessionState(code: row.text(7))
        else { throw StoreError.damaged(table: "session") }
        key = row.number(0)
        session = Session(
            id: id, groups: SessionGroup.list(row.text(8)), date: date, start: start, end: end,
            mode: mode, recording: recording, state: state)
        self.round = round
        waiting = Int(row.number(9))
    }
}

extension SessionOverview {
    init(
        _ plan: SessionPlan, _ entries: [Person.ID: BookEntry],
        _ counts: [HeadcountKey: Standing<Int>], _ words: [SessionWord: Standing<String>]
    ) {
        let state = plan.session.state.told(words[.state]?.value)
        let marks = entries.values.filter { $0.standing.value != nil }
        let lastMark = marks.compactMap(\.standing.happenedAt).max()
        self.init(
            session: plan.session.with(state: state), round: plan.round,
            evidence: SessionEvidence(
                state: state, endsAt: plan.session.endsAt,
                saidHeld: words[.state]?.value == "held",
                signedOff: words[.signOff]?.value != nil,
                hasHeadcount: counts.values.contains { ($0.value ?? 0) > 0 },
                hasMarkSinceStart: lastMark.map { $0 >= plan.session.startsAt } ?? false),
            expected: entries.values.count(where: \.isOnRoster),
            marked: marks.count { $0.standing.value?.role == .member }, waiting: plan.waiting)
    }
}
