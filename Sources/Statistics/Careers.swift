import Courses

/// People in rounds: one career for each person and round with a placement or a withdrawal.
struct Careers {
    /// Of each person the career that was met last, and of each career the one before it: people
    /// have few, and a chain finds one sooner than a table of all.
    private var latest: [Int32] = []
    private var earlier: [Int32] = []
    private var rounds: [Int32] = []
    private var careers: [Int32] = []
    private var placements = Buckets(0, into: 0) { _ in 0 }
    /// Positions in `Facts.placements`, or `Facts.none`.
    private(set) var firstPlacements: [Int32] = []
    private(set) var lastPlacements: [Int32] = []
    /// The day, or `Facts.open`.
    private(set) var withdrawn: [Int32] = []

    /// Nobody's.
    init() {}

    init(_ facts: Facts) {
        latest = [Int32](repeating: Facts.none, count: facts.people.count)
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
        if let career = find(person, in: round) { return career }
        let career = Int32(rounds.count)
        earlier.append(latest[Int(person)])
        latest[Int(person)] = career
        rounds.append(round)
        firstPlacements.append(Facts.none)
        lastPlacements.append(Facts.none)
        withdrawn.append(Facts.open)
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

    var indices: Range<Int> { withdrawn.indices }

    func find(_ person: Int32, in round: Int32) -> Int32? {
        var career = latest[Int(person)]
        while career >= 0, rounds[Int(career)] != round { career = earlier[Int(career)] }
        return career < 0 ? nil : career
    }

    subscript(placement placement: Int32) -> Int32 { careers[Int(placement)] }

    func round(of career: Int) -> Int { Int(rounds[career]) }

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
