import Courses
import DemoWorld
import Desk
import FoundationEssentials
import Localisation
import Statistics
import Testing

/// The rows behind any number that may be asked for, by chance, the same every time.
@Suite struct RandomRowsTests {
    /// Three hundred questions, or five thousand in the long run.
    private static let questions =
        ProcessInfo.processInfo.environment["SAMSPRAK_LONG_TESTS"] == nil ? 300 : 5_000

    @Test func `the rows behind any number of the demo world's figures add up to it`()
        async throws
    {
        let world = try await WorldReading.shared.value
        let choices = try await world.desk.figuresChoices(as: .commandOperator)
        let (faults, seen) = try await world.desk.counted(
            FiguresFilter(), as: .commandOperator
        ) { reach in
            var chance = FigureChance(seed: 2_020_1122)
            var faults: [String] = []
            var seen: [CountedNumber: Int] = [:]
            for question in 0..<Self.questions {
                let (filter, dimensions) = chance.question(choices)
                let number = CountedNumber.allCases[question % CountedNumber.allCases.count]
                let table = Figures.table(
                    of: reach.facts, filter: filter, by: dimensions, measures: [number.measure],
                    asOf: reach.today)
                let row = table.rows.randomElement(using: &chance)
                for (figures, key) in [(table.total, nil), (row?.figures, row?.key)] {
                    guard let figures else { continue }
                    let rows = CountedRows(
                        behind: number, of: reach.facts,
                        filter: key.map(filter.narrowed) ?? filter, isRow: key != nil,
                        asOf: reach.today)
                    let (told, listed) = (figures.told(number), rows.map { $0.told(number) })
                    if told != listed {
                        faults.append(
                            "\(number.code) of \(filter.fields) at \(key?.map(\.code) ?? []): "
                                + "\(String(describing: told)), \(String(describing: listed))")
                    }
                    if let rows, !rows.rows.isEmpty { seen[number, default: 0] += 1 }
                }
            }
            return (faults, seen)
        }
        #expect(faults == [])
        // Nothing was tested of what never came.
        let never = CountedNumber.allCases.filter { $0 != .measure(.review) && seen[$0] == nil }
        #expect(never.map(\.code) == [])
    }

    @Test func `every page of a long list, laid together, is the list`() async throws {
        let world = try await WorldReading.shared.value
        func rows(_ page: Int?) async throws -> FigureRows {
            try await world.desk.figureRows(
                behind: .measure(.expected), page: page, as: .commandOperator,
                .localiser(for: .swedish)
            ) { $0.primary }
        }
        let all = try await rows(nil)
        #expect(all.pages > 2)
        #expect(all.rows.count == all.sum)
        var laid: [FigureRows.Row] = []
        for page in 1...all.pages {
            let part = try await rows(page)
            #expect(part.offset == laid.count)
            laid += part.rows
        }
        #expect(laid == all.rows)
        // A page past the last is the last.
        let last = try await rows(all.pages + 7)
        #expect(last.page == all.pages)
        #expect(last.rows.last == all.rows.last)
        let dates = all.rows.compactMap(\.date)
        #expect(dates == dates.sorted())
    }
}

extension CountedRows {
    /// What the rows come to: a sum, and of a rate the numerator before it.
    fileprivate func told(_ number: CountedNumber) -> [Int] {
        number == .measure(.attendanceRate) ? [numerator, sum] : [sum]
    }
}

extension Figures {
    /// The number as a table tells it; nil for a gap.
    fileprivate func told(_ number: CountedNumber) -> [Int]? {
        switch self[number.measure] {
        case .count(let count): [count]
        case .rate(let rate): [rate.numerator, rate.denominator]
        case .waiting(let waiting): [number == .waitingDays ? waiting.days : waiting.people]
        case .gap: number.measure == .attendanceRate ? [0, 0] : nil
        }
    }
}
