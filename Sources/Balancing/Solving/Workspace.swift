/// A system and its linear program, held to more and more.
final class Workspace {
    private(set) var system: LinearSystem
    private let program: LinearProgram

    init?(_ system: LinearSystem, _ objective: [Double]) {
        guard let program = LinearProgram(system, objective: objective) else { return nil }
        self.system = system
        self.program = program
    }

    func setObjective(_ objective: [Double]) { program.setObjective(objective) }
    func solve(seconds: Double) -> LinearProgram.Outcome { program.solve(seconds: seconds) }
    var value: Double { program.value }
    var solution: [Double] { program.solution }

    /// Leaves only solutions in which the objective is no worse than `value`, as the program was
    /// last solved for it.
    func hold(_ objective: Objective, at value: Double) {
        let gap = value - program.value
        let largest = objective.coefficients.reduce(1) { max($0, abs($1)) }
        let tolerance = 1e-6 * largest
        let isExact = abs(gap) <= 1e-6 * max(1, abs(value) * 1e-3)
        fixColumns(beyond: isExact ? tolerance : gap + tolerance)
        if isExact {
            tightenRows(beyond: tolerance)
        } else {
            addRow(objective, value)
        }
    }

    /// A column whose every step away from its bound costs more than may be lost stays there.
    private func fixColumns(beyond tolerance: Double) {
        let (costs, values) = (program.reducedCosts, program.solution)
        for column in costs.indices where abs(costs[column]) > tolerance {
            let (lower, upper) = (system.columnLower[column], system.columnUpper[column])
            guard upper > lower else { continue }
            let bound = abs(values[column] - lower) <= abs(values[column] - upper) ? lower : upper
            // A continuous column may move by less than one.
            guard system.integers[column] || tolerance < 1e-2 else { continue }
            system.setColumn(column, bound, bound)
            program.setColumn(column, bound, bound)
        }
    }

    private func tightenRows(beyond tolerance: Double) {
        let (prices, values) = (program.prices, program.solution)
        for row in 0..<system.rowLower.count where abs(prices[row]) > tolerance {
            let (lower, upper) = (system.rowLower[row], system.rowUpper[row])
            guard upper > lower else { continue }
            let activity = (Int(system.starts[row])..<Int(system.starts[row + 1])).reduce(0.0) {
                $0 + system.values[$1] * values[Int(system.indices[$1])]
            }
            let bound = abs(activity - lower) <= abs(activity - upper) ? lower : upper
            system.setRow(row, bound, bound)
            program.setRow(row, bound, bound)
        }
    }

    private func addRow(_ objective: Objective, _ value: Double) {
        let terms = objective.coefficients.enumerated().filter { $0.element != 0 }
            .map { LinearSystem.Term($0.offset, $0.element) }
        let limit = value + (objective.isWhole ? 1e-3 : 1e-6 * max(1, abs(value)))
        system.addRow(terms, -1e31, limit)
        program.addRow(terms, -1e31, limit)
    }
}
