internal import GRDB

extension Reading {
    /// What was noted since it was last derived, in order; nothing outside a transaction.
    func stale() throws -> [StaleKey] {
        let row = try statement("SELECT kind, key FROM kept_stale ORDER BY kind, key")
        var stale: [StaleKey] = []
        while try row.next() {
            guard let kind = KeptKind(rawValue: row.number(0)) else { continue }
            stale.append(StaleKey(kind: kind, key: row.number(1)))
        }
        return stale
    }

    /// Derives anew what follows from the rows that this transaction has changed.
    ///
    /// What follows from a row that can't be read stays noted: figures fail over it, but whoever
    /// saves something else is not kept from it.
    func keepUp() throws {
        let stale = try stale()
        guard !stale.isEmpty else { return }
        var unreadable = try keep(StalePage.all(in: stale))
        var packed = PackWriter()
        for page in stale where page.kind == .people || page.kind == .enrolments {
            do {
                try keep(page, &packed)
            } catch StoreError.damaged(table: _) {
                unreadable.append(page)
            }
        }
        try statement("DELETE FROM kept_stale").run()
        for stale in unreadable { try note(stale) }
    }

    private func note(_ stale: StaleKey) throws {
        let noted = try statement("INSERT INTO kept_stale VALUES (?, ?) ON CONFLICT DO NOTHING")
        noted.bind(1, stale.kind.rawValue)
        noted.bind(2, stale.key)
        try noted.run()
    }

    /// Reads and writes each page once, however many of its sessions have changed.
    ///
    /// - Returns: sessions that can't be read; they stand on no page.
    private func keep(_ pages: [StalePage]) throws -> [StaleKey] {
        var (packing, unreadable) = (SessionPacking(self), [StaleKey]())
        for page in pages {
            try pack(page, &packing)
            try keep(packing.isEmpty ? nil : packing.bytes, asPage: page.page, of: .session)
            unreadable += packing.unreadable.map(\.stale)
        }
        return unreadable
    }

    private func pack(_ page: StalePage, _ packing: inout SessionPacking) throws {
        let row = try statement("SELECT packed FROM kept_sessions WHERE page = ?")
        row.bind(1, page.page)
        defer { row.reset() }
        guard try row.next() else { return try packing.pack(page.page) }
        try row.withBytes(0) { try packing.pack(page, kept: $0) }
    }

    private func keep(_ page: StaleKey, _ packed: inout PackWriter) throws {
        let isThere =
            page.kind == .people
            ? try pack(peopleOn: page.key, into: &packed)
            : try pack(enrolmentsOn: page.key, into: &packed)
        try keep(isThere ? packed.bytes : nil, asPage: page.key, of: page.kind)
    }

    private func keep(_ packed: [UInt8]?, asPage page: Int64, of kind: KeptKind) throws {
        guard let packed else {
            let gone = try takingAway(kind)
            gone.bind(1, page)
            return try gone.run()
        }
        let kept = try keeping(kind)
        kept.bind(1, page)
        // Its bytes are copied.
        packed.withUnsafeBytes { kept.bind(2, bytes: $0) }
        try kept.run()
    }

    private func takingAway(_ kind: KeptKind) throws -> BoundStatement {
        switch kind {
        case .session, .marks: try statement("DELETE FROM kept_sessions WHERE page = ?")
        case .people: try statement("DELETE FROM kept_people WHERE page = ?")
        case .enrolments: try statement("DELETE FROM kept_enrolments WHERE page = ?")
        }
    }

    private func keeping(_ kind: KeptKind) throws -> BoundStatement {
        switch kind {
        case .session, .marks:
            try statement(
                """
                INSERT INTO kept_sessions VALUES (?, ?)
                ON CONFLICT (page) DO UPDATE SET packed = excluded.packed
                """)
        case .people:
            try statement(
                """
                INSERT INTO kept_people VALUES (?, ?)
                ON CONFLICT (page) DO UPDATE SET packed = excluded.packed
                """)
        case .enrolments:
            try statement(
                """
                INSERT INTO kept_enrolments VALUES (?, ?)
                ON CONFLICT (page) DO UPDATE SET packed = excluded.packed
                """)
        }
    }
}
