internal import GRDB

extension Reading {
    /// How much of what is kept for figures is not what the rows say.
    package func keptFaults() throws -> Int {
        try stale().count + sessionFaults() + pageFaults(.people) + pageFaults(.enrolments)
    }

    /// Every session and every kept row: each is compared once, whichever side it lacks.
    private func sessionFaults() throws -> Int {
        let row = try BoundStatement(
            db,
            """
            SELECT session.id, kept_session.session_id, plan, marks
            FROM session LEFT JOIN kept_session ON session_id = session.id
            """)
        var (plan, marks) = (PackWriter(), PackWriter())
        var faults = try orphans("kept_session", "session_id", "session", bits: 0)
        while try row.next() {
            let isThere = try pack(planOf: row.number(0), into: &plan)
            guard isThere != row.isNull(1) else {
                faults += 1
                continue
            }
            guard isThere else { continue }
            try pack(marksOf: row.number(0), into: &marks)
            if !row.holds(plan, 2) || !row.holds(marks, 3) { faults += 1 }
        }
        return faults
    }

    private func pageFaults(_ kind: KeptKind) throws -> Int {
        let (table, kept) =
            kind == .people ? ("person", "kept_people") : ("enrolment", "kept_enrolments")
        let row = try BoundStatement(
            db,
            """
            SELECT number, packed FROM (SELECT DISTINCT id >> \(kind.pageBits) AS number
                FROM \(table)) LEFT JOIN \(kept) ON page = number
            """)
        var packed = PackWriter()
        var faults = try orphans(kept, "page", table, bits: kind.pageBits)
        while try row.next() {
            let page = row.number(0)
            _ =
                kind == .people
                ? try pack(peopleOn: page, into: &packed)
                : try pack(enrolmentsOn: page, into: &packed)
            if !row.holds(packed, 1) { faults += 1 }
        }
        return faults
    }

    /// What is kept of nothing that is there.
    private func orphans(
        _ kept: String, _ key: String, _ table: String, bits: Int64
    ) throws -> Int {
        try Int.fetchOne(
            db,
            sql: """
                SELECT count(*) FROM \(kept) WHERE NOT EXISTS (
                    SELECT 1 FROM \(table)
                    WHERE id BETWEEN \(key) << \(bits) AND (\(key) + 1 << \(bits)) - 1)
                """) ?? 0
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
