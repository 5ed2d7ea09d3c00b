import Courses
import Desk
import FoundationEssentials
import Statistics
import Testing

/// Every measure, in every scope and by every dimension, counted a second time from the rows as
/// they lie, by the definitions alone.
@Suite struct RandomYearTests {
    /// Three years, or thirty in the long run.
    private static let years =
        ProcessInfo.processInfo.environment["SAMSPRAK_LONG_TESTS"] == nil ? 3 : 30

    @Test func `of a year lived through the desk, all figures are what the rows say`()
        async throws
    {
        var done: [String: Int] = [:]
        var counted: [String: Int] = [:]
        for seed in 0..<UInt64(Self.years) {
            var year = try await RandomYear(seed: seed)
            try await year.live(until: day("2020-02-20"))
            try await expectSame(year, "seed \(seed) in February")
            try await year.live(until: day("2020-10-05"))
            let total = try await expectSame(year, "seed \(seed) in October")
            counted.merge(total) { $0 + $1 }
            done.merge(year.done) { $0 + $1 }
        }
        for (name, number) in counted where number == 0 { Issue.record("no \(name) at all") }
        for name in [
            "joint", "protect", "apply", "place", "transfer", "withdraw", "merge", "merge undone",
            "pause", "move", "cancel", "end", "not taken",
        ] where done[name] == nil {
            Issue.record("\(name) was never done: nothing was tested of it")
        }
    }

    @Test func `statements that arrive twice count once`() async throws {
        var once = try await RandomYear(seed: 5)
        var twice = try await RandomYear(seed: 5, arrivesTwice: true)
        try await once.live(until: day("2020-02-20"))
        try await twice.live(until: day("2020-02-20"))
        try await expectSame(twice, "twice")
        for dimensions: [Dimension] in [[], [.round, .group], [.language, .gender, .month]] {
            #expect(
                try await once.world.desk.statistics(by: dimensions, as: once.world.office)
                    == twice.world.desk.statistics(by: dimensions, as: twice.world.office))
        }
    }

    /// What the desk counts, and what the rows say, in each scope; gives what the whole has.
    @discardableResult
    private func expectSame(_ year: RandomYear, _ name: String) async throws -> [String: Int] {
        let (desk, office) = (year.world.desk, year.world.office)
        let count = RawCount(try await RawRows(desk), at: year.world.time.now)
        let choices = try await desk.figuresChoices(as: office)
        var filters = [FiguresFilter()]
        for dimension in Dimension.allCases {
            let codes = choices.values(of: dimension).map(\.code)
            for code in codes.prefix(3) { filters.append(FiguresFilter([dimension: [code]])) }
            if codes.count > 2 {
                filters.append(FiguresFilter([dimension: Array(codes.suffix(2))]))
            }
        }
        for filter in filters {
            let breakdowns = filter.isEmpty ? Self.allPairs : Self.some
            let tables = try await desk.statistics(filter: filter, each: breakdowns, as: office)
            for table in tables {
                expectSame(table, count, filter, name + " of \(filter.fields)")
            }
        }
        for actor in try await others(year) {
            let tables = try await desk.statistics(
                filter: FiguresFilter(), each: Self.some, as: actor.actor)
            for table in tables { expectSame(table, count, actor.filter, name + " for another") }
        }
        return count.table(by: [], filter: [:]).total
    }

    private static let allPairs: [[Dimension]] =
        [[]] + Dimension.allCases.map { [$0] }
        + Dimension.allCases.flatMap { first in
            Dimension.allCases.filter { $0.rawValue > first.rawValue }.map { [first, $0] }
        } + [[.language, .gender, .month], [.term, .round, .group, .ageBand]]

    private static let some: [[Dimension]] = [[], [.round, .group], [.gender, .language]]

    /// Whoever reads less than everything, and what they may read.
    private func others(
        _ year: RandomYear
    ) async throws -> [(actor: Actor, filter: FiguresFilter)] {
        let world = year.world
        let someone = try await world.person("Sara")
        func actor(_ role: Role, _ scope: Scope) -> Actor {
            Actor(
                identity: .person(someone, userName: "sara"),
                grants: [Grant(role: role, scope: scope, from: .distantPast, until: nil)])
        }
        return [
            (
                actor(.manager, .round(world.round.id)),
                FiguresFilter([.round: [world.round.code]])
            ),
            (
                actor(.leader, .group(world.somali.id)),
                FiguresFilter([.group: [world.somali.id.description]])
            ),
        ]
    }

    private func expectSame(
        _ table: FiguresTable, _ count: RawCount, _ filter: FiguresFilter, _ name: String
    ) {
        let codes = Dictionary(
            uniqueKeysWithValues: filter.dimensions.map { ($0.rawValue, filter[$0]) })
        let plain = count.table(by: table.dimensions.map(\.rawValue), filter: codes)
        expectSame(table.total, plain.total, name)
        guard !table.dimensions.isEmpty else { return }
        let rows = Dictionary(
            table.rows.map { ($0.key.map(\.code), $0.figures) }
        ) { first, _ in first }
        for key in Set(rows.keys).union(plain.rows.keys) {
            let empty = (plain.rows.first?.value ?? [:]).mapValues { _ in 0 }
            expectSame(
                rows[key] ?? Figures(), plain.rows[key] ?? empty,
                name + " by \(table.dimensions.map(\.rawValue)) at \(key)")
        }
    }

    private func expectSame(_ figures: Figures, _ plain: RawCount.Numbers, _ name: String) {
        let numbers = RawCount.Numbers(figures)
        guard numbers != plain else { return }
        let differing = Set(numbers.keys).union(plain.keys).filter { numbers[$0] != plain[$0] }
        let told = differing.sorted().map { measure in
            "\(measure): \(numbers[measure].map(String.init) ?? "–") for "
                + (plain[measure].map(String.init) ?? "–")
        }
        Issue.record("\(name): \(told.joined(separator: ", "))")
    }
}

extension RawCount.Numbers {
    /// Without rates, which are made of two of the others.
    fileprivate init(_ figures: Figures) {
        self.init()
        for measure in Measure.allCases {
            switch figures[measure] {
            case .count(let count): self[measure.rawValue] = count
            case .waiting(let waiting):
                self["waiting"] = waiting.people
                self["placed"] = waiting.placed
                self["days"] = waiting.days
            case .rate, .gap: break
            }
        }
    }
}
