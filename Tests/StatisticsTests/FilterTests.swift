import Courses
import Statistics
import Testing

@Suite struct FilterTests {
    private static let asOf = LocalDate(dayNumber: 18_400)
    private static let narrowing = Dimension.allCases.filter { $0 != .municipality }

    @Test(arguments: UInt64(0)..<10)
    func `narrowed to a row's values, all figures are the row's`(_ block: UInt64) {
        var seen = 0
        for seed in block * 20..<block * 20 + 20 {
            let facts = RandomWorld(seed: seed).facts
            var chance = SeededGenerator(seed: seed &+ 77)
            let dimensions = Array(
                Self.narrowing.shuffled(using: &chance).prefix(
                    Int.random(in: 1...3, using: &chance)))
            let table = Figures.table(of: facts, by: dimensions, asOf: Self.asOf)
            for row in table.rows {
                let filter = FiguresFilter().narrowed(to: row.key)
                let narrowed = Figures.table(of: facts, filter: filter, by: [], asOf: Self.asOf)
                #expect(narrowed.total == row.figures, "seed \(seed) \(filter)")
                seen += 1
            }
        }
        #expect(seen > 20)
    }

    @Test(arguments: UInt64(0)..<20)
    func `any filter with any breakdown counts as the plain count does`(_ block: UInt64) {
        for seed in block * 20..<block * 20 + 20 {
            var world = RandomWorld(seed: seed)
            var chance = SeededGenerator(seed: seed &+ 5)
            let filter = Self.filter(of: world.facts, &chance)
            let (dimensions, rounds) = (world.dimensions(), world.rounds())
            let table = Figures.table(
                of: world.facts, rounds: rounds, filter: filter, by: dimensions, asOf: Self.asOf)
            let plain = PlainCount(
                facts: world.facts, rounds: rounds, dimensions: dimensions, asOf: Self.asOf
            ).count(filter)
            #expect(table.total == plain.total, "seed \(seed) \(filter)")
            #expect(table.filter == filter)
            guard !dimensions.isEmpty else { continue }
            let rows = Dictionary(
                table.rows.map { ($0.key.map(\.code), $0.figures) }
            ) { first, _ in first }
            #expect(rows == plain.rows, "seed \(seed) by \(dimensions) \(filter)")
        }
    }

    @Test func `what nothing is known of is narrowed to by the word unknown`() {
        var world = World()
        let round = world.round()
        let group = world.group("A", in: round, .arabic)
        let session = world.session(of: group, on: day(1, 14))
        let born = world.person(.woman, born: LocalDate(dayNumber: 7_000), speaks: .arabic)
        let unknown = world.person(.man, speaks: .arabic)
        for person in [born, unknown] {
            world.place(person, in: group)
            world.mark(person, at: session)
        }
        let table = Figures.table(
            of: world.facts, filter: FiguresFilter([.ageBand: ["unknown"]]), by: [.gender],
            asOf: world.asOf)
        #expect(table.total.attended == 1)
        #expect(table.rows.map(\.key) == [[.gender(.man)]])
        #expect(table.total.sessionsHeld == nil)
    }

    @Test func `a file's municipality narrows nothing, and a value asked for twice is one`() {
        let filter = FiguresFilter([.municipality: ["0428"], .gender: ["woman", "woman"]])
        #expect(filter.dimensions == [.gender])
        #expect(filter[.gender] == ["woman"])
        #expect(FiguresFilter([.gender: []]).isEmpty)
    }

    /// Up to three dimensions with up to two values each, some of which stand nowhere.
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
            if codes.isEmpty { filter[dimension] = ["nowhere"] }
        }
        return filter
    }
}
