import Courses
internal import GRDB

extension FactsLoading {
    mutating func loadSessions() throws {
        let row = try BoundStatement(
            db,
            """
            SELECT session.id, round_id, local_date, starts_at, ends_at, mode, state,
                (SELECT value FROM session_word
                 WHERE session_id = session.id AND kind = 'state') AS said,
                EXISTS (SELECT 1 FROM session_word
                 WHERE session_id = session.id AND value = 'signedOff') AS signed_off,
                EXISTS (SELECT 1 FROM headcount
                 WHERE session_id = session.id AND count > 0) AS has_headcount,
                (SELECT count(*) FROM act
                 WHERE session_id = session.id AND outcome IN ('kept', 'needsReview')
                    AND settled_by IS NULL) AS waiting
            FROM session WHERE voided_by IS NULL ORDER BY id
            """)
        while try row.next() {
            guard let round = roundIndex[row.number(1)], try isWanted(row.number(0)) else {
                continue
            }
            guard let date = row.date(2), let start = LocalTime(minutes: Int(row.number(3))),
                let end = LocalTime(minutes: Int(row.number(4)))
            else { throw StoreError.damaged(table: "session") }
            let said = row.text(7)
            let planned = SessionState(code: row.text(6)) ?? .planned
            sessionIndex.add(row.number(0), Int32(facts.sessions.count))
            facts.sessions.append(
                SessionFact(
                    round: round, day: Int32(date.dayNumber),
                    minutes: Int16(end.minutes - start.minutes), mode: row.code(5) ?? .onsite,
                    status: .upcoming, isHeld: false, review: Int32(row.number(10))))
            evidence.append(
                Evidence(
                    value: SessionEvidence(
                        state: planned == .planned && said == "notHeld" ? .notHeld : planned,
                        endsAt: WallClock.instant(date, end), saidHeld: said == "held",
                        signedOff: row.isTrue(8), hasHeadcount: row.isTrue(9),
                        hasMarkSinceStart: false),
                    startsAt: WallClock.instant(date, start).milliseconds))
        }
        try loadSessionGroups()
    }

    /// Nothing says of which round it is, so that it belongs to the whole organisation alone.
    mutating func loadReviewWithoutSession() throws {
        guard scope == .organisation else { return }
        facts.reviewWithoutSession =
            try Int.fetchOne(
                db,
                sql: """
                    SELECT count(*) FROM act
                    WHERE outcome IN ('kept', 'needsReview') AND settled_by IS NULL
                        AND (session_id IS NULL OR session_id IN (
                            SELECT id FROM session WHERE voided_by IS NOT NULL))
                    """) ?? 0
    }

    private func isWanted(_ session: Int64) throws -> Bool {
        guard case .groups = scope else { return true }
        let statement = try db.cachedStatement(
            sql: "SELECT group_id FROM session_group WHERE session_id = ?")
        return try Int64.fetchAll(statement, arguments: [session])
            .contains { groupIndex[$0] != nil }
    }

    private mutating func loadSessionGroups() throws {
        groupsOfSession = Array(repeating: 0..<0, count: facts.sessions.count)
        let row = try BoundStatement(
            db,
            """
            SELECT session_id, group_id, number FROM session_group ORDER BY session_id, group_id
            """)
        while try row.next() {
            guard let session = sessionIndex[row.number(0)],
                let group = groupIndex[row.number(1)]
            else { continue }
            let end = facts.sessionGroups.count
            let known = groupsOfSession[Int(session)]
            groupsOfSession[Int(session)] = (known.isEmpty ? end : known.lowerBound)..<(end + 1)
            facts.sessionGroups.append(
                SessionGroupFact(session: session, group: group, number: Int32(row.number(2))))
        }
    }

    mutating func loadMarks() throws {
        let condition =
            scope == .organisation
            ? "" : " AND session_id IN (SELECT id FROM session WHERE round_id IN (\(roundKeys)))"
        let row = try BoundStatement(
            db,
            """
            SELECT session_id, person_id, value, late_minutes, left_early_minutes, role,
                make_up_for, happened_at
            FROM mark WHERE value IS NOT NULL\(condition) ORDER BY session_id, person_id
            """)
        while try row.next() { add(mark: row) }
    }

    private var roundKeys: String { roundIndex.keys.map(String.init).joined(separator: ", ") }

    private mutating func add(mark row: BoundStatement) {
        guard let session = sessionIndex[row.number(0)], let person = personIndex[row.number(1)],
            let value = AttendanceCode(stored: row, 2), let role = MarkRoleCode(stored: row, 5)
        else { return }
        guard role != .member || isOnRoster(person, session) else { return }
        facts.marks.append(
            MarkFact(
                session: session, person: person, value: value, role: role,
                makeUpFor: row.isNull(6) ? Facts.none : sessionIndex[row.number(6)] ?? Facts.none,
                late: Int16(clamping: row.number(3)), leftEarly: Int16(clamping: row.number(4))))
        let evidence = evidence[Int(session)]
        if !evidence.value.hasMarkSinceStart, row.number(7) >= evidence.startsAt {
            self.evidence[Int(session)].value.hasMarkSinceStart = true
        }
    }

    private func isOnRoster(_ person: Int32, _ session: Int32) -> Bool {
        let day = facts.sessions[Int(session)].day
        for index in placementsOfPerson[Int(person)] {
            let placement = facts.placements[Int(index)]
            guard placement.from <= day, day < placement.before else { continue }
            for place in groupsOfSession[Int(session)]
            where facts.sessionGroups[place].group == placement.group {
                return true
            }
        }
        return false
    }

    mutating func loadHeadcounts() throws {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT session_id, language, gender, count, category FROM headcount
                WHERE count > 0 ORDER BY session_id, key
                """)
        while let row = try rows.next() {
            guard let session = sessionIndex[row[0]] else { continue }
            let tag: String? = row[1]
            let gender: String? = row[2]
            facts.headcounts.append(
                HeadcountFact(
                    session: session, language: tag.map { language($0) } ?? Facts.none,
                    gender: gender.flatMap(Gender.init(rawValue:)) ?? .unknown, count: row[3],
                    isChildcare: row[4] == HeadcountKey.childcare))
        }
    }

    /// Only now is it known which sessions have a mark made since their start.
    mutating func settleSessions() {
        for (index, evidence) in evidence.enumerated() {
            facts.sessions[index].status = evidence.value.status(at: now)
            facts.sessions[index].isHeld = evidence.value.isHeld
        }
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

extension KeyIndex {
    var keys: [Int] { indexes.indices.filter { indexes[$0] >= 0 } }
}
