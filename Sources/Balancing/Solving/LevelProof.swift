/// What was shown of a level, in the level's own terms.
struct LevelProof {
    private let objective: Objective
    /// In the model's terms; nil where only the obvious is known.
    private let bound: Double?
    private let instance: Instance

    init(_ objective: Objective, bound: Double?, instance: Instance) {
        self.objective = objective
        self.bound = bound
        self.instance = instance
    }

    func result(_ level: Level, _ value: LevelValue) -> Proposal.LevelResult {
        let isReached = bound.map { objective.isReached(value, $0) } ?? false
        var known = isReached ? value : bound.map(levelValue) ?? obvious(level)
        // Rounding never makes a bound that the value itself disproves.
        if value.isBetter(than: known, maximised: level.isMaximised) { known = value }
        return Proposal.LevelResult(
            name: level.name, value: value, bound: known, optimal: known == value)
    }

    private func levelValue(_ bound: Double) -> LevelValue {
        let value = (bound + objective.base) / objective.scale
        guard case .level(let level) = objective.goal, level.aim == .even else {
            return .whole(Int((objective.goal.isMaximised ? -value : value).rounded()))
        }
        let parts = objective.isWhole ? objective.scale : 1_000_000
        let numerator = objective.isWhole ? bound + objective.base : value * parts
        let whole = Int(max(0, objective.isWhole ? numerator.rounded() : numerator.rounded(.down)))
        return .fraction(Fraction.sum([(squares: whole, maximum: Int(parts))]))
    }

    /// What holds of any proposal.
    private func obvious(_ level: Level) -> LevelValue {
        let sound = instance.parties.filter(\.isSound)
        return switch level.aim {
        case .placed:
            .whole(sound.reduce(0) { $0 + ($1.priority == level.priority ? $1.size : 0) })
        case .waiting: .whole(sound.reduce(0) { $0 + $1.waitingDays * $1.size })
        case .moved, .short, .rank: .whole(0)
        case .even: .fraction(Fraction(numerator: Natural(0), denominator: Natural(1)))
        }
    }
}

extension Objective {
    /// Whether the value is no worse than the bound.
    func isReached(_ value: LevelValue, _ bound: Double) -> Bool {
        let limit = bound + base
        switch value {
        case .whole(let value):
            return Double(goal.isMaximised ? -value : value) <= limit + 1e-6
        case .fraction(let fraction):
            let slack = isWhole ? 0.01 : 1e-9 * max(1, abs(limit))
            return fraction.double * scale <= limit + slack
        }
    }
}
