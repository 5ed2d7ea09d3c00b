/// What the model is solved for, one after another; everything is made as small as possible.
enum Goal: Hashable {
    /// Those who must not lose their place have one.
    case held
    /// Locks are kept.
    case locked
    case level(Level)

    var isMaximised: Bool {
        switch self {
        case .held, .locked: true
        case .level(let level): level.isMaximised
        }
    }
}

/// A goal in the model's columns.
struct Objective {
    let goal: Goal
    let coefficients: [Double]
    /// What those bring whom the model says nothing of.
    let base: Double
    /// Whether each value is a whole number.
    let isWhole: Bool
    /// What a value is multiplied by.
    let scale: Double

    /// The least that a whole value can be, given that nothing is below `value`.
    func rounded(_ value: Double) -> Double {
        guard isWhole else { return value }
        let slack = 1e-6 * Swift.max(1, abs(value) * 1e-4)
        return (value - slack).rounded(.up)
    }
}

extension Model {
    func objective(_ goal: Goal) -> Objective {
        switch goal {
        case .held:
            sum(goal) { crowd, _ in crowd.holdsPlace ? -crowd.size : 0 }
        case .locked:
            sum(goal) { crowd, flow in
                crowd.lock != nil && flow.choice.goes(to: crowd.lock) ? -crowd.size : 0
            }
        case .level(let level):
            switch level.aim {
            case .placed:
                sum(goal) { crowd, _ in
                    crowd.priority == level.priority ? -crowd.size : 0
                }
            case .moved:
                sum(goal) { crowd, flow in
                    flow.choice.goes(to: crowd.current) ? -crowd.size : 0
                }
            case .rank:
                sum(goal) { crowd, flow in
                    instance.fit(crowd.parties[0], group(flow)).rank
                }
            case .waiting: waiting(goal)
            case .short: short(goal)
            case .even: even(goal)
            }
        }
    }

    private func sum(_ goal: Goal, _ coefficient: (Crowd, Flow) -> Int) -> Objective {
        var coefficients = [Double](repeating: 0, count: system.columns)
        for (column, flow) in flows.enumerated() {
            coefficients[column] = Double(coefficient(partition.crowds[flow.crowd], flow))
        }
        return Objective(
            goal: goal, coefficients: coefficients, base: base(goal), isWhole: true, scale: 1)
    }

    /// What those bring who are kept where they are, and those who can't be anywhere.
    private func base(_ goal: Goal) -> Double {
        if case .level(let level) = goal, level.aim == .short {
            // Of groups that still take people the model counts every seat itself.
            return instance.groups.filter { $0.takesNobody && $0.load > 0 }
                .reduce(0) { $0 + Double(max(0, $1.min - $1.load)) }
        }
        var groups = [Int?](repeating: nil, count: instance.parties.count)
        for (index, group) in instance.groups.enumerated() {
            for party in group.kept { groups[party] = index }
        }
        guard case .whole(let value) = Score(instance: instance, groups: groups).value(goal)
        else { return 0 }
        return Double(goal.isMaximised ? -value : value)
    }

    private func waiting(_ goal: Goal) -> Objective {
        var coefficients = [Double](repeating: 0, count: system.columns)
        var inTiers = [Bool](repeating: false, count: partition.crowds.count)
        for tier in tiers {
            inTiers[tier.crowd] = true
            let size = partition.crowds[tier.crowd].size
            coefficients[tier.column] = -Double(tier.waitingDays * size)
        }
        for (column, flow) in flows.enumerated() where !inTiers[flow.crowd] {
            let crowd = partition.crowds[flow.crowd]
            let days = instance.parties[crowd.parties[0]].waitingDays
            coefficients[column] = -Double(days * crowd.size)
        }
        return Objective(
            goal: goal, coefficients: coefficients, base: base(goal), isWhole: true, scale: 1)
    }

    private func short(_ goal: Goal) -> Objective {
        var coefficients = [Double](repeating: 0, count: system.columns)
        for column in seats.joined().compactMap(\.short) { coefficients[column] = 1 }
        return Objective(
            goal: goal, coefficients: coefficients, base: base(goal), isWhole: true, scale: 1)
    }

    private func even(_ goal: Goal) -> Objective {
        let common = leastCommonMultiple
        let scale = Double(common ?? 10_000)
        var coefficients = [Double](repeating: 0, count: system.columns)
        for (cell, seats) in zip(partition.cells, seats) {
            for (row, seats) in zip(cell.rows, seats) {
                for (index, column) in seats.fills.enumerated() {
                    let step = Double(2 * (row.load + index) + 1)
                    coefficients[column] = step * scale / Double(row.divisor)
                }
            }
        }
        let base = instance.groups.reduce(0.0) { sum, group in
            sum + Double(group.load * group.load) * scale / Double(group.divisor)
        }
        return Objective(
            goal: goal, coefficients: coefficients, base: base, isWhole: common != nil,
            scale: scale)
    }

    /// Of all maxima; nil when it is too large to compute with.
    private var leastCommonMultiple: Int? {
        var common = 1
        for divisor in Set(instance.groups.map(\.divisor)) {
            var (a, b) = (common, divisor)
            while b > 0 { (a, b) = (b, a % b) }
            common = common / a * divisor
            guard common <= 1_000_000 else { return nil }
        }
        return common
    }
}

extension Crowd.Choice {
    /// Whether it leads to that very group.
    fileprivate func goes(to place: Partition.Place?) -> Bool {
        row != nil && place?.cell == cell && place?.row == row
    }
}
