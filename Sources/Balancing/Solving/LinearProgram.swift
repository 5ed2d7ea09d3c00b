import CBC

/// A system of columns and rows that is solved for one aim after another.
final class LinearProgram {
    private let handle: OpaquePointer
    let columns: Int
    private(set) var rows: Int

    enum Outcome {
        case optimal, infeasible, stopped
    }

    /// Nil when there is no memory for it.
    init?(_ system: LinearSystem, objective: [Double]) {
        let handle = system.withProblem(objective) { problem in
            withUnsafePointer(to: problem) { cbc_linear_open($0) }
        }
        guard let handle else { return nil }
        self.handle = handle
        columns = system.columnLower.count
        rows = system.rowLower.count
    }

    deinit { cbc_linear_close(handle) }

    func setObjective(_ objective: [Double]) {
        cbc_linear_set_objective(handle, objective)
    }

    func setColumn(_ column: Int, _ lower: Double, _ upper: Double) {
        cbc_linear_set_column(handle, Int32(column), lower, upper)
    }

    func setRow(_ row: Int, _ lower: Double, _ upper: Double) {
        cbc_linear_set_row(handle, Int32(row), lower, upper)
    }

    func addRow(_ terms: [(column: Int, value: Double)], _ lower: Double, _ upper: Double) {
        cbc_linear_add_row(
            handle, Int32(terms.count), terms.map { Int32($0.column) }, terms.map(\.value), lower,
            upper)
        rows += 1
    }

    func solve(seconds: Double) -> Outcome {
        switch cbc_linear_solve(handle, seconds) {
        case CBC_OPTIMAL: .optimal
        case CBC_INFEASIBLE: .infeasible
        default: .stopped
        }
    }

    var value: Double { cbc_linear_value(handle) }
    var solution: [Double] { copied(cbc_linear_solution(handle), columns) }
    var reducedCosts: [Double] { copied(cbc_linear_reduced_costs(handle), columns) }
    var prices: [Double] { copied(cbc_linear_prices(handle), rows) }

    private func copied(_ values: UnsafePointer<Double>?, _ count: Int) -> [Double] {
        Array(UnsafeBufferPointer(start: values, count: values == nil ? 0 : count))
    }
}
