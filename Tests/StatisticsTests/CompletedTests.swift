import Courses
import Statistics
import Testing

@Suite struct CompletedTests {
    /// A round of two groups with three sessions each (numbers 0 to 2 and 3 to 5), of which two
    /// must be attended, and one person in the first group.
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

    @Test func `attending the threshold completes, one less does not`() {
        var world = course()
        world.mark(0, at: 0)
        #expect(world.total.completed == 0)
        world.mark(0, at: 1)
        #expect(world.total.completed == 1)
    }

    @Test func `nobody completes a round before it has ended`() {
        var world = course(endedOn: day(6, 1))
        world.mark(0, at: 0)
        world.mark(0, at: 1)
        world.asOf = LocalDate(dayNumber: Int(day(5, 31)))
        #expect(world.total.completed == 0)
        world.asOf = LocalDate(dayNumber: Int(day(6, 1)))
        #expect(world.total.completed == 1)
        world.facts.rounds[0].endedOn = nil
        #expect(world.total.completed == 0)
    }

    @Test func `whoever withdrew has not completed`() {
        var world = course()
        world.mark(0, at: 0)
        world.mark(0, at: 1)
        world.withdraw(0, from: 0, on: day(1, 20))
        #expect(world.total.completed == 0)
    }

    @Test func `a make-up in another group stands in for the session missed`() {
        var world = course()
        world.mark(0, at: 0)
        world.mark(0, at: 1, .notified)
        world.makeUp(0, at: 4, for: 1)
        #expect(world.total.completed == 1)
        #expect(world.total.attended == 1)
        #expect(world.total.participations == 2)
        #expect(world.table(by: .group).rows.map(\.figures.completed) == [1, 0])
        #expect(world.table(by: .group).rows.map(\.figures.participations) == [1, 1])
    }

    @Test func `two make-ups for one session stand in for it once`() {
        var world = course()
        world.makeUp(0, at: 3, for: 1)
        world.makeUp(0, at: 4, for: 1)
        #expect(world.total.completed == 0)
        #expect(world.total.participations == 2)
        world.makeUp(0, at: 5, for: 2)
        #expect(world.total.completed == 1)
    }

    @Test func `a make-up for a session attended, or of a foreign group, adds nothing`() {
        var world = course()
        world.mark(0, at: 0)
        world.makeUp(0, at: 3, for: 0)
        world.makeUp(0, at: 4, for: 5)
        #expect(world.total.completed == 0)
        #expect(world.total.participations == 3)
    }

    @Test func `a make-up must have happened at a session taken, by someone present`() {
        var world = course()
        world.mark(0, at: 0)
        world.mark(0, at: 3, .notified, as: .makeUp, makeUpFor: 1)
        world.facts.sessions[4].status = .notTaken
        world.makeUp(0, at: 4, for: 1)
        #expect(world.total.completed == 0)
        #expect(world.total.participations == 1)
    }

    @Test func `a make-up in another round counts there as participation, here for completion`() {
        var world = course()
        let later = world.round("2020-autumn", firstDay: day(8, 1))
        let group = world.group("C", in: later, .somali)
        let session = world.session(of: group, on: day(9, 1))
        world.mark(0, at: 0)
        world.makeUp(0, at: session, for: 2)
        let table = world.table(by: .round)
        #expect(table.column(\.completed) == ["2020-spring": 1, "2020-autumn": 0])
        #expect(table.column(\.participations) == ["2020-spring": 1, "2020-autumn": 1])
        let spring = world.table(by: .language, rounds: [Round.ID(bits: 0)])
        #expect(spring.total.completed == 1)
        #expect(spring.total.participations == 1)
        #expect(spring.column(\.completed) == ["ar": 1])
    }

    @Test func `someone who completes two rounds counts once in each, and twice in all`() {
        var world = World()
        for index in 0..<2 {
            let round = world.round("\(2019 + index)", threshold: 1, endedOn: day(6, 1))
            _ = world.group("A", in: round, .arabic)
        }
        let person = world.person()
        for group in [Int32(0), 1] {
            world.place(person, in: group)
            world.mark(person, at: world.session(of: group, on: day(1, 7)))
        }
        let table = world.table(by: .round)
        #expect(table.column(\.completed) == ["2019": 1, "2020": 1])
        #expect(table.total.completed == 2)
        #expect(table.total.uniqueParticipants == 1)
    }

    @Test(arguments: [Dimension.month, .mode])
    func `by month or mode there is a gap instead of a number`(_ dimension: Dimension) {
        var world = course()
        world.mark(0, at: 0)
        world.mark(0, at: 1)
        let table = world.table(by: dimension, .gender)
        #expect(table.rows.allSatisfy { $0.figures.completed == nil })
        #expect(table.rows.allSatisfy { $0.figures[.completed] == .gap })
        #expect(table.total.completed == 1)
    }
}
