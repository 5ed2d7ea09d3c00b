/// Packs pages of sessions one after the other, and keeps the room for the next.
struct SessionPacking {
    private let reading: Reading
    private var packed = PackWriter()
    private var plan = PackWriter()
    private var marks = PackWriter()
    /// No session stands on the page, of those that can be read.
    private(set) var isEmpty = true
    /// Sessions that follow from a row that can't be read, and so are not on the page.
    private(set) var unreadable: [(stale: StaleKey, table: String)] = []

    init(_ reading: Reading) {
        self.reading = reading
    }

    /// The page at hand.
    var bytes: [UInt8] { packed.bytes }

    /// Packs a page from its rows.
    mutating func pack(_ page: Int64) throws {
        try pack(page, [], stale: try reading.sessions(on: page))
    }

    /// Packs a page of which a part is kept: what is stale from its rows, and the rest as it is.
    ///
    /// - Parameter kept: damaged, all is packed from its rows.
    mutating func pack(_ page: StalePage, kept: UnsafeRawBufferPointer) throws {
        guard let sessions = PackedSessions.all(on: kept) else { return try pack(page.page) }
        try pack(page.page, sessions, stale: page.sessions)
    }

    private mutating func pack(
        _ page: Int64, _ kept: [PackedSession], stale: [StaleKey]
    ) throws {
        packed.begin()
        isEmpty = true
        unreadable.removeAll()
        let first = KeptKind.session.keys(of: page).lowerBound
        var rest = kept[...]
        for session in stale {
            let place = session.key - first
            while let next = rest.first, next.place < place { add(rest.removeFirst()) }
            let old = rest.first?.place == place ? rest.removeFirst() : nil
            try derive(session, at: place, old)
        }
        for session in rest { add(session) }
    }

    private mutating func add(_ session: PackedSession) {
        isEmpty = false
        packed.add(session.place)
        packed.add(part: session.plan)
        packed.add(part: session.marks)
    }

    /// - Parameter old: as it was kept, if it was.
    private mutating func derive(
        _ session: StaleKey, at place: Int64, _ old: PackedSession?
    ) throws {
        do {
            let plan = session.kind == .marks ? old?.plan : nil
            guard try plan != nil || reading.pack(planOf: session.key, into: &self.plan) else {
                return
            }
            try reading.pack(marksOf: session.key, into: &marks)
            isEmpty = false
            packed.add(place)
            if let plan { packed.add(part: plan) } else { packed.add(part: self.plan.bytes) }
            packed.add(part: marks.bytes)
        } catch StoreError.damaged(let table) {
            unreadable.append((session, table))
        }
    }
}

extension Reading {
    /// Those that stand, in order.
    fileprivate func sessions(on page: Int64) throws -> [StaleKey] {
        let keys = KeptKind.session.keys(of: page)
        let row = try statement(
            """
            SELECT id FROM session WHERE id BETWEEN ? AND ? AND voided_by IS NULL ORDER BY id
            """)
        row.bind(1, keys.lowerBound)
        row.bind(2, keys.upperBound)
        var sessions: [StaleKey] = []
        while try row.next() { sessions.append(StaleKey(kind: .session, key: row.number(0))) }
        return sessions
    }
}
