import Courses
import Statistics
import Testing

@Suite struct AchievementTests {
    /// A round of two groups with three sessions each (0 to 2 and 3 to 5), two to be attended, and
    /// one person in the first group.
    private func course(endedOn: Int32? = day(6, 1)) -> World {
        var world = World()
        let round = world.round(threshold: 2, endedOn: endedOn)
        for name in ["A", "B"] {
            let group = world.group(name, in: round, .arabic)
            for week in 0..<3 { _ = world.session(of: group, on: day(1, 7) + Int32(7 * week)) }
        }
        world.place(world.person(), in: 0)
        return world
    }

    private func achievement(_ world: World) -> Achievement? {
        Achievement.all(of: world.facts, asOf: world.asOf).first
    }

    @Test func `each session attended is told, and each that was missed`() throws {
        var world = course()
        world.mark(0, at: 0)
        world.mark(0, at: 1, .notified)
        let found = try #require(achievement(world))
        #expect(found.steps == [Achievement.Step(session: 0, insteadOf: Facts.none)])
        #expect(found.missed == [1, 2])
        #expect(!found.hasCompleted)
        #expect(found.studyHours(world.facts) == 2)
    }

    @Test func `a make-up is told with the session that it stands in for, the first of two`()
        throws
    {
        var world = course()
        world.mark(0, at: 0)
        world.mark(0, at: 1, .unnotified)
        world.makeUp(0, at: 5, for: 1)
        world.makeUp(0, at: 4, for: 1)
        let found = try #require(achievement(world))
        #expect(
            found.steps == [
                Achievement.Step(session: 0, insteadOf: Facts.none),
                Achievement.Step(session: 4, insteadOf: 1),
            ])
        #expect(found.missed == [2])
        #expect(found.hasCompleted && !found.hasWithdrawn)
        #expect(found.studyHours(world.facts) == 4)
    }

    @Test func `whoever withdrew has not completed, whatever they attended`() throws {
        var world = course()
        world.mark(0, at: 0)
        world.mark(0, at: 1)
        world.withdraw(0, from: 0, on: day(3, 1))
        let found = try #require(achievement(world))
        #expect(found.hasWithdrawn && !found.hasCompleted)
        #expect(found.steps.count == 2)
    }

    @Test(arguments: 0..<20)
    func `as many have completed as the figures say, by as many sessions`(_ seed: UInt64) {
        let facts = RandomWorld(seed: seed).facts
        let asOf = LocalDate(dayNumber: Int(day(12, 31)))
        let all = Achievement.all(of: facts, asOf: asOf)
        let total = Figures.table(of: facts, by: [], asOf: asOf).total
        #expect(all.count { $0.hasCompleted } == total.completed)
        for one in all {
            let met = one.steps.map { $0.insteadOf == Facts.none ? $0.session : $0.insteadOf }
            #expect(Set(met).isDisjoint(with: one.missed))
        }
    }
}
