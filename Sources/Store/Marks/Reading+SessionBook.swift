package import Courses
internal import GRDB

/// A book is loaded at every save, so each of its statements walks indexes only: one that had to
/// sort out doubles would build a table of its own each time, which costs more than all the rest.
extension Reading {
    /// Nil when there is no such session.
    package func book(of id: Session.ID) throws -> SessionBook? {
        guard let plan = try plan(of: id) else { return nil }
        var entries = try roster(plan.key)
        try addMarks(plan.key, to: &entries)
        let counts = try headcounts(plan.key)
        let words = try words(plan.key)
        return SessionBook(
            overview: SessionOverview(plan, entries, counts, words), key: plan.key,
            entries: entries, headcounts: counts, words: words)
    }

    private func plan(of id: Session.ID) throws -> SessionPlan? {
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

    private func roster(_ session: Int64) throws -> [Person.ID: BookEntry] {
        let row = try BoundStatement(
            db,
            """
            SELECT person.id, person.public_id
            FROM session JOIN session_group ON session_group.session_id = session.id
                JOIN placed ON placed.group_id = session_group.group_id
                JOIN person ON person.id = placed.person_id
            WHERE session.id = ? AND starts_on <= local_date
                AND (ends_before IS NULL OR local_date < ends_before)
            """)
        row.bind(1, session)
        var entries: [Person.ID: BookEntry] = [:]
        while try row.next() {
            entries[try row.person(1)] = BookEntry(
                key: row.number(0), isOnRoster: true, standing: .nothing)
        }
        return entries
    }

    private func addMarks(
        _ session: Int64, to entries: inout [Person.ID: BookEntry]
    ) throws {
        let row = try BoundStatement(
            db,
            """
            SELECT person.id, person.public_id, mark.version, mark.value, mark.late_minutes,
                mark.left_early_minutes, mark.mode, mark.role, other.public_id,
                mark.happened_at, act.uuid, act.device_id, act.sequence
            FROM mark JOIN person ON person.id = mark.person_id
                JOIN act ON act.id = mark.act_id
                LEFT JOIN session AS other ON other.id = mark.make_up_for
            WHERE mark.session_id = ?
            """)
        row.bind(1, session)
        while try row.next() {
            let person = try row.person(1)
            entries[person] = BookEntry(
                key: row.number(0), isOnRoster: entries[person] != nil,
                standing: Standing(mark: row))
        }
    }

    private func headcounts(_ session: Int64) throws -> [HeadcountKey: Standing<Int>] {
        let row = try BoundStatement(
            db,
            """
            SELECT headcount.category, headcount.language, headcount.gender, headcount.age_band,
                headcount.count, headcount.version, act.happened_at, act.uuid, act.device_id,
                act.sequence
            FROM headcount JOIN act ON act.id = headcount.act_id
            WHERE headcount.session_id = ? ORDER BY headcount.key
            """)
        row.bind(1, session)
        var counts: [HeadcountKey: Standing<Int>] = [:]
        while try row.next() {
            let key = HeadcountKey(
                category: row.text(0),
                language: row.isNull(1) ? nil : Language(rawValue: row.text(1)),
                gender: row.code(2), ageBand: row.isNull(3) ? nil : row.text(3))
            counts[key] = Standing(value: Int(row.number(4)), version: 5, of: row)
        }
        return counts
    }

    private func words(_ session: Int64) throws -> [SessionWord: Standing<String>] {
        let row = try BoundStatement(
            db,
            """
            SELECT session_word.kind, coalesce(session_word.value, act_text.text),
                session_word.version, act.happened_at, act.uuid, act.device_id, act.sequence
            FROM session_word JOIN act ON act.id = session_word.act_id
                LEFT JOIN act_text ON act_text.act_id = act.id AND session_word.kind = 'note'
            WHERE session_word.session_id = ?
            """)
        row.bind(1, session)
        var words: [SessionWord: Standing<String>] = [:]
        while try row.next() {
            guard let word: SessionWord = row.code(0) else { continue }
            words[word] = Standing(
                value: row.isNull(1) ? nil : row.text(1), version: 2, of: row)
        }
        return words
    }

    /// Whether someone is expected at a session; false for a session that does not exist.
    package func isOnRoster(_ person: Person.ID, at session: Session.ID) throws -> Bool {
        let statement = try db.cachedStatement(
            sql: """
                SELECT 1 FROM session JOIN session_group ON session_id = session.id
                    JOIN placed ON placed.group_id = session_group.group_id
                WHERE session.public_id = ? AND session.voided_by IS NULL
                    AND person_id = (SELECT id FROM person WHERE public_id = ?)
                    AND starts_on <= local_date
                    AND (ends_before IS NULL OR local_date < ends_before)
                """)
        return try statement.fetchKey([session, person]) != nil
    }
}

/// A session's own row, before anything that was said of it.
private struct SessionPlan {
    let key: Int64
    let session: Session
    let round: Round.ID
    let waiting: Int

