import Courses
import Statistics
import Testing

@Suite struct FiguresTableTests {
    /// Two rounds, two groups each, a session and a person in each group.
    private var world: World {
        var world = World()
        for (code, firstDay) in [("spring", day(1, 1)), ("autumn", day(8, 1))] {
            let round = world.round(code, firstDay: firstDay)
            for (name, language) in [("B", Language.somali), ("A", .arabic)] {
                let group = world.group(name, in: round, language)
                let person = world.person(name == "A" ? .man : .woman)
                world.place(person, in: group)
                world.mark(person, at: world.session(of: group, on: firstDay + 6, mode: .remote))
            }
        }
        return world
    }

    @Test func `rows stand in the order of their keys, rounds by first day`() {
        let table = world.table(by: .round, .language)
        #expect(
            table.rows.map { $0.key.map(\.code) } == [
                ["spring", "ar"], ["spring", "so"], ["autumn", "ar"], ["autumn", "so"],
            ])
    }

    @Test func `the order of dimensions is the order of keys`() {
        let table = world.table(by: .month, .mode, .gender, .month)
        #expect(table.dimensions == [.month, .mode, .gender])
        #expect(
            table.rows.map { $0.key.map(\.code) } == [
                ["2020-01", "remote", "woman"], ["2020-01", "remote", "man"],
                ["2020-08", "remote", "woman"], ["2020-08", "remote", "man"],
            ])
        #expect(table.rows.allSatisfy { $0.key.map(\.dimension) == table.dimensions })
    }

    @Test func `a programme holds all its rounds`() {
        let table = world.table(by: .programme)
        #expect(table.rows.map(\.key) == [[.programme("parent-support")]])
        #expect(table.rows.map(\.figures) == [table.total])
    }

    @Test func `a round's sessions stand in the term in which it began`() {
        var world = world
        let late = world.session(of: 0, on: day(7, 20), mode: .onsite)
        world.mark(0, at: late)
        let table = world.table(by: .term)
        #expect(table.rows.map { $0.key.map(\.code) } == [["VT2020"], ["HT2020"]])
        #expect(table.rows.map(\.figures.participations) == [3, 2])
        #expect(Term(of: LocalDate(dayNumber: Int(day(1, 1)))).before.description == "HT2019")
    }

    @Test func `the municipality is one row with everything in it`() {
        var world = world
        world.facts.municipality = "0428"
        let table = world.table(by: .municipality)
        #expect(table.rows.map(\.key) == [[.municipality("0428")]])
        #expect(table.rows.map(\.figures) == [table.total])
    }

    @Test func `only the rounds asked for count`() {
        let table = world.table(by: .round, rounds: [Round.ID(bits: 1)])
        #expect(table.rows.map(\.key) == [[.round(Round.ID(bits: 1), code: "autumn")]])
        #expect(table.rows.map(\.figures) == [table.total])
        #expect(table.total.participations == 2)
        #expect(world.table(by: .round, rounds: []).total == Figures())
    }

    @Test func `without dimensions there is the total alone`() {
        #expect(world.table().rows.isEmpty)
        #expect(world.table().total.participations == 4)
    }

    @Test func `no facts give no rows and nothing but zeros`() {
        for dimension in Dimension.allCases {
            let table = World().table(by: dimension)
            #expect(table.rows.isEmpty)
            #expect(table.total == Figures())
        }
    }

    @Test func `the order of the facts changes nothing`() {
        var shuffled = world
        shuffled.facts.marks = Marks(world.facts.marks.reversed())
        shuffled.facts.placements.reverse()
        shuffled.facts.sessionGroups.reverse()
        #expect(
            shuffled.table(by: .group, .month, .gender) == world.table(by: .group, .month, .gender))
    }

    @Test func `each measure of a row can be asked for by its name`() {
        let total = world.total
        #expect(total[.sessionsPlanned] == .count(4))
        #expect(total[.attendanceRate] == .rate(Ratio(numerator: 4, denominator: 4)))
        #expect(total[.waiting] == .waiting(Waiting()))
        #expect(total[.groups] == .count(4))
        #expect(Measure.allCases.count == 22)
    }
}
