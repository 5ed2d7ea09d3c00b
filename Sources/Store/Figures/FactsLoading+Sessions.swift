import Courses
internal import GRDB

extension FactsLoading {
    /// Loads sessions in their order, with all that was said at them.
    ///
    /// - Parameter stale: sessions of which what is kept says nothing.
    mutating func loadSessions(stale: Set<Int64>) throws {
        lastSession = try Int64.fetchOne(db, sql: "SELECT max(session_id) FROM kept_session") ?? 0
        let row = try BoundStatement(
            db, "SELECT session_id, plan, marks FROM kept_session ORDER BY session_id")
        defer { row.reset() }
        var missing = MissingKeys(stale)
        while try row.next() {
            let key = row.number(0)
            while let earlier = missing.next(before: key) { try loadRows(earlier) }
            let isWhole =
                !missing.takes(key)
                && row.withBytes(1) { plan in
                    row.withBytes(2) { marks in load(key, plan, marks) }
                }
            if !isWhole { try loadRows(key) }
        }
        while let key = missing.next(before: .max) { try loadRows(key) }
        for makeUp in makeUps {
            facts.marks[makeUp.mark].makeUpFor = sessionIndex[makeUp.session] ?? Facts.none
        }
    }

    private mutating func loadRows(_ session: Int64) throws {
        guard try reading.pack(planOf: session, into: &packed) else { return }
        try reading.pack(marksOf: session, into: &packedMarks)
        let (plan, marks) = (packed.bytes, packedMarks.bytes)
        let isWhole = plan.withUnsafeBytes { plan in
            marks.withUnsafeBytes { marks in load(session, plan, marks) }
        }
        guard isWhole else { throw StoreError.damaged(table: "session") }
    }

    /// - Returns: false for damaged bytes, of which nothing is taken.
    private mutating func load(
        _ key: Int64, _ plan: UnsafeRawBufferPointer, _ marks: UnsafeRawBufferPointer
    ) -> Bool {
        var (planned, said) = (PackReader(plan), PackReader(marks))
        guard !planned.isDamaged, !said.isDamaged else { return false }
        let known = languages.languages.count
        let before = (
            facts.sessions.count, facts.sessionGroups.count, facts.headcounts.count,
            facts.marks.count, makeUps.count
        )
        if let evidence = readPlan(&planned) {
            sessionIndex.add(key, Int32(before.0))
            makeRoom(forMarks: marks.count / 2, at: key)
            readMarks(&said, groups: before.1, evidence)
        } else {
            guard planned.isDamaged else { return true }
        }
        if planned.isWhole, said.isWhole { return true }
        sessionIndex.remove(key)
        facts.sessions.removeLast(facts.sessions.count - before.0)
        facts.sessionGroups.removeLast(facts.sessionGroups.count - before.1)
        facts.headcounts.removeLast(facts.headcounts.count - before.2)
        facts.marks.removeLast(facts.marks.count - before.3)
        makeUps.removeLast(makeUps.count - before.4)
        languages.keep(first: known)
        return false
    }

    /// - Returns: nil for a session that isn't asked for.
    private mutating func readPlan(_ reader: inout PackReader) -> SessionEvidence? {
        guard let round = roundIndex[reader.number()] else { return nil }
        let day = Int32(truncatingIfNeeded: reader.signed())
        let endsAt = Instant(milliseconds: reader.signed() &* 60_000)
        let minutes = Int16(truncatingIfNeeded: reader.number())
        let flags = PlanFlags(byte: reader.byte())
        let review = Int32(truncatingIfNeeded: reader.number())
        let index = Int32(facts.sessions.count)
        readGroups(of: index, &reader)
        facts.sessions.append(
            SessionFact(
                round: round, day: day, minutes: minutes, mode: flags.mode, status: .upcoming,
                isHeld: false, review: review))
        let headcounts = reader.count()
        for _ in 0..<headcounts { readHeadcount(of: index, &reader) }
        return SessionEvidence(
            state: flags.state, endsAt: endsAt, saidHeld: flags.saidHeld,
            signedOff: flags.isSignedOff, hasHeadcount: headcounts > 0, hasMarkSinceStart: false)
    }

