import Courses
import Statistics
import Testing

@Suite struct MovesTests {
    @Test func `a transfer in mid-course splits the roster and leaves the person one`() {
        var world = World()
        let round = world.round(threshold: 2, endedOn: day(6, 1))
        let first = world.group("A", in: round, .arabic)
        let second = world.group("B", in: round, .somali)
        let person = world.person()
        world.place(person, in: first, before: day(1, 10))
        world.place(person, in: second, from: day(1, 10), as: .somali)
        for date in [day(1, 7), day(1, 14)] {
            _ = world.session(of: first, on: date)
            _ = world.session(of: second, on: date)
        }
        world.mark(person, at: 0)
        world.mark(person, at: 3)
        let table = world.table(by: .group)
        let ids = ["0000000000000", "0000000000001"]
        #expect(table.column(\.expected) == [ids[0]: 1, ids[1]: 1])
        #expect(table.column(\.uniqueParticipants) == [ids[0]: 1, ids[1]: 1])
        #expect(table.column(\.completed) == [ids[0]: 0, ids[1]: 1])
        #expect(table.total.uniqueParticipants == 1)
        #expect(table.total.completed == 1)
        #expect(world.table(by: .language).column(\.completed) == ["ar": 0, "so": 1])
    }

    @Test func `a merge counts earlier sessions in the group that was`() {
        var world = World()
        let round = world.round(threshold: 3, endedOn: day(6, 1))
        let gone = world.group("A", in: round, .arabic)
        let kept = world.group("B", in: round, .arabic)
        let people = (0..<4).map { _ in world.person() }
        for person in people.prefix(2) {
            world.place(person, in: gone, before: day(1, 20))
            world.place(person, in: kept, from: day(1, 20))
        }
        for person in people.suffix(2) { world.place(person, in: kept) }
        world.facts.groups[0].closedFrom = day(1, 20)
        for week in 0..<4 {
            let date = day(1, 7) + Int32(7 * week)
            let sessions = [
                world.session(of: gone, on: date, status: week < 2 ? .taken : .cancelled),
                world.session(of: kept, on: date),
            ]
            for person in people {
                world.mark(person, at: sessions[week < 2 && person < 2 ? 0 : 1])
            }
        }
        let table = world.table(by: .group)
        #expect(table.rows.map(\.figures.expected) == [4, 12])
        #expect(table.rows.map(\.figures.attended) == [4, 12])
        #expect(table.rows.map(\.figures.uniqueParticipants) == [2, 4])
        #expect(table.rows.map(\.figures.sessionsPlanned) == [4, 4])
        #expect(table.rows.map(\.figures.completed) == [0, 4])
        #expect(table.total.uniqueParticipants == 4)
        #expect(table.total.completed == 4)
        #expect(table.total.unmarked == 0)
    }

    @Test func `a session moved over the month's end counts once in the new month`() {
        var world = World()
        let group = world.group("A", in: world.round(), .arabic)
        let (early, joiner) = (world.person(), world.person())
        world.place(early, in: group, before: day(4, 1))
        world.place(joiner, in: group, from: day(4, 1))
        let session = world.session(of: group, on: day(3, 31))
        #expect(world.table(by: .month).column(\.expected) == ["2020-03": 1])
        world.facts.sessions[Int(session)].day = day(4, 2)
        world.mark(joiner, at: session)
        let table = world.table(by: .month)
        #expect(table.column(\.sessionsHeld) == ["2020-04": 1])
        #expect(table.column(\.expected) == ["2020-04": 1])
        #expect(table.column(\.attended) == ["2020-04": 1])
        #expect(table.rows.map(\.figures.completed) == [nil])
        #expect(table.rows.map(\.figures.waiting) == [nil])
    }

    @Test func `a joint session counts once in the total and once in each group`() {
        var world = World()
        let round = world.round()
        let groups = [
            world.group("A", in: round, .arabic), world.group("B", in: round, .arabic),
        ]
        let session = world.session(of: groups[0], groups[1], on: day(1, 7), review: 1)
        for group in [groups[0], groups[0], groups[1]] {
            let person = world.person()
            world.place(person, in: group)
            world.mark(person, at: session)
        }
        world.facts.headcounts.append(HeadcountFact(session: session, count: 5))
        let table = world.table(by: .group)
        #expect(table.rows.map(\.figures.sessionsHeld) == [1, 1])
        #expect(table.rows.map(\.figures.expected) == [2, 1])
        #expect(table.rows.map(\.figures.attended) == [2, 1])
        #expect(table.rows.map(\.figures.headcounts) == [5, 5])
        #expect(table.rows.map(\.figures.review) == [1, 1])
        #expect(table.total.sessionsHeld == 1)
        #expect(table.total.attended == 3)
        #expect(table.total.headcounts == 5)
        #expect(table.total.review == 1)
        #expect(world.table(by: .language).column(\.sessionsHeld) == ["ar": 1])
    }

    @Test func `someone placed in both groups of a joint session is one person there`() {
        var world = World()
        let round = world.round(threshold: 2, endedOn: day(6, 1))
        let groups = [
            world.group("A", in: round, .arabic), world.group("B", in: round, .arabic),
        ]
        let person = world.person()
        for group in groups { world.place(person, in: group) }
        world.mark(person, at: world.session(of: groups[0], groups[1], on: day(1, 7)))
        let table = world.table(by: .group)
        #expect(table.rows.map(\.figures.attended) == [1, 1])
        #expect(table.rows.map(\.figures.unmarked) == [0, 0])
        #expect(table.total.expected == 1)
        #expect(table.total.attended == 1)
        #expect(table.total.completed == 0)
    }
}
