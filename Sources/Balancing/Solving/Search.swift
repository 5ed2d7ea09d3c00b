/// Solves the model for one goal after another, each settled before the next.
///
/// Where a linear program's optimum is a whole number, its prices tell which columns and rows
/// must stay at their bounds in every solution that is as good (complementary slackness). Holding
/// those is exact, and leaves the system as simple as it was, where a row for the goal's value
/// would tie everything to everything. First it is assumed that all goals can be had at their
/// bounds; one search for whole numbers at the end tells whether that is so. Only when it is not,
/// each goal is searched by itself.
final class Search {
    let model: Model
    let objectives: [Objective]
    private let clock: Deadline
    private let patience: Patience

    /// The value that nothing is below, by goal, of those that were reached.
    private(set) var bounds: [Double] = []
    /// What the goals after it were held to.
    private(set) var held: [Double] = []

    /// How far a search goes before it is content; by nodes, so that it ends at the same place on
    /// every machine.
    struct Patience {
        let nodes: Int
        /// For the last goal only.
        let fractionGap: Double

        /// The larger the model, the more a node costs and the less it brings.
        init(columns: Int) {
            nodes = columns > 5000 ? 300 : 5000
            fractionGap = columns > 5000 ? 1e-4 : 0
        }
    }

    init(_ model: Model, goals: [Goal], clock: Deadline) {
        self.model = model
        objectives = goals.map(model.objective)
        self.clock = clock
        patience = Patience(columns: model.system.columns)
    }

    // MARK: All goals at their bounds

    /// A value for each column; nil when some goal can't be had so.
    func hopeful() -> [Double]? {
        guard let first = objectives.first,
            let work = Workspace(model.system, first.coefficients)
        else { return nil }
        (bounds, held) = ([], [])
        for (index, objective) in objectives.enumerated() {
            work.setObjective(objective.coefficients)
            guard work.solve(seconds: clock.rest) == .optimal else { return nil }
            let bound = objective.rounded(work.value)
            bounds.append(bound)
            held.append(bound)
            if index < objectives.count - 1 { work.hold(objective, at: bound) }
        }
        guard let last = objectives.last, let bound = bounds.last else { return nil }
        let relaxed = work.solution
        if model.isWhole(relaxed), last.value(relaxed) <= bound + 1e-6 * max(1, bound) {
            return relaxed
        }
        let found = work.system.searchWhole(
            last.coefficients, start: nil,
            LinearSystem.Limits(
                gap: last.isWhole ? 0.999 : 1e-6, fractionGap: patience.fractionGap,
                nodes: patience.nodes, seconds: clock.rest))
        guard let solution = found.solution else { return nil }
        if found.bound.isFinite { bounds[bounds.count - 1] = max(bound, last.rounded(found.bound)) }
        return solution
    }

    // MARK: One goal after another

    /// A value for each column; nil when none was found in time.
    func thorough() -> [Double]? {
        guard let first = objectives.first,
            let work = Workspace(model.system, first.coefficients)
        else { return nil }
        (bounds, held) = ([], [])
        var best: [Double]?
        for (index, objective) in objectives.enumerated() {
            work.setObjective(objective.coefficients)
            guard work.solve(seconds: clock.rest) == .optimal else { break }
            let isLast = index == objectives.count - 1
            let relaxed = objective.rounded(work.value)
            var (value, bound) = (best.map { objective.value($0) }, relaxed)
            if value.map({ $0 > relaxed + 1e-6 }) ?? true {
                let found = work.system.searchWhole(
                    objective.coefficients, start: best,
                    LinearSystem.Limits(
                        gap: objective.isWhole ? 0.999 : 1e-6,
                        fractionGap: isLast ? patience.fractionGap : 0,
                        nodes: patience.nodes, seconds: clock.rest))
                if let solution = found.solution {
                    let better = objective.value(solution)
                    if value.map({ better < $0 }) ?? true { (best, value) = (solution, better) }
                }
                if found.bound.isFinite { bound = max(relaxed, objective.rounded(found.bound)) }
            }
            guard let reached = value else { break }
            let settled = objective.isWhole ? reached.rounded() : reached
            bounds.append(min(bound, settled))
            held.append(settled)
            if !isLast { work.hold(objective, at: settled) }
        }
        return best
    }
}

extension Objective {
    func value(_ solution: [Double]) -> Double {
        zip(coefficients, solution).reduce(0) { $0 + $1.0 * $1.1 }
    }
}
