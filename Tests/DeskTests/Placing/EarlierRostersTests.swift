import Courses
import Desk
import Statistics
import Testing

/// Fact 1: a move never changes a past session.
@Suite struct EarlierRostersTests {
    @Test func `a merge and its undo leave earlier rosters and marks exactly as they were`()
        async throws
    {
        let world = try await TestWorld()
        let (amal, hodan) = try await (
            world.member("Amal", of: world.arabic), world.member("Hodan", of: world.somali)
        )
        let past = try await world.session(world.somali, on: "2020-01-08")
        let coming = try await world.session(world.somali, on: "2020-01-22", number: 2)
        world.time.turn(to: "2020-01-08T19:00:00Z")
        try await TestPhone(world).markPresent([hodan], at: past)
        let before = try await world.rows(past)

        world.time.turn(to: "2020-01-10T08:00:00Z")
        let merge = try await world.desk.merge(
            [world.somali.id], into: world.arabic.id, on: day("2020-01-15"), as: world.office)
        #expect(merge.people == [hodan])
        #expect(try await world.rows(past) == before)
        #expect(try await world.roster(coming).isEmpty)
        let cancelled = try await world.desk.session(coming.id, as: world.office)
        #expect(cancelled.session.state == .cancelled)
        let joint = try await world.session(world.arabic, on: "2020-01-21")
        #expect(try await world.roster(joint) == [amal, hodan])

        try await world.desk.undo(merge.id, as: world.office)
        #expect(try await world.rows(past) == before)
        #expect(try await world.roster(coming) == [hodan])
        #expect(try await world.roster(joint) == [amal])
        let restored = try await world.desk.session(coming.id, as: world.office)
        #expect(restored.session.state == .planned)
        #expect(try await world.desk.group("Somaliska", as: world.office).closedOn == nil)
    }

    @Test func `a merge leaves a later move to a third group as it was, and so does its undo`()
        async throws
    {
        let world = try await TestWorld()
        let mixed = try await world.desk.addGroup(
            NewGroup(
                name: "Blandad", round: "2020-spring", languages: [.somali, .arabic], maximum: 4),
            as: world.office)
        let hodan = try await world.member("Hodan", of: world.somali)
        let ayan = try await world.member("Ayan", of: mixed)
        let before = try await world.session(world.arabic, on: "2020-01-21")
        let after = try await world.session(world.arabic, on: "2020-01-28", number: 2)
        let third = try await world.session(mixed, on: "2020-01-29")
        let left = try await world.session(world.somali, on: "2020-01-22")
        try await world.desk.transfer(
            hodan, to: mixed.id, on: day("2020-01-25"), as: world.office)
        try await world.desk.transfer(
            ayan, to: world.somali.id, on: day("2020-01-26"), as: world.office)

        let merge = try await world.desk.merge(
            [world.somali.id], into: world.arabic.id, on: day("2020-01-15"), as: world.office)
        #expect(merge.people == [hodan, ayan])
        #expect(try await world.roster(before) == [hodan])
        #expect(try await world.roster(after) == [ayan])
        #expect(try await world.roster(third) == [hodan])
        #expect(try await world.roster(left) == [])

        try await world.desk.undo(merge.id, as: world.office)
        #expect(try await world.roster(before) == [])
        #expect(try await world.roster(after) == [])
        #expect(try await world.roster(third) == [hodan])
        #expect(try await world.roster(left) == [hodan])
    }

    @Test func `a transfer in mid-course changes only sessions from its day`() async throws {
        let world = try await TestWorld()
        let amal = try await world.member("Amal", of: world.arabic)
        let past = try await world.session(world.arabic, on: "2020-01-07")
        let later = try await world.session(world.arabic, on: "2020-01-14", number: 2)
        let other = try await world.session(world.somali, on: "2020-01-15")
        world.time.turn(to: "2020-01-07T17:00:00Z")
        try await TestPhone(world).markPresent([amal], at: past)
        let before = try await world.rows(past)

        world.time.turn(to: "2020-01-09T08:00:00Z")
        try await world.desk.transfer(
            amal, to: world.somali.id, on: day("2020-01-10"), as: world.office)
        #expect(try await world.rows(past) == before)
        #expect(try await world.roster(later).isEmpty)
        #expect(try await world.roster(other) == [amal])
    }

