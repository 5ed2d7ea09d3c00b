import CBC

/// Columns within bounds and rows of them within bounds.
struct LinearSystem {
    private(set) var columnLower: [Double] = []
    private(set) var columnUpper: [Double] = []
    private(set) var integers: [Bool] = []
    private(set) var rowLower: [Double] = []
    private(set) var rowUpper: [Double] = []
    private(set) var starts: [Int32] = [0]
    private(set) var indices: [Int32] = []
    private(set) var values: [Double] = []

    typealias Term = (column: Int, value: Double)

    var columns: Int { columnLower.count }

    mutating func addColumn(_ lower: Double, _ upper: Double, integer: Bool) -> Int {
        columnLower.append(lower)
        columnUpper.append(upper)
        integers.append(integer)
        return columnLower.count - 1
    }

    mutating func addRow(_ terms: [Term], _ lower: Double, _ upper: Double) {
        for term in terms {
            indices.append(Int32(term.column))
            values.append(term.value)
        }
        starts.append(Int32(indices.count))
        rowLower.append(lower)
        rowUpper.append(upper)
    }

    mutating func setColumn(_ column: Int, _ lower: Double, _ upper: Double) {
        columnLower[column] = lower
        columnUpper[column] = upper
    }

    mutating func setRow(_ row: Int, _ lower: Double, _ upper: Double) {
        rowLower[row] = lower
        rowUpper[row] = upper
    }

    func withProblem<Result>(
        _ objective: [Double], _ body: (cbc_problem) -> Result
    ) -> Result {
        starts.withUnsafeBufferPointer { starts in
            indices.withUnsafeBufferPointer { indices in
                values.withUnsafeBufferPointer { values in
                    columnLower.withUnsafeBufferPointer { columnLower in
                        columnUpper.withUnsafeBufferPointer { columnUpper in
                            rowLower.withUnsafeBufferPointer { rowLower in
                                rowUpper.withUnsafeBufferPointer { rowUpper in
                                    objective.withUnsafeBufferPointer { objective in
                                        body(
                                            cbc_problem(
                                                columns: Int32(columns),
                                                rows: Int32(rowLower.count),
                                                starts: starts.baseAddress,
                                                columns_of: indices.baseAddress,
                                                values: values.baseAddress,
                                                column_lower: columnLower.baseAddress,
                                                column_upper: columnUpper.baseAddress,
                                                row_lower: rowLower.baseAddress,
                                                row_upper: rowUpper.baseAddress,
                                                objective: objective.baseAddress))
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

extension LinearSystem {
    /// What a search for whole numbers found.
    struct Found {
        let outcome: Outcome
        /// A value for each column.
        let solution: [Double]?
        let value: Double
        /// Nothing is below it.
        let bound: Double

        enum Outcome {
            case proven, infeasible, stopped
        }
    }

    struct Limits {
        var gap = 1e-9
        var fractionGap = 0.0
        var nodes = 100_000
        var seconds = Double.infinity
    }

    /// The smallest sum of the objective with the integer columns whole.
    ///
    /// Columns that can have one value only are left out before the search.
    func searchWhole(_ objective: [Double], start: [Double]?, _ limits: Limits) -> Found {
        let reduction = Reduction(self, objective)
        guard let small = reduction.system else {
            return Found(outcome: .infeasible, solution: nil, value: 0, bound: .infinity)
        }
        guard small.columns > 0 else {
            return Found(
                outcome: .proven, solution: reduction.restored([]), value: reduction.offset,
                bound: reduction.offset)
        }
        var solution = [Double](repeating: 0, count: small.columns)
        var bounds = cbc_limits(
            gap: limits.gap, fraction_gap: limits.fractionGap, nodes: Int32(limits.nodes),
            seconds: min(limits.seconds, 1e10))
        let begin = start.map(reduction.reduced)
        let answer = small.withProblem(reduction.objective) { problem in
            withUnsafePointer(to: problem) {
                cbc_mixed_solve($0, small.integers, begin, &bounds, &solution)
            }
        }
        let outcome: Found.Outcome =
            switch answer.status {
            case CBC_OPTIMAL: .proven
            case CBC_INFEASIBLE: .infeasible
            default: .stopped
            }
        var whole = answer.found ? reduction.restored(solution) : nil
        // Trust is good; a solution that breaks a rule is none.
        if let found = whole, !holds(found) { whole = nil }
        // What the solver says of values has been through its presolve; the solution is exact.
        let value = whole.map { zip(objective, $0).reduce(0) { $0 + $1.0 * $1.1 } } ?? 0
        let isProven = outcome == .proven && whole != nil && limits.fractionGap == 0
        return Found(
            outcome: outcome, solution: whole, value: value,
            bound: isProven ? value : answer.bound + reduction.offset)
    }
}

/// A system without the columns that can have one value only.
private struct Reduction {
    /// Nil when a row that is left without columns can't hold.
    private(set) var system: LinearSystem?
    private(set) var objective: [Double] = []
    /// What the columns left out bring.
    private(set) var offset = 0.0
    private var kept: [Int] = []
    private let fixed: [Double]

    init(_ whole: LinearSystem, _ objective: [Double]) {
        var small = LinearSystem()
        var place = [Int](repeating: -1, count: whole.columns)
        fixed = whole.columnLower
        for column in 0..<whole.columns {
            let (lower, upper) = (whole.columnLower[column], whole.columnUpper[column])
            if upper - lower < 1e-9 {
                offset += objective[column] * lower
            } else {
                place[column] = small.addColumn(lower, upper, integer: whole.integers[column])
                self.objective.append(objective[column])
                kept.append(column)
            }
        }
        system = Self.copyRows(whole, to: &small, place) ? small : nil
    }

    private static func copyRows(
        _ whole: LinearSystem, to small: inout LinearSystem, _ place: [Int]
    ) -> Bool {
        for row in 0..<whole.rowLower.count {
            var (terms, sum): ([LinearSystem.Term], Double) = ([], 0)
            for index in Int(whole.starts[row])..<Int(whole.starts[row + 1]) {
                let column = Int(whole.indices[index])
                if place[column] >= 0 {
                    terms.append((place[column], whole.values[index]))
                } else {
                    sum += whole.values[index] * whole.columnLower[column]
                }
            }
            let (lower, upper) = (whole.rowLower[row] - sum, whole.rowUpper[row] - sum)
            if terms.isEmpty {
                guard lower < 1e-6, upper > -1e-6 else { return false }
            } else {
                small.addRow(terms, lower, upper)
            }
        }
        return true
    }

    func reduced(_ solution: [Double]) -> [Double] { kept.map { solution[$0] } }

    func restored(_ solution: [Double]) -> [Double] {
        var whole = fixed
        for (index, column) in kept.enumerated() { whole[column] = solution[index] }
        return whole
    }
}

extension LinearSystem {
    /// Whether the values keep to all bounds, as nearly as computing with such numbers allows.
    func holds(_ solution: [Double]) -> Bool {
        let slack = 1e-5
        for column in 0..<columns {
            guard solution[column] > columnLower[column] - slack,
                solution[column] < columnUpper[column] + slack
            else { return false }
        }
        for row in rowLower.indices {
            let sum = (Int(starts[row])..<Int(starts[row + 1])).reduce(0.0) {
                $0 + values[$1] * solution[Int(indices[$1])]
            }
            let near = slack * max(1, abs(sum) * 1e-3)
            guard sum > rowLower[row] - near, sum < rowUpper[row] + near else { return false }
        }
        return true
    }
}
