import Courses
import Statistics
import Testing

@Suite struct WaitTests {
    /// Six in Arabic, two in Somali, and one who has no place yet.
    private var world: World {
        var world = World()
        let round = world.round()
        let groups = [world.group("A", in: round, .arabic), world.group("B", in: round, .somali)]
        for (group, days) in [(0, 0), (0, 3), (0, 7), (0, 8), (0, 13), (0, 21), (1, 2), (1, 30)] {
            let person = world.person()
            world.facts.waits.append(WaitFact(person: person, round: round, applied: day(1, 1)))
            world.place(person, in: groups[group], from: day(1, 1) + Int32(days))
        }
        let waiting = world.person(speaks: .arabic)
        world.facts.waits.append(WaitFact(person: waiting, round: round, applied: day(1, 5)))
        return world
    }

    @Test func `each wait has the language of the place and the days until it`() {
        #expect(
            Wait.all(of: world.facts, asOf: world.asOf) == [
                Wait(language: .arabic, days: 0), Wait(language: .arabic, days: 3),
                Wait(language: .arabic, days: 7), Wait(language: .arabic, days: 8),
                Wait(language: .arabic, days: 13), Wait(language: .arabic, days: 21),
                Wait(language: .somali, days: 2), Wait(language: .somali, days: 30),
            ])
        #expect(Wait.all(of: world.facts, rounds: [], asOf: world.asOf).isEmpty)
    }

    @Test(arguments: UInt64(0)..<60)
    func `waits are those that the census counts`(_ seed: UInt64) {
        var world = RandomWorld(seed: seed)
        let rounds = world.rounds()
        let asOf = LocalDate(dayNumber: Int(world.date()) + 20)
        let waits = Wait.all(of: world.facts, rounds: rounds, asOf: asOf)
        let total = Figures.table(of: world.facts, rounds: rounds, by: [], asOf: asOf).total
        #expect(waits.count == total.waiting?.placed)
        #expect(waits.reduce(0) { $0 + $1.days } == total.waiting?.days)
    }

    @Test func `one to four people are few, and the total does not give them away`() {
        let bands = WaitBands(Wait.all(of: world.facts, asOf: world.asOf))
        #expect(
            bands
                == WaitBands(
                    weeks: 1,
                    rows: [
                        WaitBands.Row(
                            language: .arabic, bands: [.few, .few, .none, .few, .none],
                            placed: nil, median: 7),
                        WaitBands.Row(
                            language: .somali, bands: [.few, .none, .none, .none, .few],
                            placed: .few, median: nil),
                    ], placed: .people(8), median: 7))
    }

    @Test func `five in a band are told, and their total too`() {
        let days = [0, 1, 2, 3, 6]
        let bands = WaitBands(days.map { Wait(language: .dari, days: $0) })
        #expect(
            bands.rows == [
                WaitBands.Row(language: .dari, bands: [.people(5)], placed: .people(5), median: 2)
            ])
    }

    @Test(arguments: [(0, 1, 1), (55, 1, 8), (56, 2, 5), (111, 2, 8), (112, 3, 6), (365, 7, 8)])
    func `bands take in so many weeks that there are eight at most`(
        days: Int, weeks: Int, count: Int
    ) {
        let bands = WaitBands([Wait(language: .dari, days: days)])
        #expect(bands.weeks == weeks)
        #expect(bands.bands == count)
    }

    @Test func `nobody placed is no rows`() {
        #expect(WaitBands([]) == WaitBands(weeks: 1, rows: [], placed: .none, median: nil))
    }
}