    @Test func `a late joiner is on no earlier roster and unmarked where nobody marked them`()
        async throws
    {
        let world = try await TestWorld()
        let amal = try await world.member("Amal", of: world.arabic)
        let first = try await world.session(world.arabic, on: "2020-01-07")
        let second = try await world.session(world.arabic, on: "2020-01-14", number: 2)
        world.time.turn(to: "2020-01-07T17:00:00Z")
        try await TestPhone(world).markPresent([amal], at: first)
        let before = try await world.rows(first)

        world.time.turn(to: "2020-01-10T08:00:00Z")
        let salma = try await world.member("Salma", of: world.arabic, from: "2020-01-12")
        #expect(try await world.rows(first) == before)
        #expect(try await world.roster(second) == [amal, salma])
        world.time.turn(to: "2020-01-14T19:00:00Z")
        try await TestPhone(world, "other").markPresent([amal], at: second)
        let register = try await world.desk.register(of: second.id, as: world.office)
        #expect(register.rows.first { $0.person == salma }?.mark == nil)
        #expect(register.unmarked == 1)
    }

    @Test func `a session moved over the March clock change keeps its marks, number and wall time`()
        async throws
    {
        let world = try await TestWorld()
        let amal = try await world.member("Amal", of: world.arabic)
        let session = try await world.session(world.arabic, on: "2020-03-24", number: 9)
        world.time.turn(to: "2020-03-20T08:00:00Z")
        try await TestPhone(world).send(
            TestPhone(world).act(.absent(amal, .notified), at: session, 1))
        let before = try await world.rows(session)

        try await world.desk.moveSession(session.id, to: day("2020-03-31"), as: world.office)
        let moved = try await world.desk.session(session.id, as: world.office).session
        #expect(moved.start == clock("17:30") && moved.end == clock("19:30"))
        #expect(moved.startsAt == moment("2020-03-31T15:30:00Z"))
        #expect(session.startsAt == moment("2020-03-24T16:30:00Z"))
        #expect(moved.groups == session.groups)
        #expect(try await world.rows(session) == before)
    }

    @Test func `a session is not moved to a day when a marked member would fall off its roster`()
        async throws
    {
        let world = try await TestWorld()
        let amal = try await world.member("Amal", of: world.arabic, from: "2020-01-20")
        let session = try await world.session(world.arabic, on: "2020-01-21")
        let phone = TestPhone(world)
        try await phone.send(phone.act(.absent(amal, .notified), at: session, 1))
        await #expect(throws: SessionError.fallsOffRoster([amal])) {
            try await world.desk.moveSession(session.id, to: day("2020-01-14"), as: world.office)
        }
        #expect(try await world.desk.session(session.id, as: world.office).session == session)
    }

    @Test func `a programme changed later changes no round that was made before`() async throws {
        let world = try await TestWorld()
        let amal = try await world.member("Amal", of: world.arabic)
        let session = try await world.session(world.arabic, on: "2020-01-07")
        world.time.turn(to: "2020-01-07T19:00:00Z")
        try await TestPhone(world).markPresent([amal], at: session)
        let before = try await world.rows(session)
        let figures = try await world.desk.statistics(by: [.round], as: world.office)

        try await world.desk.change(
            "parent-support",
            rules: CourseRules(
                sessions: 12, sessionMinutes: 90, completionThreshold: 1, studyHourMinutes: 60),
            as: world.office)
        #expect(try await world.desk.round("2020-spring", as: world.office) == world.round)
        #expect(try await world.rows(session) == before)
        #expect(try await world.desk.statistics(by: [.round], as: world.office) == figures)
        let next = try await world.desk.addRound(
            of: "parent-support", code: "2020-autumn", name: "Hösten 2020",
            firstDay: day("2020-09-01"), as: world.office)
        #expect(next.rules.sessions == 12)
    }

    @Test func `a list signed after somebody left its group holds back no withdrawal`()
        async throws
    {
        let world = try await TestWorld()
        let amal = try await world.member("Amal", of: world.arabic)
        try await world.desk.transfer(
            amal, to: world.somali.id, on: day("2020-01-09"), as: world.office)
        let session = try await world.session(world.arabic, on: "2020-01-14")
        world.time.turn(to: "2020-01-14T19:00:00Z")
        let phone = TestPhone(world)
        try await phone.send(phone.act(.signOff(base: 0), at: session, 1))
        try await world.withdraw(amal, on: "2020-01-08")
        #expect(try await world.row(amal)?.standing == .withdrawn)
    }
}
