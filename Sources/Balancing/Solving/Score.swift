/// What an assignment is worth, level by level, exactly.
struct Score {
    let instance: Instance
    /// By party.
    let groups: [Int?]

    func value(_ goal: Goal) -> LevelValue {
        switch goal {
        case .held: .whole(sum { $0.holdsPlace && $1 != nil ? $0.size : 0 })
        case .locked:
            .whole(
                sum { party, group in party.lock != nil && party.lock == group ? party.size : 0 })
        case .level(let level): value(level)
        }
    }

    func value(_ level: Level) -> LevelValue {
        switch level.aim {
        case .placed:
            .whole(sum { $1 != nil && $0.priority == level.priority ? $0.size : 0 })
        case .waiting: .whole(sum { $1 == nil ? 0 : $0.waitingDays * $0.size })
        case .moved:
            .whole(
                sum { party, group in
                    party.isSound && party.current != nil && party.current != group
                        ? party.size : 0
                })
        case .short: .whole(short)
        case .rank: .whole(rank)
        case .even: .fraction(even)
        }
    }

    private func sum(_ term: (PreparedParty, Int?) -> Int) -> Int {
        zip(instance.parties, groups).reduce(0) { $0 + term($1.0, $1.1) }
    }

    /// People in each group.
    var sizes: [Int] {
        var sizes = [Int](repeating: 0, count: instance.groups.count)
        for (party, group) in zip(instance.parties, groups) {
            if let group { sizes[group] += party.size }
        }
        return sizes
    }

    private var short: Int {
        zip(instance.groups, sizes).reduce(0) {
            $0 + ($1.1 > 0 ? max(0, $1.0.min - $1.1) : 0)
        }
    }

    private var rank: Int {
        groups.enumerated().reduce(0) { sum, entry in
            sum + (entry.element.map { instance.fit(entry.offset, $0).rank } ?? 0)
        }
    }

    private var even: Fraction {
        Fraction.sum(
            zip(instance.groups, sizes).filter { $0.1 > 0 }
                .map { (squares: $0.1 * $0.1, maximum: $0.0.divisor) })
    }
}
