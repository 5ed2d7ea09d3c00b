import Courses
internal import GRDB

extension FactsLoading {
    /// Reads all pages of sessions in their order, and unpacks all but their marks.
    func readSessions(_ stale: [StaleKey], into plans: inout PlansUnpacking) throws {
        let row = try BoundStatement(db, "SELECT page, packed FROM kept_sessions ORDER BY page")
        defer { row.reset() }
        plans.reserveCapacity(pages: try pagesOfSessions())
        var packing = SessionPacking(reading)
        // Of a session whose marks alone are stale, all is read from its rows.
        var missing = StalePage.all(in: stale.map(\.whole))[...]
        while try row.next() {
            let page = row.number(0)
            while let earlier = missing.first, earlier.page < page {
                missing.removeFirst()
                try packing.pack(earlier.page)
                try plans.unpack(earlier.page, packing)
            }
            let stale = missing.first?.page == page ? missing.removeFirst() : nil
            let isDamaged = damaged.contains(KeptPage(kind: .session, page: page))
            if stale == nil, !isDamaged {
                row.withBytes(1) { plans.unpack(page, $0) }
                continue
            }
            if let stale, !isDamaged {
                try row.withBytes(1) { try packing.pack(stale, kept: $0) }
            } else {
                try packing.pack(page)
            }
            try plans.unpack(page, packing)
        }
        for page in missing {
            try packing.pack(page.page)
            try plans.unpack(page.page, packing)
        }
    }

    /// How many there are at most; some thousands, if the keys aren't dense.
    private func pagesOfSessions() throws -> Int {
        let last = try reading.statement("SELECT max(page) FROM kept_sessions")
        defer { last.reset() }
        return try last.next() ? Int(min(max(0, last.number(0)), 1 << 15 - 1)) + 1 : 0
    }

    mutating func take(_ plans: consuming PlansUnpacking) {
        facts.sessions = plans.sessions
        facts.sessionGroups = plans.sessionGroups
        facts.headcounts = plans.headcounts
        sessionIndex = plans.sessionIndex
        let places = languages.places(of: plans.languages)
        for index in facts.headcounts.indices where facts.headcounts[index].language >= 0 {
            facts.headcounts[index].language = places[Int(facts.headcounts[index].language)]
        }
    }

    /// - Returns: damaged pages.
    mutating func takeMarks(_ packed: PackedMarks, _ places: Places) -> [KeptPage] {
        let unpacking = MarksUnpacking(
            packed: packed, sessionGroups: facts.sessionGroups, personIndex: personIndex,
            sessionIndex: sessionIndex, places: places, now: now)
        let parts = facts.sessions.withUnsafeMutableBufferPointer { sessions in
            unpacking.unpack(
                MarksUnpacking.Sessions(facts: sessions), worthSharing: worthSharing)
        }
        facts.marks =
            parts.count == 2 ? Marks(parts[0].marks, parts[1].marks) : Marks(parts[0].marks)
        return parts.flatMap(\.damaged)
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

extension PlansUnpacking {
    fileprivate mutating func unpack(_ page: Int64, _ packing: SessionPacking) throws {
        if let table = packing.unreadable.first?.table { throw StoreError.damaged(table: table) }
        packing.bytes.withUnsafeBytes { unpack(page, $0) }
    }
}
