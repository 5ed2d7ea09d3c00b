import Courses

extension Reading {
    /// Packs a session's plan, with what was said of it as a whole.
    ///
    /// - Returns: false for a session that is not there, or was undone.
    func pack(planOf session: Int64, into packed: inout PackWriter) throws -> Bool {
        let row = try statement(
            """
            SELECT round_id, local_date, starts_at, ends_at, mode, state,
                (SELECT value FROM session_word
                 WHERE session_id = session.id AND kind = 'state'),
                EXISTS (SELECT 1 FROM session_word
                 WHERE session_id = session.id AND value = 'signedOff'),
                (SELECT count(*) FROM act
                 WHERE session_id = session.id AND outcome IN ('kept', 'needsReview')
                    AND settled_by IS NULL)
            FROM session WHERE id = ? AND voided_by IS NULL
            """)
        row.bind(1, session)
        defer { row.reset() }
        guard try row.next() else { return false }
        guard let date = row.date(1), let start = LocalTime(minutes: Int(row.number(2))),
            let end = LocalTime(minutes: Int(row.number(3)))
        else { throw StoreError.damaged(table: "session") }
        let flags = PlanFlags(
            mode: row.code(4) ?? .onsite,
            state: (SessionState(code: row.text(5)) ?? .planned).told(row.text(6)),
            saidHeld: row.text(6) == "held", isSignedOff: row.isTrue(7))
        packed.beginPart()
        packed.add(row.number(0))
        packed.add(date)
        packed.add(signed: WallClock.instant(date, end).milliseconds / 60_000)
        packed.add(end.minutes - start.minutes)
        packed.add(byte: flags.byte)
        packed.add(row.number(8))
        try packGroups(of: session, into: &packed)
        try packHeadcounts(of: session, into: &packed)
        return true
    }

    private func packGroups(of session: Int64, into packed: inout PackWriter) throws {
        let row = try statement(
            "SELECT group_id, number FROM session_group WHERE session_id = ? ORDER BY group_id")
        row.bind(1, session)
        var groups: [(key: Int64, number: Int64)] = []
        while try row.next() { groups.append((row.number(0), row.number(1))) }
        packed.add(groups.count)
        for group in groups {
            packed.add(group.key)
            packed.add(group.number)
        }
    }

    private func packHeadcounts(of session: Int64, into packed: inout PackWriter) throws {
        let row = try statement(
            """
            SELECT language, gender, count, category FROM headcount
            WHERE session_id = ? AND count > 0 ORDER BY key
            """)
        row.bind(1, session)
        var (counts, all) = (0, PackWriter())
        while try row.next() {
            counts += 1
            let flags = HeadcountFlags(
                gender: row.code(1) ?? .unknown, hasLanguage: !row.isNull(0),
                isChildcare: row.text(3) == HeadcountKey.childcare)
            all.add(byte: flags.byte)
            all.add(row.number(2))
            if flags.hasLanguage { all.add(row.text(0).utf8) }
        }
        packed.add(counts)
        packed.add(all)
    }

    /// What is said now of people at a session, person by person.
    func marks(of session: Int64, at place: UInt8) throws -> [PackedMark] {
        let row = try statement(
            """
            SELECT person_id, value, role, late_minutes, left_early_minutes, make_up_for,
                happened_at, local_date, starts_at
            FROM session JOIN mark ON mark.session_id = session.id
            WHERE session.id = ? AND voided_by IS NULL AND value IS NOT NULL
            ORDER BY person_id
            """)
        row.bind(1, session)
        defer { row.reset() }
        var (marks, start): ([PackedMark], Int64?) = ([], nil)
        while try row.next() {
            guard let value = AttendanceCode(stored: row, 1),
                let role = MarkRoleCode(stored: row, 2)
            else { continue }
            let startsAt = try start ?? startOfSession(row)
            start = startsAt
            marks.append(
                PackedMark(
                    person: row.number(0), makeUpFor: role == .makeUp ? row.number(5) : 0,
                    minutes: MarkMinutes(late: row.number(3), leftEarly: row.number(4)),
                    role: role, value: value, isSinceStart: row.number(6) >= startsAt,
                    place: place))
        }
        return marks
    }

    private func startOfSession(_ row: BoundStatement) throws -> Int64 {
        guard let date = row.date(7), let start = LocalTime(minutes: Int(row.number(8))) else {
            throw StoreError.damaged(table: "session")
        }
        return WallClock.instant(date, start).milliseconds
    }
}

// Of a million marks each has two codes. The schema holds no others than these, so that their
// length and a letter tell them apart.

extension AttendanceCode {
    fileprivate init?(stored row: BoundStatement, _ column: Int32) {
        let found: AttendanceCode? = row.withBytes(column) { bytes in
            switch bytes.count {
            case 7: bytes[0] == UInt8(ascii: "p") ? .present : .excused
            case 8: .notified
            case 10: .unnotified
            default: nil
            }
        }
        guard let found else { return nil }
        self = found
    }
}

extension MarkRoleCode {
    fileprivate init?(stored row: BoundStatement, _ column: Int32) {
        let found: MarkRoleCode? = row.withBytes(column) { bytes in
            switch bytes.count {
            case 5: .guest
            case 6: bytes[1] == UInt8(ascii: "e") ? .member : .makeUp
            default: nil
            }
        }
        guard let found else { return nil }
        self = found
    }
}