    private mutating func readGroups(of session: Int32, _ reader: inout PackReader) {
        for _ in 0..<reader.count() {
            let key = reader.number()
            let number = Int32(truncatingIfNeeded: reader.number())
            guard let group = groupIndex[key] else { continue }
            facts.sessionGroups.append(
                SessionGroupFact(session: session, group: group, number: number))
        }
    }

    private mutating func readHeadcount(of session: Int32, _ reader: inout PackReader) {
        let flags = HeadcountFlags(byte: reader.byte())
        let count = Int32(truncatingIfNeeded: reader.number())
        let language = flags.hasLanguage ? languages.place(of: reader.text()) : Facts.none
        facts.headcounts.append(
            HeadcountFact(
                session: session, language: language, gender: flags.gender, count: count,
                isChildcare: flags.isChildcare))
    }

    /// For a session's marks; where that isn't at hand, for as many besides as there will be if
    /// later sessions have as many as those before: what grows little by little is copied again
    /// and again.
    private mutating func makeRoom(forMarks count: Int, at key: Int64) {
        let needed = facts.marks.count + count
        guard facts.marks.capacity < needed, key > 0 else { return }
        let foreseen = Double(needed) * Double(lastSession) / Double(key) * 1.1
        let (least, most) = (Double(needed) * 1.5, Double(needed) * 16)
        facts.marks.reserveCapacity(Int(min(max(foreseen, least), most)))
    }

    /// Only with them is it known whether the session has a mark made since its start.
    private mutating func readMarks(
        _ reader: inout PackReader, groups first: Int, _ evidence: SessionEvidence
    ) {
        var evidence = evidence
        let session = Int32(facts.sessions.count - 1)
        let day = facts.sessions[Int(session)].day
        var groups = SessionGroups()
        for entry in facts.sessionGroups[first...] { groups.add(entry.group) }
        var person: Int64 = 0
        while !reader.isAtEnd, !reader.isDamaged {
            let flags = MarkFlags(byte: reader.byte())
            person &+= reader.number()
            let late = flags.hasMinutes ? reader.number() : 0
            let leftEarly = flags.hasMinutes ? reader.number() : 0
            let makeUpFor = flags.code.isMakeUp ? reader.number() : nil
            guard let someone = personIndex[person],
                !flags.code.isMember || places.hold(someone, on: day, in: groups)
            else { continue }
            if let makeUpFor { makeUps.append((facts.marks.count, makeUpFor)) }
            if flags.isSinceStart { evidence.hasMarkSinceStart = true }
            facts.marks.append(
                MarkFact(
                    session: session, person: someone, code: flags.code, makeUpFor: Facts.none,
                    late: late, leftEarly: leftEarly))
        }
        facts.sessions[Int(session)].status = evidence.status(at: now)
        facts.sessions[Int(session)].isHeld = evidence.isHeld
    }

    mutating func loadReviewWithoutSession() throws {
        guard scope == .organisation else { return }
        facts.reviewWithoutSession =
            try Int.fetchOne(
                db,
                sql: """
                    SELECT count(*) FROM act
                    WHERE outcome IN ('kept', 'needsReview') AND settled_by IS NULL
                        AND (session_id IS NULL OR EXISTS (
                            SELECT 1 FROM session
                            WHERE id = act.session_id AND voided_by IS NOT NULL))
                    """) ?? 0
    }
}

extension Places {
    @inline(__always)
    fileprivate func hold(_ person: Int32, on day: Int32, in groups: SessionGroups) -> Bool {
        var isHeld = false
        forEach(of: person, on: day, in: groups) { _ in isHeld = true }
        return isHeld
    }
}
