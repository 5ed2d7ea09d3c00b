import Courses
internal import GRDB

extension FactsLoading {
    mutating func loadSessions() throws {
        let rows = try Row.fetchCursor(
            db,
            sql: """
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
        while let row = try rows.next() {
            guard let round = roundIndex[row["round_id"]], try isWanted(row["id"]) else { continue }
            let date: LocalDate = row["local_date"]
            let (start, end): (LocalTime, LocalTime) = (row["starts_at"], row["ends_at"])
            let said: String? = row["said"]
            let planned = SessionState(code: row["state"]) ?? .planned
            sessionIndex.add(row["id"], Int32(facts.sessions.count))
            facts.sessions.append(
                SessionFact(
                    round: round, day: Int32(date.dayNumber),
                    minutes: Int16(end.minutes - start.minutes),
                    mode: SessionMode(rawValue: row["mode"]) ?? .onsite, status: .upcoming,
                    isHeld: false, review: row["waiting"]))
            evidence.append(
                Evidence(
                    value: SessionEvidence(
                        state: planned == .planned && said == "notHeld" ? .notHeld : planned,
                        endsAt: WallClock.instant(date, end), saidHeld: said == "held",
                        signedOff: row["signed_off"], hasHeadcount: row["has_headcount"],
                        hasMarkSinceStart: false),
                    startsAt: WallClock.instant(date, start).milliseconds))
        }
        try loadSessionGroups()
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
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT session_id, group_id, number FROM session_group
                ORDER BY session_id, group_id
                """)
        while let row = try rows.next() {
            guard let session = sessionIndex[row[0]], let group = groupIndex[row[1]] else {
                continue
            }
            let end = facts.sessionGroups.count
            let known = groupsOfSession[Int(session)]
            groupsOfSession[Int(session)] = (known.isEmpty ? end : known.lowerBound)..<(end + 1)
            facts.sessionGroups.append(
                SessionGroupFact(session: session, group: group, number: row[2]))
        }
    }

    mutating func loadMarks() throws {
        let condition =
            scope == .organisation
            ? "" : " AND session_id IN (SELECT id FROM session WHERE round_id IN (\(roundKeys)))"
        let statement = try db.makeStatement(
            sql: """
                SELECT session_id, person_id, value, late_minutes, left_early_minutes, role,
                    make_up_for, happened_at
                FROM mark WHERE value IS NOT NULL\(condition) ORDER BY session_id, person_id
                """)
        let rows = try Row.fetchCursor(statement)
        while let row = try rows.next() { add(mark: row) }
    }

    private var roundKeys: String { roundIndex.keys.map(String.init).joined(separator: ", ") }

    private mutating func add(mark row: Row) {
        guard let session = sessionIndex[row[0]], let person = personIndex[row[1]],
            let value = AttendanceCode(rawValue: row[2]),
            let role = MarkRoleCode(rawValue: row[5])
        else { return }
        guard role != .member || isOnRoster(person, session) else { return }
        let other: Int64? = row[6]
        facts.marks.append(
            MarkFact(
                session: session, person: person, value: value, role: role,
                makeUpFor: other.flatMap { sessionIndex[$0] } ?? Facts.none,
                late: row[3] ?? 0, leftEarly: row[4] ?? 0))
        let happened: Int64 = row[7]
        if happened >= evidence[Int(session)].startsAt {
            evidence[Int(session)].value.hasMarkSinceStart = true
        }
    }

    private func isOnRoster(_ person: Int32, _ session: Int32) -> Bool {
        let day = facts.sessions[Int(session)].day
        let groups = facts.sessionGroups[groupsOfSession[Int(session)]]
        return placementsOfPerson[Int(person)].contains { index in
            let placement = facts.placements[Int(index)]
            return placement.from <= day && day < placement.before
                && groups.contains { $0.group == placement.group }
        }
    }

    mutating func loadHeadcounts() throws {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT session_id, language, gender, count FROM headcount
                WHERE count > 0 ORDER BY session_id, key
                """)
        while let row = try rows.next() {
            guard let session = sessionIndex[row[0]] else { continue }
            let tag: String? = row[1]
            let gender: String? = row[2]
            facts.headcounts.append(
                HeadcountFact(
                    session: session, language: tag.map { language($0) } ?? Facts.none,
                    gender: gender.flatMap(Gender.init(rawValue:)) ?? .unknown, count: row[3]))
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

extension KeyIndex {
    var keys: [Int] { indexes.indices.filter { indexes[$0] >= 0 } }
}
