import Courses
import Statistics
import Testing

@Suite struct PeopleTests {
    @Test func `unknown gender stands beside the other two, and sessions have none`() {
        var world = World()
        let group = world.group("A", in: world.round(), .arabic)
        let session = world.session(of: group, on: day(1, 7))
        for gender in [Gender.unknown, .woman, .man, .woman] {
            let person = world.person(gender)
            world.place(person, in: group)
            world.mark(person, at: session)
        }
        let table = world.table(by: .gender)
        #expect(table.rows.map(\.key) == [[.gender(.woman)], [.gender(.man)], [.gender(.unknown)]])
        #expect(table.rows.map(\.figures.uniqueParticipants) == [2, 1, 1])
        for row in table.rows {
            for measure in [Measure.sessionsPlanned, .sessionsHeld, .sessionsNotTaken, .review] {
                #expect(row.figures[measure] == .gap)
            }
        }
        #expect(table.total.sessionsHeld == 1)
    }

    @Test func `ages are counted on the round's first day`() {
        var world = World()
        let group = world.group("A", in: world.round(firstDay: day(3, 1)), .arabic)
        let session = world.session(of: group, on: day(3, 7))
        let births: [LocalDate?] = [
            LocalDate(year: 1995, month: 3, day: 1), LocalDate(year: 1995, month: 3, day: 2),
            LocalDate(year: 1950, month: 1, day: 1), LocalDate(year: 2020, month: 3, day: 2), nil,
        ]
        for birth in births {
            let person = world.person(born: birth)
            world.place(person, in: group)
            world.mark(person, at: session)
        }
        let table = world.table(by: .ageBand)
        #expect(
            table.rows.map { $0.key.map(\.code) } == [["18-24"], ["25-34"], ["55-"], ["unknown"]])
        #expect(table.rows.map(\.figures.attended) == [1, 1, 1, 2])
    }

    @Test func `bands are data`() throws {
        var world = World()
        let group = world.group("A", in: world.round(), .arabic)
        let person = world.person(born: LocalDate(year: 1990, month: 1, day: 1))
        world.place(person, in: group)
        world.mark(person, at: world.session(of: group, on: day(1, 7)))
        let bands = try #require(AgeBands(lowerBounds: [0, 30]))
        let table = Figures.table(
            of: world.facts, by: [.ageBand], bands: bands, asOf: world.asOf)
        #expect(table.rows.map(\.key) == [[.ageBand(AgeBand(from: 30, through: nil))]])
    }

    @Test func `unique participants add up over no dimension but lie between its bounds`() {
        var world = World()
        let group = world.group("A", in: world.round(), .arabic)
        let people = (0..<3).map { _ in world.person() }
        for person in people { world.place(person, in: group) }
        for (date, present) in [(day(1, 7), [0, 1]), (day(2, 4), [1, 2]), (day(2, 11), [1])] {
            let session = world.session(of: group, on: date)
            for index in present { world.mark(people[index], at: session) }
        }
        let table = world.table(by: .month)
        #expect(table.column(\.uniqueParticipants) == ["2020-01": 2, "2020-02": 2])
        #expect(table.column(\.participations) == ["2020-01": 2, "2020-02": 3])
        #expect(table.total.uniqueParticipants == 3)
    }

    @Test func `waiting days run from the application to the first placement`() {
        var world = World()
        let round = world.round()
        let group = world.group("A", in: round, .sorani, .kurmanji)
        let people = (0..<5).map { _ in world.person(speaks: .somali, .arabic) }
        for person in people {
            world.facts.waits.append(WaitFact(person: person, round: round, applied: day(1, 10)))
        }
        world.place(people[0], in: group, from: day(2, 10), as: .kurmanji)
        world.place(people[0], in: group, from: day(1, 20), before: day(2, 10), as: .sorani)
        world.place(people[1], in: group, from: day(1, 5), as: .kurmanji)
        world.withdraw(people[2], from: round, on: day(1, 30))
        world.facts.waits[4].applied = day(12, 31) + 1
        let table = world.table(by: .language)
        #expect(table.total.waiting == Waiting(people: 1, placed: 2, days: 10))
        #expect(table.total.waiting?.meanDays == Ratio(numerator: 10, denominator: 2))
        #expect(
            table.column(\.waiting) == [
                "ckb": Waiting(people: 0, placed: 1, days: 10),
                "ku": Waiting(people: 0, placed: 1, days: 0),
                "so": Waiting(people: 1, placed: 0, days: 0),
            ])
        #expect(world.table(by: .group).rows.isEmpty)
    }

    @Test func `someone waiting without a known language stands last`() {
        var world = World()
        let round = world.round()
        for person in [world.person(), world.person(speaks: .somali)] {
            world.facts.waits.append(WaitFact(person: person, round: round, applied: day(1, 10)))
        }
        let table = world.table(by: .language)
        #expect(table.rows.map(\.key) == [[.language(.somali)], [.language(nil)]])
    }
}
