import Courses
import Statistics
import Testing

@Suite struct LanguageTests {
    @Test func `people in a two-language group count under their placement's language`() {
        var world = World()
        let group = world.group("A", in: world.round(), .sorani, .kurmanji)
        let session = world.session(of: group, on: day(1, 7))
        for language in [Language.sorani, .kurmanji, .kurmanji] {
            let person = world.person(speaks: language)
            world.place(person, in: group, as: language)
            world.mark(person, at: session)
        }
        let table = world.table(by: .language)
        #expect(table.column(\.attended) == ["ckb": 1, "ku": 2])
        #expect(table.column(\.sessionsHeld) == ["ckb": 1, "ku": 1])
        #expect(table.total.sessionsHeld == 1)
    }

    @Test func `in a group of one language nobody counts under another`() {
        var world = World()
        let group = world.group("A", in: world.round(), .dari)
        let person = world.person(speaks: .sorani)
        world.place(person, in: group, as: .sorani)
        world.mark(person, at: world.session(of: group, on: day(1, 7)))
        #expect(world.table(by: .language).column(\.attended) == ["fa-AF": 1])
    }

    @Test func `whoever makes up counts under their own language where the group has it`() {
        var world = World()
        let round = world.round()
        let home = world.group("A", in: round, .arabic)
        let other = world.group("B", in: round, .sorani, .kurmanji)
        let missed = world.session(of: home, on: day(1, 7))
        let session = world.session(of: other, on: day(1, 9))
        for person in [world.person(speaks: .arabic, .kurmanji), world.person(speaks: .arabic)] {
            world.place(person, in: home)
            world.makeUp(person, at: session, for: missed)
        }
        #expect(
            world.table(by: .language).column(\.participations) == ["ar": 0, "ckb": 1, "ku": 1])
        #expect(
            world.table(by: .group).column(\.participations)
                == ["0000000000000": 0, "0000000000001": 2])
    }

    @Test func `a guest at a joint session sits with the group that speaks their language`() {
        var world = World()
        let round = world.round()
        let groups = [
            world.group("A", in: round, .arabic), world.group("B", in: round, .somali, .tigrinya),
        ]
        let session = world.session(of: groups[0], groups[1], on: day(1, 7))
        world.mark(world.person(speaks: .english, .tigrinya), at: session, as: .guest)
        world.mark(world.person(speaks: .english), at: session, as: .guest)
        let table = world.table(by: .group, .language)
        #expect(
            table.column(\.guests) == [
                "0000000000000 ar": 1, "0000000000001 so": 0, "0000000000001 ti": 1,
            ])
        #expect(table.total.guests == 2)
    }

    @Test func `headcounts stand under their own language, else under the group's first`() {
        var world = World()
        let group = world.group("A", in: world.round(), .sorani, .kurmanji)
        let session = world.session(of: group, on: day(1, 7))
        world.facts.headcounts = [
            HeadcountFact(session: session, count: 3),
            HeadcountFact(
                session: session, language: world.language(.kurmanji), gender: .woman, count: 2),
        ]
        #expect(world.table(by: .language).column(\.headcounts) == ["ckb": 3, "ku": 2])
        #expect(world.table(by: .gender).column(\.headcounts) == ["woman": 2, "unknown": 3])
        #expect(world.table(by: .ageBand).rows.isEmpty)
        #expect(world.table(by: .ageBand).total.headcounts == 5)
    }
}
