/// Packs pages of sessions one after the other, and keeps the room for the next.
///
/// A page holds how many sessions stand on it and the plan of each, then the marks.
struct SessionPacking {
    private let reading: Reading
    private var packed = PackWriter()
    private var plan = PackWriter()
    private var plans = PackWriter()
    private var marks: [PackedMark] = []
    /// How many sessions stand on the page, of those that can be read.
    private var count = 0
    /// Sessions that follow from a row that can't be read, and so are not on the page.
    private(set) var unreadable: [(stale: StaleKey, table: String)] = []

    init(_ reading: Reading) {
        self.reading = reading
    }

    /// The page at hand.
    var bytes: [UInt8] { packed.bytes }

    var isEmpty: Bool { count == 0 }

    /// Packs a page from its rows.
    mutating func pack(_ page: Int64) throws {
        try pack(page, nil, stale: try reading.sessions(on: page))
    }

    /// Packs a page of which a part is kept: what is stale from its rows, and the rest as it is.
    ///
    /// - Parameter kept: damaged, all is packed from its rows.
    mutating func pack(_ page: StalePage, kept: UnsafeRawBufferPointer) throws {
        guard let kept = PackedSessions(kept) else { return try pack(page.page) }
        try pack(page.page, kept, stale: page.sessions)
    }

    private mutating func pack(
        _ page: Int64, _ kept: PackedSessions?, stale: [StaleKey]
    ) throws {
        let first = KeptKind.session.keys(of: page).lowerBound
        marks = kept?.marks ?? []
        plans.beginPart()
        count = 0
        unreadable.removeAll()
        var rest = (kept?.plans ?? [])[...]
        for session in stale {
            let place = session.key - first
            while let next = rest.first, next.place < place { add(rest.removeFirst()) }
            let old = rest.first?.place == place ? rest.removeFirst() : nil
            let new = try derive(session, at: place, old)
            if kept != nil || !new.isEmpty { marks.replace(1 << UInt16(place), by: new) }
        }
        for plan in rest { add(plan) }
        packed.begin()
        packed.add(count)
        packed.add(plans)
        packed.add(marks)
    }

    private mutating func add(_ plan: PackedPlan) {
        count += 1
        plans.add(plan.place)
        plans.add(part: plan.bytes)
    }

    /// - Parameter old: as it was kept, if it was.
    /// - Returns: the session's marks; none of one that is not there or can't be read.
    private mutating func derive(
        _ session: StaleKey, at place: Int64, _ old: PackedPlan?
    ) throws -> [PackedMark] {
        do {
            let kept = session.kind == .marks ? old : nil
            guard try kept != nil || reading.pack(planOf: session.key, into: &plan) else {
                return []
            }
            let marks = try reading.marks(of: session.key, at: UInt8(place))
            let plan = plan.bytes
            plan.withUnsafeBytes { add(kept ?? PackedPlan(place: place, bytes: $0)) }
            return marks
        } catch StoreError.damaged(let table) {
            unreadable.append((session, table))
            return []
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
