import Courses
internal import GRDB

extension FactsLoading {
    /// Loads all pages of sessions in their order, with all that was said at them.
    ///
    /// - Parameter stale: pages with sessions of which what is kept says nothing.
    mutating func loadSessions(stale: [StalePage]) throws {
        lastPage = try Int64.fetchOne(db, sql: "SELECT max(page) FROM kept_sessions") ?? 0
        let row = try BoundStatement(db, "SELECT page, packed FROM kept_sessions ORDER BY page")
        defer { row.reset() }
        var missing = stale[...]
        while try row.next() {
            let page = row.number(0)
            while let earlier = missing.first, earlier.page < page {
                missing.removeFirst()
                try loadRows(earlier.page)
            }
            let stale = missing.first?.page == page ? missing.removeFirst() : nil
            if try !row.withBytes(1, { try load($0, page, stale) }) { try loadRows(page) }
        }
        for page in missing { try loadRows(page.page) }
        for makeUp in makeUps {
            facts.marks[makeUp.mark].makeUpFor = sessionIndex[makeUp.session] ?? Facts.none
        }
    }

    private mutating func loadRows(_ page: Int64) throws {
        try packing.pack(page)
        guard try loadPacked(page) else { throw StoreError.damaged(table: "session") }
    }

    /// - Returns: false for damaged bytes, of which nothing is taken.
    private mutating func load(
        _ kept: UnsafeRawBufferPointer, _ page: Int64, _ stale: StalePage?
    ) throws -> Bool {
        guard let stale else { return load(kept, page) }
        try packing.pack(stale, kept: kept)
        return try loadPacked(page)
    }

    private mutating func loadPacked(_ page: Int64) throws -> Bool {
        if let table = packing.unreadable.first?.table { throw StoreError.damaged(table: table) }
        let bytes = packing.bytes
        return bytes.withUnsafeBytes { load($0, page) }
    }

    /// - Returns: false for damaged bytes, of which nothing is taken.
    private mutating func load(_ bytes: UnsafeRawBufferPointer, _ page: Int64) -> Bool {
        let known = languages.languages.count
        let before = (
            facts.sessions.count, facts.sessionGroups.count, facts.headcounts.count,
            facts.marks.count, makeUps.count
        )
        let keys = KeptKind.session.keys(of: page)
        makeRoom(forMarks: bytes.count / 2, at: page)
        var (sessions, areWhole) = (PackedSessions(bytes), true)
        while areWhole, let session = sessions.next() {
            areWhole = load(session, keys.lowerBound + session.place)
        }
        if areWhole, sessions.isWhole { return true }
        for key in keys { sessionIndex.remove(key) }
        facts.sessions.removeLast(facts.sessions.count - before.0)
        facts.sessionGroups.removeLast(facts.sessionGroups.count - before.1)
        facts.headcounts.removeLast(facts.headcounts.count - before.2)
        facts.marks.removeLast(facts.marks.count - before.3)
        makeUps.removeLast(makeUps.count - before.4)
        languages.keep(first: known)
        return false
    }

    private mutating func load(_ session: PackedSession, _ key: Int64) -> Bool {
        var (plan, marks) = (PackReader(part: session.plan), PackReader(part: session.marks))
        let (index, firstGroup) = (facts.sessions.count, facts.sessionGroups.count)
        guard let evidence = readPlan(&plan) else { return !plan.isDamaged }
        sessionIndex.add(key, Int32(index))
        readMarks(&marks, groups: firstGroup, evidence)
        return plan.isWhole && marks.isWhole
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
        let language = flags.hasLanguage ? languages.place(of: reader.part()) : Facts.none
        facts.headcounts.append(
            HeadcountFact(
                session: session, language: language, gender: flags.gender, count: count,
                isChildcare: flags.isChildcare))
    }

    /// For a page's marks; where that isn't at hand, for as many besides as there will be if later
    /// pages have as many as those before: what grows little by little is copied again and again.
    private mutating func makeRoom(forMarks count: Int, at page: Int64) {
        let needed = facts.marks.count + count
        guard facts.marks.capacity < needed, page > 0 else { return }
        let foreseen = Double(needed) * Double(lastPage) / Double(page) * 1.1
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
        for _ in 0..<reader.count() where !reader.isDamaged {
            let flags = MarkFlags(byte: reader.byte())
            person &+= reader.number()
            let late = flags.hasMinutes ? reader.number() : 0
            let leftEarly = flags.hasMinutes ? reader.number() : 0
            let makeUpFor = flags.code.isMakeUp ? reader.number() : nil
            guard let someone = personIndex[person] else { continue }
            let seat = places.seat(of: someone, on: day, in: groups)
            guard seat.isHeld || !flags.code.isMember else { continue }
            if let makeUpFor { makeUps.append((facts.marks.count, makeUpFor)) }
            if flags.isSinceStart { evidence.hasMarkSinceStart = true }
            facts.marks.append(
                MarkFact(
                    session: session, person: someone, code: flags.code,
                    placement: seat.placement, late: late, leftEarly: leftEarly))
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
    /// Whether somebody has a place there, and which, if it is the only one in a group still open.
    @inline(__always)
    fileprivate func seat(
        of person: Int32, on day: Int32, in groups: SessionGroups
    ) -> (isHeld: Bool, placement: Int32) {
        var (held, open, placement) = (0, 0, Facts.none)
        forEach(of: person, on: day, in: groups) { found, isOpen in
            held += 1
            if isOpen { (open, placement) = (open + 1, found) }
        }
        return (held > 0, open == 1 ? placement : Facts.none)
    }
}
