import Courses
import Statistics
import Testing

@Suite struct CountedRowsTests {
    private static let asOf = LocalDate(dayNumber: 18_400)
    private static let narrowing = Dimension.allCases.filter { $0 != .municipality }

    @Test(arguments: UInt64(0)..<10)
    func `the rows behind any number of any table add up to it`(_ block: UInt64) {
        for seed in block * 30..<block * 30 + 30 {
            var world = RandomWorld(seed: seed)
            let facts = world.facts
            var chance = SeededGenerator(seed: seed &+ 11)
            let filter = Self.filter(of: facts, &chance)
            let (dimensions, rounds) = (world.dimensions(), world.rounds())
            let table = Figures.table(
                of: facts, rounds: rounds, filter: filter, by: dimensions, asOf: Self.asOf)
            for number in CountedNumber.allCases {
                let total = CountedRows(
                    behind: number, of: facts, rounds: rounds, filter: filter, asOf: Self.asOf)
                #expect(
                    total.map(number.told) == table.total.told(number),
                    "seed \(seed) \(number.code) of \(filter.fields)")
                for row in table.rows.shuffled(using: &chance).prefix(3) {
                    let rows = CountedRows(
                        behind: number, of: facts, rounds: rounds,
                        filter: filter.narrowed(to: row.key), isRow: true, asOf: Self.asOf)
                    #expect(
                        rows.map(number.told) == row.figures.told(number),
                        "seed \(seed) \(number.code) of \(filter.fields), \(row.key.map(\.code))")
                }
            }
        }
    }

    @Test func `each row behind a number of people or of sessions is one`() {
        for seed in UInt64(0)..<60 {
            let facts = RandomWorld(seed: seed).facts
            for number in CountedNumber.allCases {
                let rows =
                    CountedRows(behind: number, of: facts, asOf: Self.asOf)?.rows ?? []
                let about = rows.map { [$0.person, $0.session, $0.round] }
                switch number.measure {
                case .headcounts, .childcareChildren, .groups: continue
                case .review, .scheduledMinutes, .deliveredMinutes, .studyHours, .waiting: break
                default: #expect(rows.allSatisfy { $0.amount == 1 }, "\(number.code)")
                }
                #expect(Set(about).count == about.count, "seed \(seed) \(number.code)")
                #expect(
                    rows.allSatisfy { ($0.person >= 0) == number.tellsOfPeople },
                    "\(number.code)")
            }
        }
    }

    @Test func `a make-up counts where it happened, a guest apart, and nobody waits twice`()
        throws
    {
        var world = World()
        let round = world.round()
        let (own, other) = (
            world.group("A", in: round, .arabic), world.group("B", in: round, .arabic)
        )
        let session = world.session(of: own, on: day(1, 14))
        let later = world.session(of: other, on: day(1, 16))
        let (member, guest) = (world.person(.woman, speaks: .arabic), world.person(.man))
        world.place(member, in: own)
        world.makeUp(member, at: later, for: session)
        world.mark(guest, at: later, as: .guest)
        let facts = world.facts
        func rows(_ measure: Measure) throws -> [CountedRow] {
            try #require(
                CountedRows(behind: .measure(measure), of: facts, asOf: world.asOf)
            ).rows
        }
        #expect(try rows(.participations).map(\.person) == [member])
        #expect(try rows(.participations).map(\.groups) == [[other]])
        #expect(try rows(.uniqueParticipants).map(\.person) == [member])
        #expect(try rows(.guests).map(\.person) == [guest])
        #expect(try rows(.attended) == [])
    }

    @Test func `what has no meaning in what is asked for has no rows, not none`() {
        let facts = RandomWorld(seed: 3).facts
        for (measure, dimension) in [
            (Measure.sessionsHeld, Dimension.gender), (.completed, .month),
            (.headcounts, .ageBand), (.waiting, .mode),
        ] {
            let value = dimension == .month ? "2020-01" : "unknown"
            #expect(
                CountedRows(
                    behind: .measure(measure), of: facts,
                    filter: FiguresFilter([dimension: [value]]), asOf: Self.asOf) == nil)
        }
    }

    @Test func `a number is known by its code`() {
        for number in CountedNumber.allCases {
            #expect(CountedNumber(code: number.code) == number)
        }
        #expect(CountedNumber(code: "shoeSize") == nil)
        #expect(CountedNumber.allCases.count == Measure.allCases.count + 1)
    }

    /// Up to three dimensions with up to two values each.
    private static func filter(
        of facts: Facts, _ chance: inout SeededGenerator
    ) -> FiguresFilter {
        var filter = FiguresFilter()
        let number = Int.random(in: 0...3, using: &chance)
        for dimension in narrowing.shuffled(using: &chance).prefix(number) {
            let codes = Figures.table(of: facts, by: [dimension], asOf: asOf).rows
                .compactMap { $0.key.first?.code }
            filter[dimension] = Array(
                codes.shuffled(using: &chance).prefix(Int.random(in: 1...2, using: &chance)))
        }
        return filter
    }
}

extension CountedNumber {
    /// What the rows come to: a sum, and of a rate the numerator before it.
    fileprivate func told(_ rows: CountedRows) -> [Int] {
        self == .measure(.attendanceRate) ? [rows.numerator, rows.sum] : [rows.sum]
    }
}

extension Figures {
    /// The number as a table tells it; nil for a gap.
    fileprivate func told(_ number: CountedNumber) -> [Int]? {
        switch self[number.measure] {
        case .count(let count): [count]
        case .rate(let rate): [rate.numerator, rate.denominator]
        case .waiting(let waiting):
            [number == .waitingDays ? waiting.days : waiting.people]
        case .gap: number.measure == .attendanceRate ? [0, 0] : nil
        }
    }
}
