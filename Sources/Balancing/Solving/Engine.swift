/// Decides who goes where.
struct Engine {
    let instance: Instance
    let order: LevelOrder
    let clock: Deadline

    struct Outcome {
        /// By party, its group.
        var groups: [Int?]
        /// What nothing is better than, level by level, given the levels before.
        var levels: [Proposal.LevelResult] = []
        /// Whether the clock ended it.
        var stoppedEarly = false
    }

    private var goals: [Goal] {
        var goals: [Goal] = []
        if instance.parties.contains(where: { $0.holdsPlace }) { goals.append(.held) }
        if instance.parties.contains(where: { $0.lock != nil }) { goals.append(.locked) }
        return goals + levels.map(Goal.level)
    }

    private var levels: [Level] {
        order.levels(priorities: instance.parties.filter(\.isSound).map(\.priority))
    }

    /// Solves with like groups taken together, and with those apart that could not be dealt out.
    func run() -> Outcome {
        var split: Set<Int> = []
        var best: Outcome?
        while true {
            let model = Model(instance, Partition(instance, split: split))
            guard let (outcome, failed) = run(model) else { break }
            if failed.isEmpty { return outcome }
            if let other = best { best = outcome.isBetter(than: other) ? outcome : other }
            best = best ?? outcome
            if clock.isOver { break }
            split.formUnion(failed.flatMap { model.partition.cells[$0].groups })
        }
        var outcome = best ?? unsearched()
        outcome.stoppedEarly = true
        return outcome
    }

    /// Nil when nothing was found in time.
    private func run(_ model: Model) -> (Outcome, failed: [Int])? {
        let search = Search(model, goals: goals, clock: clock)
        if let solution = search.hopeful() {
            let dealt = deal(model, solution)
            if !dealt.uneven.isEmpty { return (outcome(dealt, search), dealt.uneven) }
            if keepsItsWord(dealt, search) { return (outcome(dealt, search), []) }
        }
        guard !clock.isOver, let solution = search.thorough() else { return nil }
        let dealt = deal(model, solution)
        return (outcome(dealt, search), dealt.uneven)
    }

    private func deal(_ model: Model, _ solution: [Double]) -> Dealing.Result {
        let even = order.aims.firstIndex(of: .even) ?? 0
        let short = order.aims.firstIndex(of: .short) ?? 0
        return Dealing(model: model, evenFirst: even < short).deal(solution)
    }

    /// Whether each goal but the last is at its bound.
    private func keepsItsWord(_ dealt: Dealing.Result, _ search: Search) -> Bool {
        let score = Score(instance: instance, groups: dealt.groups)
        return zip(search.objectives, search.bounds).dropLast().allSatisfy { objective, bound in
            objective.isReached(score.value(objective.goal), bound)
        }
    }

    private func outcome(_ dealt: Dealing.Result, _ search: Search) -> Outcome {
        let score = Score(instance: instance, groups: dealt.groups)
        var results: [Proposal.LevelResult] = []
        // Below a level that is not what it was held to, bounds that build upon it say nothing.
        var isSure = true
        for (index, objective) in search.objectives.enumerated() {
            let bound = index < search.bounds.count && isSure ? search.bounds[index] : nil
            let value = score.value(objective.goal)
            isSure = isSure && bound != nil && objective.isReached(value, search.held[index])
            guard case .level(let level) = objective.goal else { continue }
            results.append(
                LevelProof(objective, bound: bound, instance: instance).result(level, value))
        }
        return Outcome(groups: dealt.groups, levels: results, stoppedEarly: clock.isOver)
    }

    private func unsearched() -> Outcome {
        let model = Model(instance, Partition(instance, split: []))
        let search = Search(model, goals: goals, clock: clock)
        return outcome(Dealing.Result(groups: Greedy(instance).groups()), search)
    }
}

extension Engine.Outcome {
    fileprivate func isBetter(than other: Self) -> Bool {
        for (own, others) in zip(levels, other.levels) where own.value != others.value {
            return own.value.isBetter(than: others.value, maximised: own.isMaximised)
        }
        return false
    }
}

extension Proposal.LevelResult {
    fileprivate var isMaximised: Bool { name == "waiting" || name.hasPrefix("placed") }
}

extension LevelValue {
    func isBetter(than other: LevelValue, maximised: Bool) -> Bool {
        switch (self, other) {
        case (.whole(let own), .whole(let others)): maximised ? own > others : own < others
        case (.fraction(let own), .fraction(let others)): own < others
        case (.whole, .fraction), (.fraction, .whole): false
        }
    }
}
