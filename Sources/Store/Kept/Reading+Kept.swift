internal import GRDB

extension Reading {
    /// What was noted since it was last derived, in order; nothing outside a transaction.
    func stale() throws -> [(kind: KeptKind, key: Int64)] {
        let row = try statement("SELECT kind, key FROM kept_stale ORDER BY kind, key")
        var stale: [(KeptKind, Int64)] = []
        while try row.next() {
            guard let kind = KeptKind(rawValue: row.number(0)) else { continue }
            stale.append((kind, row.number(1)))
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
        var (packed, marks) = (PackWriter(), PackWriter())
        var sessions: Set<Int64> = []
        var unreadable: [(kind: KeptKind, key: Int64)] = []
        for (kind, key) in stale {
            if kind == .session { sessions.insert(key) }
            if kind == .marks, sessions.contains(key) { continue }
            do {
                try keep(kind, key, &packed, &marks)
            } catch StoreError.damaged(table: _) {
                unreadable.append((kind, key))
            }
        }
        try statement("DELETE FROM kept_stale").run()
        for (kind, key) in unreadable { try note(kind, key) }
    }

    private func note(_ kind: KeptKind, _ key: Int64) throws {
        let noted = try statement("INSERT INTO kept_stale VALUES (?, ?) ON CONFLICT DO NOTHING")
        noted.bind(1, kind.rawValue)
        noted.bind(2, key)
        try noted.run()
    }

    private func keep(
        _ kind: KeptKind, _ key: Int64, _ packed: inout PackWriter, _ marks: inout PackWriter
    ) throws {
        switch kind {
        case .session: try keep(session: key, &packed, &marks)
        case .marks: try keep(marksOf: key, &marks)
        case .people:
            let isThere = try pack(peopleOn: key, into: &packed)
            try keep(isThere ? packed : nil, asPage: key, of: .people)
        case .enrolments:
            let isThere = try pack(enrolmentsOn: key, into: &packed)
            try keep(isThere ? packed : nil, asPage: key, of: .enrolments)
        }
    }

    private func keep(
        session: Int64, _ plan: inout PackWriter, _ marks: inout PackWriter
    ) throws {
        guard try pack(planOf: session, into: &plan) else {
            let gone = try statement("DELETE FROM kept_session WHERE session_id = ?")
            gone.bind(1, session)
            return try gone.run()
        }
        try pack(marksOf: session, into: &marks)
        let kept = try statement(
            """
            INSERT INTO kept_session VALUES (?, ?, ?) ON CONFLICT (session_id) DO UPDATE
            SET plan = excluded.plan, marks = excluded.marks
            """)
        kept.bind(1, session)
        kept.bind(2, plan)
        kept.bind(3, marks)
        try kept.run()
    }

    private func keep(marksOf session: Int64, _ marks: inout PackWriter) throws {
        try pack(marksOf: session, into: &marks)
        let kept = try statement("UPDATE kept_session SET marks = ? WHERE session_id = ?")
        kept.bind(1, marks)
        kept.bind(2, session)
        try kept.run()
    }

    private func keep(_ packed: PackWriter?, asPage page: Int64, of kind: KeptKind) throws {
        let isPeople = kind == .people
        guard let packed else {
            let gone =
                isPeople
                ? try statement("DELETE FROM kept_people WHERE page = ?")
                : try statement("DELETE FROM kept_enrolments WHERE page = ?")
            gone.bind(1, page)
            return try gone.run()
        }
        let kept =
            isPeople
            ? try statement(
                """
                INSERT INTO kept_people VALUES (?, ?)
                ON CONFLICT (page) DO UPDATE SET packed = excluded.packed
                """)
            : try statement(
                """
                INSERT INTO kept_enrolments VALUES (?, ?)
                ON CONFLICT (page) DO UPDATE SET packed = excluded.packed
                """)
        kept.bind(1, page)
        kept.bind(2, packed)
        try kept.run()
    }
}

extension BoundStatement {
    /// Its bytes are copied.
    fileprivate func bind(_ place: Int32, _ packed: PackWriter) {
        packed.bytes.withUnsafeBytes { bind(place, bytes: $0) }
    }
}
