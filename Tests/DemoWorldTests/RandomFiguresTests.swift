import Courses
import DemoWorld
import Desk
import FoundationEssentials
import Statistics
import Testing

/// Anything that may be asked of the figures, asked by chance, the same every time.
@Suite struct RandomFiguresTests {
    /// Five hundred questions, or ten thousand in the long run.
    private static let questions =
        ProcessInfo.processInfo.environment["SAMSPRAK_LONG_TESTS"] == nil ? 500 : 10_000

    @Test func `of any filter, what adds up does, and the rest lies between most and sum`()
        async throws
    {
        let world = try await WorldReading.shared.value
        let choices = try await world.desk.figuresChoices(as: .commandOperator)
        let (faults, counted) = try await world.desk.counted(
            FiguresFilter(), as: .commandOperator
        ) { reach in
            var chance = FigureChance(seed: 2_020_0421)
            var faults: [String] = []
            var counted: [Measure: Int] = [:]
            for _ in 0..<Self.questions {
                let (filter, dimensions) = chance.question(choices)
                let table = Figures.table(
                    of: reach.facts, filter: filter, by: dimensions, asOf: reach.today)
                faults += FigureBounds(table).faults
                for measure in Measure.allCases {
                    if case .count(let count) = table.total[measure], count > 0 {
                        counted[measure, default: 0] += 1
                    }
                }
            }
            return (faults, counted)
        }
        #expect(faults == [])
        // Nothing was tested of what never came.
        let empty = Measure.allCases.filter {
            $0 != .attendanceRate && $0 != .waiting && $0 != .review && counted[$0] == nil
        }
        #expect(empty == [])
    }

    @Test func `a filter of one value of each dimension is a row of the whole`() async throws {
        let world = try await WorldReading.shared.value
        let rows = try await world.desk.counted(FiguresFilter(), as: .commandOperator) { reach in
            var chance = FigureChance(seed: 7)
            return (0..<20).flatMap { _ -> [(FiguresFilter, Figures, Figures)] in
                let table = reach.table(by: chance.dimensions(1...3))
                return table.rows.shuffled(using: &chance).prefix(5).map { row in
                    let filter = FiguresFilter().narrowed(to: row.key)
                    return (
                        filter, row.figures,
                        Figures.table(of: reach.facts, filter: filter, by: [], asOf: reach.today)
                            .total
                    )
                }
            }
        }
        #expect(rows.count > 50)
        for (filter, row, total) in rows where row != total {
            // The city stands in no filter: its row has what names no session.
            #expect(filter.isEmpty, "\(filter.fields)")
        }
    }
}

/// How the rows of a table lie to its total.
struct FigureBounds {
    private let table: FiguresTable

    init(_ table: FiguresTable) {
        self.table = table
    }

    /// What doesn't hold; empty for a table that is right.
    var faults: [String] {
        guard !table.dimensions.isEmpty else { return [] }
        return Measure.allCases.flatMap { measure in
            let rows = table.rows.map { numbers($0.figures[measure]) }
            guard let total = numbers(table.total[measure]) else {
                return rows.allSatisfy { $0 == nil }
                    ? [] : [fault(measure, "a row without a total")]
            }
            guard !rows.contains(where: { $0 == nil }), !(rows.isEmpty && leavesGaps) else {
                return []
            }
            return total.indices.compactMap { index in
                let parts = rows.compactMap { $0?[index] }
                return holds(measure, parts, total[index])
                    ? nil : fault(measure, "\(parts) of \(total[index])")
            }
        }
    }

    private func fault(_ measure: Measure, _ what: String) -> String {
        "\(measure) by \(table.dimensions) of \(table.filter.fields): \(what)"
    }

    /// The numbers of a measure that may be laid together; nil for a gap.
    private func numbers(_ value: MeasureValue) -> [Int]? {
        switch value {
        case .count(let count): [count]
        case .waiting(let waiting): [waiting.people, waiting.placed, waiting.days]
        case .rate, .gap: nil
        }
    }

    private func holds(_ measure: Measure, _ parts: [Int], _ total: Int) -> Bool {
        let sum = parts.reduce(0, +)
        // What names no known session has no row.
        if measure == .review { return sum <= total || !addsUp(measure) }
        if addsUp(measure) { return sum == total }
        return parts.max() ?? 0 <= total && total <= sum
    }

    /// Whether some measures have no meaning in the rows, so that there may be none.
    private var leavesGaps: Bool {
        !Set(table.dimensions).isDisjoint(with: [.gender, .ageBand, .group, .mode, .month])
    }

    /// Where an event has one row and no more.
    private func addsUp(_ measure: Measure) -> Bool {
        let dimensions = Set(table.dimensions)
        switch measure {
        case .uniqueParticipants, .groups: return false
        case .completed, .waiting: return true
        // A joint session stands under each of its groups, and under each of their languages.
        default: return dimensions.isDisjoint(with: [.group, .language])
        }
    }
}

/// SplitMix64, with which questions are made.
struct FigureChance: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    mutating func dimensions(_ range: ClosedRange<Int>) -> [Dimension] {
        Array(
            Dimension.allCases.shuffled(using: &self).prefix(Int.random(in: range, using: &self)))
    }

    /// Up to four dimensions to break down by, and up to three to narrow to up to three values.
    mutating func question(
        _ choices: FiguresChoices
    ) -> (filter: FiguresFilter, dimensions: [Dimension]) {
        var filter = FiguresFilter()
        for dimension in dimensions(0...3) {
            let codes = choices.values(of: dimension).map(\.code).shuffled(using: &self)
            filter[dimension] = Array(codes.prefix(Int.random(in: 1...3, using: &self)))
        }
        return (filter, dimensions(0...4))
    }
}
