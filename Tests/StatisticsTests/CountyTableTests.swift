import Courses
import Statistics
import Testing

@Suite struct CountyTableTests {
    /// Spring in Arabic and Somali, autumn in Arabic; one woman takes part in all three.
    private func world() -> World {
        var world = World()
        let spring = world.round("spring", threshold: 1, endedOn: day(6, 1))
        let autumn = world.round("autumn", threshold: 1, firstDay: day(8, 1))
        let arabic = world.group("A", in: spring, .arabic)
        let somali = world.group("S", in: spring, .somali)
        let later = world.group("A", in: autumn, .arabic)
        let woman = world.person(.woman)
        let man = world.person(.man)
        let unknown = world.person(.unknown)
        world.place(woman, in: arabic, before: day(2, 1))
        world.place(woman, in: somali, from: day(2, 1))
        world.place(man, in: arabic)
        world.place(woman, in: later, from: day(8, 1))
        world.place(unknown, in: later, from: day(8, 1))
        let first = world.session(of: arabic, on: day(1, 10))
        world.mark(woman, at: first)
        world.mark(man, at: first)
        world.mark(woman, at: world.session(of: somali, on: day(2, 10)))
        let last = world.session(of: later, on: day(9, 1))
        world.mark(woman, at: last)
        world.mark(unknown, at: last)
        world.facts.headcounts = [
            HeadcountFact(session: first, count: 3, isChildcare: true),
            HeadcountFact(session: first, count: 2),
            HeadcountFact(session: last, count: 4, isChildcare: true),
        ]
        return world
    }

    private func table(rounds: Set<Round.ID>? = nil) -> CountyTable {
        let world = world()
        return CountyTable(of: world.facts, rounds: rounds, asOf: world.asOf)
    }

    private func row(_ numbers: Int...) -> CountyTable.Row {
        var row = CountyTable.Row()
        row.groups = numbers[0]
        row.sessionsHeld = numbers[1]
        row.women = numbers[2]
        row.men = numbers[3]
        row.genderUnknown = numbers[4]
        row.participations = numbers[5]
        row.completed = numbers[6]
        row.childcareChildren = numbers[7]
        return row
    }

    @Test func `each language of a round has its line`() {
        let rounds = table().rounds
        #expect(rounds.map(\.code) == ["spring", "autumn"])
        #expect(
            rounds[0].languages == [
                .init(language: .arabic, row: row(1, 1, 1, 1, 0, 2, 1, 3)),
                .init(language: .somali, row: row(1, 1, 1, 0, 0, 1, 1, 0)),
            ])
        #expect(
            rounds[1].languages == [
                .init(language: .arabic, row: row(1, 1, 1, 0, 1, 2, 0, 4))
            ])
    }

    @Test func `someone in two languages and two rounds is one woman in the totals`() {
        let table = table()
        #expect(table.rounds[0].total == row(2, 2, 1, 1, 0, 3, 2, 3))
        #expect(table.total == row(3, 3, 1, 1, 1, 5, 2, 7))
    }

    @Test func `only the rounds asked for stand in it`() {
        let table = table(rounds: [Round.ID(bits: 1)])
        #expect(table.rounds.map(\.code) == ["autumn"])
        #expect(table.total == row(1, 1, 1, 0, 1, 2, 0, 4))
    }

    @Test func `a round with nothing in it has no line`() {
        var world = world()
        _ = world.round("empty", firstDay: day(10, 1))
        let table = CountyTable(of: world.facts, asOf: world.asOf)
        #expect(table.rounds.map(\.code) == ["spring", "autumn"])
    }
}
