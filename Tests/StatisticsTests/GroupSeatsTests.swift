import Courses
import Statistics
import Testing

@Suite struct GroupSeatsTests {
    private func seats(_ world: World, _ asOf: Int32) -> [Int] {
        GroupSeats.all(
            of: world.facts, rounds: Set(world.facts.rounds.map(\.id)),
            asOf: LocalDate(dayNumber: Int(asOf))
        ).map(\.people)
    }

    /// Two in A of whom one moves to B on 1 March; C is closed then.
    private var world: World {
        var world = World()
        let round = world.round(firstDay: day(2, 1), endedOn: day(5, 1))
        for name in ["A", "B", "C"] { _ = world.group(name, in: round, .arabic) }
        world.facts.groups[2].closedFrom = day(3, 1)
        let (stays, moves) = (world.person(), world.person())
        world.place(stays, in: 0)
        world.place(moves, in: 0, before: day(3, 1))
        world.place(moves, in: 1, from: day(3, 1), before: day(5, 2))
        return world
    }

    @Test func `people count where they have a place that day`() {
        #expect(seats(world, day(2, 29)) == [2, 0, 0])
        #expect(seats(world, day(3, 1)) == [1, 1])
    }

    @Test func `before a round it is its first day, after it its last`() {
        var early = world
        early.place(early.person(), in: 2, from: day(2, 1), before: day(2, 2))
        #expect(seats(early, day(1, 1)) == [2, 0, 1])
        #expect(seats(world, day(12, 1)) == [1, 1])
    }

    @Test func `two placements of one person in a group are one seat`() {
        var world = world
        world.place(0, in: 0)
        #expect(seats(world, day(4, 1)) == [1, 1])
        #expect(GroupSeats.all(of: world.facts, rounds: [], asOf: world.asOf).isEmpty)
    }
}
