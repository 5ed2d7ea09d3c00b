internal import GRDB

extension Reading {
    /// How many sessions and pages are kept otherwise than the rows say, or follow from a row that
    /// can't be read.
    package func keptFaults() throws -> Int {
        let stale = Dictionary(grouping: try stale(), by: \.kind)
            .mapValues { Set($0.map(\.key)) }
        let sessions = (stale[.session] ?? []).union(stale[.marks] ?? [])
        return try sessionFaults(sessions) + pageFaults(.people, stale[.people] ?? [])
            + pageFaults(.enrolments, stale[.enrolments] ?? [])
    }

    /// Every session and every kept row: each is compared once, whichever side it lacks.
    ///
    /// - Parameter stale: those that are noted already, and counted once all the same.
    private func sessionFaults(_ stale: Set<Int64>) throws -> Int {
        let row = try BoundStatement(
            db,
            """
            SELECT session.id, kept_session.session_id, plan, marks
            FROM session LEFT JOIN kept_session ON session_id = session.id
            """)
        defer { row.reset() }
        var (plan, marks) = (PackWriter(), PackWriter())
        var faults = stale.union(try orphans("kept_session", "session_id", "session", bits: 0))
        while try row.next() {
            let session = row.number(0)
            let isRight = try agrees {
                let isThere = try pack(planOf: session, into: &plan)
                guard isThere, !row.isNull(1) else { return isThere != row.isNull(1) }
                try pack(marksOf: session, into: &marks)
                return row.holds(plan, 2) && row.holds(marks, 3)
            }
            if !isRight { faults.insert(session) }
        }
        return faults.count
    }

    /// - Returns: false also where a row can't be read.
    private func agrees(_ comparison: () throws -> Bool) throws -> Bool {
        do {
            return try comparison()
        } catch StoreError.damaged(table: _) {
            return false
        }
    }

    private func pageFaults(_ kind: KeptKind, _ stale: Set<Int64>) throws -> Int {
        let (table, kept) =
            kind == .people ? ("person", "kept_people") : ("enrolment", "kept_enrolments")
        let row = try BoundStatement(
            db,
            """
            SELECT number, packed FROM (SELECT DISTINCT id >> \(kind.pageBits) AS number
                FROM \(table)) LEFT JOIN \(kept) ON page = number
            """)
        defer { row.reset() }
        var packed = PackWriter()
        var faults = stale.union(try orphans(kept, "page", table, bits: kind.pageBits))
        while try row.next() {
            let page = row.number(0)
            let isRight = try agrees {
                _ =
                    kind == .people
                    ? try pack(peopleOn: page, into: &packed)
                    : try pack(enrolmentsOn: page, into: &packed)
                return row.holds(packed, 1)
            }
            if !isRight { faults.insert(page) }
        }
        return faults.count
    }

    /// What is kept of nothing that is there.
    private func orphans(
        _ kept: String, _ key: String, _ table: String, bits: Int64
    ) throws -> [Int64] {
        try Int64.fetchAll(
            db,
            sql: """
                SELECT \(key) FROM \(kept) WHERE NOT EXISTS (
                    SELECT 1 FROM \(table)
                    WHERE id BETWEEN \(key) << \(bits) AND (\(key) + 1 << \(bits)) - 1)
                """)
    }
}

extension BoundStatement {
    fileprivate func holds(_ packed: PackWriter, _ column: Int32) -> Bool {
        withBytes(column) { $0.elementsEqual(packed.bytes) }
    }
}

extension Writing {
    /// Derives anew everything that is kept for figures, from the rows that it follows from.
    ///
    /// - Returns: how much of it was not as they say.
    package func rebuildKept() throws -> Int {
        let faults = try reading.keptFaults()
        try execute("DELETE FROM kept_session", [])
        try execute("DELETE FROM kept_people", [])
        try execute("DELETE FROM kept_enrolments", [])
        try execute("INSERT OR IGNORE INTO kept_stale SELECT 1, id FROM session", [])
        try execute(
            "INSERT OR IGNORE INTO kept_stale SELECT DISTINCT 3, id >> 8 FROM person", [])
        try execute(
            "INSERT OR IGNORE INTO kept_stale SELECT DISTINCT 4, id >> 7 FROM enrolment", [])
        try reading.keepUp()
        return faults
    }
}