    /// From the columns of a book's first statement.
    init(_ id: Session.ID, _ row: BoundStatement) throws {
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
    fileprivate init(
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

extension BoundStatement {
    fileprivate func person(_ column: Int32) throws -> Person.ID {
        guard let person = withBytes(column, { Person.ID(String(decoding: $0, as: UTF8.self)) })
        else { throw StoreError.damaged(table: "person") }
        return person
    }
}

extension Standing {
    /// - Parameter column: of the version; moment, act, device and sequence follow it.
    fileprivate init(value: Value?, version column: Int32, of row: BoundStatement) {
        self.init(
            value: value, version: Int(row.number(column)), act: row.act(column + 2),
            happenedAt: Instant(milliseconds: row.number(column + 1)),
            deviceKey: row.number(column + 3), sequence: Int(row.number(column + 4)))
    }
}

extension Standing<Mark> {
    /// From the columns of a mark in a book.
    fileprivate init(mark row: BoundStatement) {
        self.init(
            value: Mark(entry: row), version: Int(row.number(2)), act: row.act(10),
            happenedAt: Instant(milliseconds: row.number(9)), deviceKey: row.number(11),
            sequence: Int(row.number(12)))
    }
}

extension Mark {
    /// From the columns of a mark in a book; nil where it was cleared.
    fileprivate init?(entry row: BoundStatement) {
        guard let code: AttendanceCode = row.code(3),
            let value = Attendance(
                code: code, lateMinutes: row.optionalNumber(4),
                leftEarlyMinutes: row.optionalNumber(5)),
            let mode: SessionMode = row.code(6), let roleCode: MarkRoleCode = row.code(7),
            let role = MarkRole(roleCode, of: Session.ID(row.text(8)))
        else { return nil }
        self.init(value: value, mode: mode, role: role)
    }

    /// Nil where the row has no value, or has been damaged.
    init?(row: Row) {
        guard let text: String = row["value"], let code = AttendanceCode(rawValue: text),
            let value = Attendance(
                code: code, lateMinutes: row["late_minutes"],
                leftEarlyMinutes: row["left_early_minutes"]),
            let modeText: String = row["mode"], let mode = SessionMode(rawValue: modeText),
            let roleText: String = row["role"], let roleCode = MarkRoleCode(rawValue: roleText)
        else { return nil }
        let other: Session.ID? = row["make_up_for"]
        guard let role = MarkRole(roleCode, of: other) else { return nil }
        self.init(value: value, mode: mode, role: role)
    }
}

extension MarkRole {
    /// Nil for a make-up without the session that it makes up for.
    fileprivate init?(_ code: MarkRoleCode, of other: Session.ID?) {
        switch code {
        case .member: self = .member
        case .guest: self = .guest
        case .makeUp:
            guard let other else { return nil }
            self = .makeUp(for: other)
        }
    }
}
