extension Model {
    /// The solution's flows as whole numbers.
    func flows(_ solution: [Double]) -> [Int] {
        flows.indices.map { Int(solution[$0].rounded()) }
    }

    /// Whether all that has to be whole is whole already.
    func isWhole(_ solution: [Double]) -> Bool {
        system.integers.indices.allSatisfy {
            !system.integers[$0] || abs(solution[$0] - solution[$0].rounded()) <= 1e-6
        }
    }

    /// How many groups of each row have anyone, by cell; nil where the solution need not say.
    func opened(_ solution: [Double]) -> [[Int?]] {
        seats.map { $0.map { seats in seats.open.map { Int(solution[$0].rounded()) } } }
    }

    /// How many seats a cell's groups are short, and the sum of their squares over maxima, as the
    /// solution has it.
    func promise(of cell: Int, _ solution: [Double]) -> (short: Double, squares: Double) {
        var (short, squares) = (0.0, 0.0)
        for (row, seats) in zip(partition.cells[cell].rows, seats[cell]) {
            short += seats.short.map { solution[$0] } ?? 0
            squares += Double(row.count * row.load * row.load) / Double(row.divisor)
            for (index, column) in seats.fills.enumerated() {
                squares +=
                    solution[column] * Double(2 * (row.load + index) + 1)
                    / Double(row.divisor)
            }
        }
        return (short, squares)
    }
}
