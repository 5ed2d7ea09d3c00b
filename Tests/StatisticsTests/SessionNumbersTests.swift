import Courses
import Statistics
import Testing

@Suite struct SessionNumbersTests {
    /// Group A meets on Tuesdays from 7 January, B a week later; four sessions each.
    private var course: World {
        var world = World()
        let round = world.round()
        for (name, start) in [("A", day(1, 7)), ("B", day(1, 14))] {
            let group = world.group(name, in: round, .arabic)
            for week in 0..<4 { _ = world.session(of: group, on: start + Int32(7 * week)) }
        }
        return world
    }

    @Test func `a session has the number of the group where the person was placed then`() {
        var world = course
        let person = world.person()
        world.place(person, in: 0, before: day(1, 20))
        world.place(person, in: 1, from: day(1, 20))
        for session in [Int32(0), 1, 5, 7] { world.mark(person, at: session) }
        #expect(
            AttendedSessions.all(of: world.facts) == [
                AttendedSessions(person: person, round: 0, numbers: [1, 2, 2, 4])
            ])
    }

    @Test func `a joint session has each group's own number`() {
        var world = course
        let joint = world.session(of: 0, on: day(3, 3))
        world.facts.sessionGroups.append(SessionGroupFact(session: joint, group: 1, number: 9))
        let people = [world.person(), world.person()]
        for (person, group) in zip(people, [Int32(0), 1]) {
            world.place(person, in: group)
            world.mark(person, at: joint)
        }
        #expect(AttendedSessions.all(of: world.facts).map(\.numbers) == [[5], [9]])
    }

    @Test func `guests, make-ups and the absent have attended no session`() {
        var world = course
        let person = world.person()
        world.place(person, in: 0)
        world.mark(person, at: 0, .excused)
        world.mark(person, at: 4, as: .guest)
        world.makeUp(person, at: 5, for: 0)
        #expect(AttendedSessions.all(of: world.facts).isEmpty)
    }

    @Test func `withdrawing by the session's date is dropping out before it`() {
        var world = course
        let people = (0..<3).map { _ in world.person() }
        for person in people { world.place(person, in: 0, before: day(1, 21)) }
        world.place(people[2], in: 1, from: day(1, 21), before: day(2, 1))
        world.withdraw(people[0], from: 0, on: day(1, 14))
        world.withdraw(people[2], from: 0, on: day(2, 1))
        #expect(
            DropOut.beforeSessions(of: world.facts, asOf: world.asOf) == [
                DropOut(number: 1, placed: 3, withdrawn: 0),
                DropOut(number: 2, placed: 3, withdrawn: 1),
                DropOut(number: 3, placed: 3, withdrawn: 1),
                DropOut(number: 4, placed: 3, withdrawn: 2),
            ])
    }

    @Test func `sessions called off or still to come say nothing of dropping out`() {
        var world = course
        world.place(world.person(), in: 0)
        world.withdraw(0, from: 0, on: day(1, 1))
        world.facts.sessions[1].status = .cancelled
        #expect(
            DropOut.beforeSessions(
                of: world.facts, asOf: LocalDate(dayNumber: Int(day(1, 21)))
            ) == [
                DropOut(number: 1, placed: 1, withdrawn: 1),
                DropOut(number: 3, placed: 1, withdrawn: 1),
            ])
        #expect(DropOut.beforeSessions(of: world.facts, rounds: [], asOf: world.asOf).isEmpty)
    }
}
