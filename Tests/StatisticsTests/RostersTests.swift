import Courses
import Statistics
import Testing

@Suite struct RostersTests {
    @Test func `a placement holds from its first day to the day before its end`() {
        var world = World()
        let group = world.group("A", in: world.round(), .arabic)
        world.place(world.person(), in: group, from: day(1, 7), before: day(1, 21))
        for date in [day(1, 6), day(1, 7), day(1, 20), day(1, 21)] {
            _ = world.session(of: group, on: date)
        }
        let rosters = Rosters(world.facts)
        #expect((0..<4).map { rosters.people(at: $0, world.facts) } == [[], [0], [0], []])
    }

    @Test func `a placement that ends as it begins expects nobody`() {
        var world = World()
        let group = world.group("A", in: world.round(), .arabic)
        world.place(world.person(), in: group, from: day(1, 7), before: day(1, 7))
        let session = world.session(of: group, on: day(1, 7))
        #expect(Rosters(world.facts).people(at: Int(session), world.facts) == [])
    }

    @Test func `a joint session expects each person once, by any of its groups`() {
        var world = World()
        let round = world.round()
        let groups = [
            world.group("A", in: round, .arabic), world.group("B", in: round, .arabic),
        ]
        for _ in 0..<2 { _ = world.person() }
        world.place(1, in: groups[1])
        world.place(0, in: groups[0])
        world.place(0, in: groups[1])
        let session = world.session(of: groups[0], groups[1], on: day(1, 7))
        let rosters = Rosters(world.facts)
        #expect(rosters.people(at: Int(session), world.facts) == [0, 1])
        #expect(rosters.placements(at: Int(session)).sorted() == [0, 1, 2])
    }
}
