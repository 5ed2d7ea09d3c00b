import Courses
import Statistics
import Testing

@Suite struct AttendanceTests {
    @Test func `one session of five people gives every figure`() {
        var world = World()
        let group = world.group("A", in: world.round(), .arabic)
        let people = (0..<5).map { _ in world.person() }
        for person in people { world.place(person, in: group) }
        let session = world.session(of: group, on: day(1, 7), minutes: 150, review: 2)
        world.mark(people[0], at: session, late: 20, leftEarly: 15)
        world.mark(people[1], at: session, .notified)
        world.mark(people[2], at: session, .unnotified)
        world.mark(people[3], at: session, .excused)
        world.facts.headcounts.append(HeadcountFact(session: session, count: 4))
        let expected = Figures {
            $0.groups = 1
            $0.sessionsPlanned = 1
            $0.sessionsHeld = 1
            $0.expected = 5
            $0.attended = 1
            $0.absentNotified = 1
            $0.absentUnnotified = 1
            $0.excused = 1
            $0.unmarked = 1
            $0.participations = 1
            $0.uniqueParticipants = 1
            $0.scheduledMinutes = 150
            $0.deliveredMinutes = 115
            $0.studyHours = 3
            $0.headcounts = 4
            $0.review = 2
        }
        #expect(world.total == expected)
        #expect(expected.attendanceRate == Ratio(numerator: 1, denominator: 3))
    }

    @Test func `what waits without a known session counts in the total over all rounds alone`() {
        var world = World()
        let round = world.round()
        let group = world.group("A", in: round, .arabic)
        _ = world.session(of: group, on: day(1, 7), review: 2)
        world.facts.reviewWithoutSession = 3
        let asOf = LocalDate(dayNumber: Int(day(12, 31)))
        let all = Figures.table(of: world.facts, by: [.group], asOf: asOf)
        #expect(all.total.review == 5)
        #expect(all.rows.map(\.figures.review) == [2])
        let some = Figures.table(
            of: world.facts, rounds: [world.facts.rounds[Int(round)].id], by: [.round],
            asOf: asOf)
        #expect(some.total.review == 2)
        #expect(some.rows.map(\.figures.review) == [2])
    }

    @Test func `without anyone present or absent there is no rate`() {
        var world = World()
        let group = world.group("A", in: world.round(), .arabic)
        let person = world.person()
        world.place(person, in: group)
        world.mark(person, at: world.session(of: group, on: day(1, 7)), .excused)
        #expect(world.total.attendanceRate == nil)
        #expect(world.total[.attendanceRate] == .gap)
        #expect(world.total[.excused] == .count(1))
    }

    @Test func `an absence told beforehand counts once the session is taken`() {
        var world = World()
        let group = world.group("A", in: world.round(), .arabic)
        let person = world.person()
        world.place(person, in: group)
        let session = world.session(of: group, on: day(1, 7), status: .notTaken)
        world.mark(person, at: session, .notified)
        #expect(
            world.total
                == Figures {
                    $0.groups = 1
                    $0.sessionsPlanned = 1
                    $0.sessionsNotTaken = 1
                })
        world.facts.sessions[0].status = .taken
        #expect(world.total.absentNotified == 1)
        #expect(world.total.expected == 1)
    }

    @Test(arguments: [SessionStatus.cancelled, .notHeld, .notTaken, .upcoming])
    func `marks at a session that was not taken count for nothing`(_ status: SessionStatus) {
        var world = World()
        let group = world.group("A", in: world.round(endedOn: day(6, 1)), .arabic)
        let person = world.person()
        world.place(person, in: group)
        let session = world.session(of: group, on: day(1, 7), status: status)
        world.mark(person, at: session)
        world.mark(world.person(), at: session, as: .guest)
        world.makeUp(world.person(), at: session, for: session)
        #expect(
            world.total
                == Figures {
                    $0.groups = 1
                    $0.sessionsPlanned = 1
                    $0.sessionsNotTaken = status == .notTaken ? 1 : 0
                })
    }

    @Test func `the leader's word holds a session that nobody has taken`() {
        var world = World()
        let group = world.group("A", in: world.round(), .arabic)
        let session = world.session(of: group, on: day(1, 7), status: .notTaken, isHeld: true)
        world.facts.headcounts.append(HeadcountFact(session: session, count: 9))
        #expect(
            world.total
                == Figures {
                    $0.groups = 1
                    $0.sessionsPlanned = 1
                    $0.sessionsHeld = 1
                    $0.sessionsNotTaken = 1
                    $0.headcounts = 9
                })
    }

    @Test func `a late joiner is expected from their first day and unmarked until marked`() {
        var world = World()
        let group = world.group("A", in: world.round(), .arabic)
        let person = world.person()
        world.place(person, in: group, from: day(1, 14))
        for date in [day(1, 7), day(1, 14), day(1, 21)] { _ = world.session(of: group, on: date) }
        world.mark(person, at: 1)
        #expect(world.total.expected == 2)
        #expect(world.total.attended == 1)
        #expect(world.total.unmarked == 1)
    }

    @Test func `a guest counts apart from participants`() {
        var world = World()
        let group = world.group("A", in: world.round(), .arabic)
        let session = world.session(of: group, on: day(1, 7))
        world.mark(world.person(), at: session, as: .guest)
        world.mark(world.person(), at: session, .unnotified, as: .guest)
        #expect(
            world.total
                == Figures {
                    $0.groups = 1
                    $0.sessionsPlanned = 1
                    $0.sessionsHeld = 1
                    $0.guests = 1
                })
    }

    @Test(arguments: [(120, 2), (150, 3), (44, 0), (90, 2)])
    func `study hours are whole in each session`(_ minutes: Int, _ hours: Int) {
        var world = World()
        let group = world.group("A", in: world.round(), .arabic)
        let person = world.person()
        world.place(person, in: group)
        for week in 0..<3 {
            let date = day(1, 7) + Int32(7 * week)
            world.mark(person, at: world.session(of: group, on: date, minutes: Int16(minutes)))
        }
        #expect(world.total.studyHours == 3 * hours)
        #expect(world.total.scheduledMinutes == 3 * minutes)
    }

    @Test func `someone later than the session is long took part for no minutes`() {
        var world = World()
        let group = world.group("A", in: world.round(), .arabic)
        let person = world.person()
        world.place(person, in: group)
        let session = world.session(of: group, on: day(1, 7), minutes: 60)
        world.mark(person, at: session, late: 45, leftEarly: 30)
        #expect(world.total.scheduledMinutes == 60)
        #expect(world.total.deliveredMinutes == 0)
    }

    @Test func `nobody is expected in a group from the day it closed`() {
        var world = World()
        let group = world.group("A", in: world.round(), .arabic)
        world.place(world.person(), in: group)
        world.facts.groups[0].closedFrom = day(1, 14)
        for date in [day(1, 7), day(1, 14)] { _ = world.session(of: group, on: date) }
        #expect(world.total.expected == 1)
    }

    @Test func `a member whom nobody expected counts where they came`() {
        var world = World()
        let round = world.round(threshold: 1, endedOn: day(6, 1))
        let group = world.group("A", in: round, .arabic)
        let session = world.session(of: group, on: day(1, 7))
        world.mark(world.person(.man), at: session)
        let table = world.table(by: .group, .gender)
        #expect(table.total.attended == 1)
        #expect(table.total.expected == 0)
        #expect(table.total.unmarked == 0)
        #expect(table.total.completed == 0)
        #expect(table.rows.map(\.key) == [[.group(Group.ID(bits: 0), name: "A"), .gender(.man)]])
    }
}
