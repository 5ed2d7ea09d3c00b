import Courses
import Statistics
import Testing

@Suite struct SomeMeasuresTests {
    @Test(arguments: UInt64(0)..<60)
    func `a table of one measure says of it what the table of all says`(_ seed: UInt64) {
        var world = RandomWorld(seed: seed)
        let dimensions = world.dimensions()
        let rounds = world.rounds()
        let asOf = LocalDate(dayNumber: Int(world.date()) + 40)
        func table(_ measures: Set<Measure>?) -> FiguresTable {
            Figures.table(
                of: world.facts, rounds: rounds, by: dimensions, measures: measures, asOf: asOf)
        }
        let all = table(nil)
        for measure in Measure.allCases {
            let one = table([measure])
            #expect(one.total[measure] == all.total[measure], "\(measure)")
            let rows = Dictionary(uniqueKeysWithValues: one.rows.map { ($0.key, $0.figures) })
            for row in all.rows {
                let value = row.figures[measure]
                #expect(rows[row.key]?[measure] ?? value.nothing == value, "\(measure)")
            }
        }
    }
}

extension MeasureValue {
    /// What a row says behind which nothing stands.
    fileprivate var nothing: MeasureValue {
        switch self {
        case .count: .count(0)
        case .waiting: .waiting(Waiting())
        case .rate, .gap: .gap
        }
    }
}
