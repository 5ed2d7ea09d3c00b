internal import GRDB

extension Reading {
    /// How many sessions, and pages of people and of enrolments, are kept otherwise than the rows
    /// say, or follow from a row that can't be read; each counts once.
    ///
    /// Of a page of sessions that can't be taken apart each session counts, and of one on which
    /// nothing should stand all that does. A page whose bytes differ though none of its sessions
    /// does is one more.
    package func keptFaults() throws -> Int {
        let stale = Dictionary(grouping: try stale(), by: \.kind)
            .mapValues { Set($0.map(\.key)) }
        let sessions = (stale[.session] ?? []).union(stale[.marks] ?? [])
        return try sessionFaults(sessions) + pageFaults(.people, stale[.people] ?? [])
            + pageFaults(.enrolments, stale[.enrolments] ?? [])
    }

    /// Every page, of sessions or of what is kept: each is compared once, whichever side it lacks.
    ///
    /// - Parameter stale: those that are noted already, and counted once all the same.
    private func sessionFaults(_ stale: Set<Int64>) throws -> Int {
        let row = try BoundStatement(
            db,
            """
            SELECT number, packed FROM (SELECT id >> \(KeptKind.session.pageBits) AS number
                FROM session UNION SELECT page FROM kept_sessions)
            LEFT JOIN kept_sessions ON page = number
            """)
        defer { row.reset() }
        var (packing, faults) = (SessionPacking(self), stale)
        while try row.next() {
            let page = row.number(0)
            try packing.pack(page)
            faults.formUnion(packing.unreadable.map(\.stale.key))
            let kept: Bool? = row.isNull(1) ? nil : row.withBytes(1) { packing.agrees(with: $0) }
            if kept ?? packing.isEmpty { continue }
            let first = KeptKind.session.keys(of: page).lowerBound
            let differing = row.withBytes(1) { packing.differing(from: $0) }
            faults.formUnion((differing.isEmpty ? [0] : differing).map { first + $0 })
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
        var faults = stale.union(try orphans(kept, table, bits: kind.pageBits))
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
    private func orphans(_ kept: String, _ table: String, bits: Int64) throws -> [Int64] {
        try Int64.fetchAll(
            db,
            sql: """
                SELECT page FROM \(kept) WHERE NOT EXISTS (
                    SELECT 1 FROM \(table)
                    WHERE id BETWEEN page << \(bits) AND (page + 1 << \(bits)) - 1)
                """)
    }
}

extension SessionPacking {
    /// Whether a page that is kept is the one packed, byte for byte.
    fileprivate func agrees(with kept: UnsafeRawBufferPointer) -> Bool {
        !isEmpty && kept.elementsEqual(bytes)
    }

    /// The places of sessions that stand otherwise on a page that is kept, or on one of the two
    /// alone; on a damaged page none stands.
    fileprivate func differing(from kept: UnsafeRawBufferPointer) -> Set<Int64> {
        bytes.withUnsafeBytes { packed in
            let sides = [packed, kept].map { PackedSessions($0) }
            return Set(KeptKind.session.keys(of: 0).filter { sides[0]?[$0] != sides[1]?[$0] })
        }
    }
}

extension PackedSessions {
    /// What stands of a session on the page; nil of one that doesn't.
    fileprivate subscript(place: Int64) -> PackedSession? {
        plans.first { $0.place == place }.map { plan in
            PackedSession(plan: plan, marks: marks.filter { Int64($0.place) == place })
        }
    }
}

private struct PackedSession: Equatable {
    let plan: PackedPlan
    let marks: [PackedMark]
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
        try execute("DELETE FROM kept_sessions", [])
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
