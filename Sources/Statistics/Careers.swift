import Courses

/// People in rounds: one career for each person and round with a placement or a withdrawal.
struct Careers {
    private var pairs = Interner()
    private var careers: [Int32] = []
    private var placements = Buckets(0, into: 0) { _ in 0 }
    /// Positions in `Facts.placements`, or `Facts.none`.
    private(set) var firstPlacements: [Int32] = []
    private(set) var lastPlacements: [Int32] = []
    /// The day, or `Facts.open`.
    private(set) var withdrawn: [Int32] = []

    init(_ facts: Facts) {
        careers.reserveCapacity(facts.placements.count)
        for (index, placement) in facts.placements.enumerated() {
            let round = facts.groups[Int(placement.group)].round
            let career = career(of: placement.person, in: round)
            careers.append(career)
            add(Int32(index), to: Int(career), facts)
        }
        for withdrawal in facts.withdrawals {
            let career = Int(career(of: withdrawal.person, in: withdrawal.round))
            withdrawn[career] = min(withdrawn[career], withdrawal.on)
        }
        placements = Buckets(careers.count, into: withdrawn.count) { [careers] in careers[$0] }
    }

    private mutating func career(of person: Int32, in round: Int32) -> Int32 {
        let career = pairs.position(of: Self.key(person, round))
        if Int(career) == withdrawn.count {
            firstPlacements.append(Facts.none)
            lastPlacements.append(Facts.none)
            withdrawn.append(Facts.open)
        }
        return career
    }

    private mutating func add(_ index: Int32, to career: Int, _ facts: Facts) {
        let placement = facts.placements[Int(index)]
        let (first, last) = (firstPlacements[career], lastPlacements[career])
        if first < 0 || placement.precedes(facts.placements[Int(first)]) {
            firstPlacements[career] = index
        }
        if last < 0 || facts.placements[Int(last)].precedes(placement) {
            lastPlacements[career] = index
        }
    }

    private static func key(_ person: Int32, _ round: Int32) -> UInt64 {
        UInt64(UInt32(bitPattern: person)) << 32 | UInt64(UInt32(bitPattern: round))
    }

    var indices: Range<Int> { withdrawn.indices }

    func find(_ person: Int32, in round: Int32) -> Int32? {
        pairs.find(Self.key(person, round))
    }

    subscript(placement placement: Int32) -> Int32 { careers[Int(placement)] }

    func round(of career: Int) -> Int {
        Int(UInt32(truncatingIfNeeded: pairs.keys[career]))
    }

    /// Whether one of the groups ever had a place for them.
    func isPlaced(
        _ career: Int, inOneOf groups: some Sequence<SessionGroupFact>, _ facts: Facts
    ) -> Bool {
        let own = placements[career].map { facts.placements[Int($0)].group }
        return groups.contains { own.contains($0.group) }
    }

    /// The first placement that holds on a day or after it, as a position in `Facts.placements`:
    /// whoever came back waits for another than the one that they left.
    func firstPlacement(_ career: Int, reaching day: Int32, _ facts: Facts) -> Int32? {
        let first = firstPlacements[career]
        guard first >= 0 else { return nil }
        if facts.placements[Int(first)].before > day { return first }
        return placements[career].filter { facts.placements[Int($0)].before > day }
            .min { facts.placements[Int($0)].precedes(facts.placements[Int($1)]) }
    }

    func hasWithdrawn(_ career: Int, asOf day: Int32) -> Bool { withdrawn[career] <= day }
}

extension PlacementFact {
    /// By start, then end; of two with the same days the group and the language decide, so that
    /// the order in which they were handed in does not.
    fileprivate func precedes(_ other: PlacementFact) -> Bool {
        (from, before, group, language) < (other.from, other.before, other.group, other.language)
    }
}
