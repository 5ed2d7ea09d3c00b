import Courses
import Desk
import Testing

@Suite struct GroupOperationTests {
    private let round = "2020-spring"

    private struct Digests {
        let world: TestWorld

        func digest() async throws -> Identifier<RoundBasis> {
            try await world.desk.basis(of: "2020-spring", as: world.office).digest
        }
    }

    @Test func `a split into a new group keeps attendance where it was, with its plan`()
        async throws
    {
        let world = try await TestWorld()
        let (desk, office) = (world.desk, world.office)
        let amal = try await world.member("Amal", of: world.arabic)
        let salma = try await world.member("Salma", of: world.arabic)
        let past = try await world.session(world.arabic, on: "2020-01-07")
        let coming = try await world.session(world.arabic, on: "2020-01-14", number: 2)
        world.time.turn(to: "2020-01-07T19:00:00Z")
        try await TestPhone(world).markPresent([amal, salma], at: past)
        let before = try await world.rows(past)
        let figures = try await world.heldFigures()
        let digest = try await Digests(world: world).digest()

        world.time.turn(to: "2020-01-08T08:00:00Z")
        let split = try await desk.split(
            SplitRequest(
                people: [salma], group: world.arabic.id,
                target: .new(
                    NewGroup(name: "Arabiska 2", round: round, languages: [.arabic], maximum: 4)),
                on: day("2020-01-10"), copiesPlan: true), as: office)
        #expect(split.groups.map(\.name) == ["Arabiska", "Arabiska 2"])
        #expect(split.groups.map(\.before) == [2, 0] && split.groups.map(\.after) == [1, 1])
        #expect(split.sessions.map(\.kind) == [.planned])
        #expect(split.sessions.first?.session.groups.map(\.number) == [2])
        let added = try #require(split.sessions.first?.session)
        #expect(try await world.roster(added) == [salma])
        #expect(try await world.roster(coming) == [amal])
        #expect(try await world.rows(past) == before)
        #expect(try await world.heldFigures() == figures)

        try await desk.undo(split.id, as: office)
        #expect(try await world.roster(coming) == [amal, salma])
        #expect(try await world.rows(past) == before)
        #expect(try await desk.groups(as: office).map(\.name) == ["Arabiska", "Somaliska"])
        #expect(try await Digests(world: world).digest() == digest)
        // The name is free again.
        try await desk.addGroup(
            NewGroup(name: "Arabiska 2", round: round, languages: [.arabic]), as: office)
    }

    @Test func `moving between groups loses no attendance`() async throws {
        let world = try await TestWorld()
        let (desk, office) = (world.desk, world.office)
        let amal = try await world.member("Amal", of: world.arabic)
        let past = try await world.session(world.arabic, on: "2020-01-07")
        world.time.turn(to: "2020-01-07T19:00:00Z")
        try await TestPhone(world).markPresent([amal], at: past)
        let figures = try await world.heldFigures()
        let rows = try await world.rows(past)
        world.time.turn(to: "2020-01-08T08:00:00Z")
        let there = try await desk.transfer(
            amal, to: world.somali.id, on: day("2020-01-09"), as: office)
        #expect(try await world.heldFigures() == figures)
        let back = try await desk.split(
            SplitRequest(
                people: [amal], group: world.somali.id, target: .group(world.arabic.id),
                on: day("2020-01-12")), as: office)
        #expect(try await world.heldFigures() == figures)
        for operation in [back, there] { try await desk.undo(operation.id, as: office) }
        #expect(try await world.heldFigures() == figures)
        #expect(try await world.rows(past) == rows)
    }

    @Test func `a group with people closes only when they go to the waiting list`() async throws {
        let world = try await TestWorld()
        let (desk, office) = (world.desk, world.office)
        let amal = try await world.member("Amal", of: world.arabic)
        let coming = try await world.session(world.arabic, on: "2020-01-14")
        await #expect(
            throws: OperationError.groupNotEmpty(name: "Arabiska", people: 1, offers: 0)
        ) {
            try await desk.closeGroup(world.arabic.id, on: day("2020-01-10"), as: office)
        }
        let digest = try await Digests(world: world).digest()
        let closed = try await desk.closeGroup(
            world.arabic.id, on: day("2020-01-10"), waitlisting: true, as: office)
        #expect(closed.people == [amal])
        #expect(closed.sessions.map(\.kind) == [.cancelled])
        #expect(closed.sessions.map(\.session.id) == [coming.id])
        #expect(try await world.row(amal)?.standing == .placed)
        world.time.turn(to: "2020-01-10T08:00:00Z")
        #expect(try await world.row(amal)?.standing == .waitlisted)
        try await desk.undo(closed.id, as: office)
        #expect(try await Digests(world: world).digest() == digest)
        #expect(try await world.roster(coming) == [amal])
    }

    @Test func `the undo of a close sees what became of those whose place it only ended`()
        async throws
    {
        let world = try await TestWorld()
        let (desk, office) = (world.desk, world.office)
        let amal = try await world.member("Amal", of: world.arabic)
        try await desk.transfer(amal, to: world.somali.id, on: day("2020-01-30"), as: office)
        let closed = try await desk.closeGroup(
            world.arabic.id, on: day("2020-01-20"), waitlisting: true, as: office)
        #expect(closed.people == [amal])
        let left = try await desk.withdraw(
            amal, from: world.round.id, on: day("2020-01-15"), as: office)
        await #expect(throws: PlacingError.cannotUndo([.restedOnBy([left.id])])) {
            try await desk.undo(closed.id, as: office)
        }
        try await desk.undo(left.id, as: office)
        try await desk.undo(closed.id, as: office)
    }

    @Test func `a closed group opens again, and the undo of that closes it as it was`()
        async throws
    {
        let world = try await TestWorld()
        let (desk, office) = (world.desk, world.office)
        await #expect(throws: OperationError.groupOpen(name: "Arabiska")) {
            try await desk.openGroup(world.arabic.id, as: office)
        }
        let closed = try await desk.closeGroup(
            world.arabic.id, on: day("2020-01-10"), as: office)
        let opened = try await desk.openGroup(world.arabic.id, as: office)
        let amal = try await world.member("Amal", of: world.arabic, from: "2020-01-12")
        #expect(try await desk.group("Arabiska", as: office).closedOn == nil)
        let placed = try #require(
            try await desk.history(of: round, as: office).entries.last?.id)
        await #expect(throws: PlacingError.cannotUndo([.restedOnBy([placed])])) {
            try await desk.undo(opened.id, as: office)
        }
        await #expect(throws: PlacingError.cannotUndo([.restedOnBy([opened.id])])) {
            try await desk.undo(closed.id, as: office)
        }
        try await desk.undo(placed, as: office)
        try await desk.undo(opened.id, as: office)
        #expect(try await desk.group("Arabiska", as: office).closedOn == day("2020-01-10"))
        try await desk.undo(closed.id, as: office)
        #expect(try await desk.group("Arabiska", as: office).closedOn == nil)
        try await world.place(amal, in: world.arabic, from: "2020-01-12")
    }

    @Test func `a new group is opened as an operation and leaves nothing when it is undone`()
        async throws
    {
        let world = try await TestWorld()
        let (desk, office) = (world.desk, world.office)
        let digest = try await Digests(world: world).digest()
        let new = NewGroup(name: "Dari", round: round, languages: [.dari])
        let opened = try await desk.openGroup(new, as: office)
        #expect(opened.groups.map(\.name) == ["Dari"])
        try await desk.undo(opened.id, as: office)
        #expect(try await Digests(world: world).digest() == digest)
        try await desk.openGroup(new, as: office)
    }

    @Test func `a pause calls sessions off and keeps places; resuming takes up those from its day`()
        async throws
    {
        let world = try await TestWorld()
        let (desk, office) = (world.desk, world.office)
        let amal = try await world.member("Amal", of: world.arabic)
        let waiting = try await world.person("Salma")
        try await desk.apply(NewApplication(people: [waiting], round: round), as: office)
        let dates = ["2020-01-07", "2020-01-14", "2020-01-21", "2020-01-28"]
        var sessions: [Session] = []
        for (index, date) in dates.enumerated() {
            sessions.append(try await world.session(world.arabic, on: date, number: index + 1))
        }
        let digest = try await Digests(world: world).digest()
        let pause = try await desk.pauseGroup(
            world.arabic.id, from: day("2020-01-14"), reason: "Pandemi", as: office)
        #expect(pause.sessions.map(\.session.id) == sessions[1...].map(\.id))
        #expect(pause.groups.map(\.before) == [1] && pause.groups.map(\.after) == [1])
        await #expect(
            throws: SessionError.groupPaused(name: "Arabiska", on: day("2020-01-15"))
        ) {
            try await world.session(world.arabic, on: "2020-01-15", number: 9)
        }
        await #expect(
            throws: OperationError.alreadyPaused(name: "Arabiska", from: day("2020-01-14"))
        ) {
            try await desk.pauseGroup(world.arabic.id, from: day("2020-02-01"), as: office)
        }
        let resumed = try await desk.resumeGroup(
            world.arabic.id, on: day("2020-01-20"), as: office)
        #expect(resumed.sessions.map(\.kind) == [.restored, .restored])
        var states: [SessionState] = []
        for session in sessions {
            states.append(
                try await desk.session(session.id, as: office).session.state)
        }
        #expect(states == [.planned, .cancelled, .planned, .planned])
        #expect(try await world.roster(sessions[3]) == [amal])
        let rows = try await desk.enrolmentRows(in: round, as: office)
        #expect(rows.map(\.standing) == [.placed, .applied])
        await #expect(throws: PlacingError.cannotUndo([.restedOnBy([resumed.id])])) {
            try await desk.undo(pause.id, as: office)
        }
        try await desk.undo(resumed.id, as: office)
        try await desk.undo(pause.id, as: office)
        #expect(try await Digests(world: world).digest() == digest)
    }

    @Test func `a group that pauses on site goes on remotely`() async throws {
        let world = try await TestWorld()
        let (desk, office) = (world.desk, world.office)
        _ = try await world.member("Amal", of: world.arabic)
        let inside = try await world.session(world.arabic, on: "2020-01-14")
        let after = try await world.session(world.arabic, on: "2020-01-21", number: 2)
        let pause = try await desk.pauseGroup(
            world.arabic.id, from: day("2020-01-10"), before: day("2020-01-21"),
            sessions: .remote, as: office)
        #expect(pause.sessions.map(\.kind) == [.remote])
        #expect(try await desk.session(inside.id, as: office).session.mode == .remote)
        #expect(try await desk.session(after.id, as: office).session.mode == .onsite)
        #expect(try await desk.pauses(in: round, as: office).map(\.sessions) == [.remote])
    }

    @Test func `a pause is not undone once one of its sessions would have begun`() async throws {
        let world = try await TestWorld()
        let (desk, office) = (world.desk, world.office)
        let session = try await world.session(world.arabic, on: "2020-01-07")
        let pause = try await desk.pauseGroup(
            world.arabic.id, from: day("2020-01-06"), as: office)
        world.time.turn(to: "2020-01-08T08:00:00Z")
        await #expect(throws: PlacingError.cannotUndo([.sessionsBegun([session.id])])) {
            try await desk.undo(pause.id, as: office)
        }
    }

    @Test func `another leader is planned from a day on, and clashes are shown before`()
        async throws
    {
        let world = try await TestWorld()
        let (desk, office) = (world.desk, world.office)
        let (sara, leyla) = try await (world.person("Sara"), world.person("Leyla"))
        let first = try await world.session(world.arabic, on: "2020-01-07")
        let second = try await world.session(world.arabic, on: "2020-01-14", number: 2)
        let other = try await world.session(world.somali, on: "2020-01-14")
        for session in [first, second] {
            try await desk.planStaff(sara, role: "leader", at: session.id, as: office)
        }
        try await desk.planStaff(leyla, role: "leader", at: other.id, as: office)
        let digest = try await Digests(world: world).digest()
        let shown = try await desk.changeLeader(
            of: world.arabic.id, to: leyla, from: day("2020-01-10"), as: office, dryRun: true)
        #expect(shown.sessions.map(\.session.id) == [second.id])
        #expect(shown.sessions.map(\.leaving) == [[sara]])
        #expect(shown.sessions.map(\.joining) == [[leyla]])
        #expect(
            shown.clashes == [
                Clash(
                    over: .person(leyla), date: day("2020-01-14"), first: second.id,
                    second: other.id)
            ])
        #expect(shown.withoutRight == [leyla])
        #expect(shown.names[leyla]?.primary == "Leyla")
        #expect(try await Digests(world: world).digest() == digest)

        let changed = try await desk.changeLeader(
            of: world.arabic.id, to: leyla, from: day("2020-01-10"), as: office)
        #expect(try await desk.clashes(in: round, as: office) == shown.clashes)
        let sheet = try await desk.days(
            of: [
                try await desk.session(first.id, as: office),
                try await desk.session(second.id, as: office),
            ], as: office)
        #expect(sheet[first.id]?.staff.map(\.person) == [sara])
        #expect(sheet[second.id]?.staff.map(\.person) == [leyla])
        await #expect(throws: OperationError.nothingToChange(name: "Arabiska")) {
            try await desk.changeLeader(
                of: world.arabic.id, to: leyla, from: day("2020-01-10"), as: office)
        }
        try await desk.undo(changed.id, as: office)
        #expect(try await Digests(world: world).digest() == digest)
    }

    @Test func `a room that is needed twice is a clash`() async throws {
        let world = try await TestWorld()
        let (desk, office) = (world.desk, world.office)
        var groups: [Group] = []
        for name in ["A", "B"] {
            groups.append(
                try await desk.addGroup(
                    NewGroup(
                        name: name, round: round, languages: [.arabic], venue: "Biblioteket"),
                    as: office))
        }
        let first = try await world.session(groups[0], on: "2020-01-07")
        let second = try await world.session(groups[1], on: "2020-01-08")
        let shown = try await desk.moveSession(
            second.id, to: day("2020-01-07"), as: office, dryRun: true)
        #expect(shown.clashes.map(\.over) == [.venue("Biblioteket")])
        let remote = try await desk.moveSession(
            second.id, to: day("2020-01-07"), mode: .remote, as: office, dryRun: true)
        #expect(remote.clashes.isEmpty)
        #expect(try await desk.clashes(in: round, as: office).isEmpty)
        _ = first
    }

    @Test func `whoever is affected by a session that moves or is called off is named`()
        async throws
    {
        let world = try await TestWorld()
        let (desk, office) = (world.desk, world.office)
        let amal = try await world.member("Amal", of: world.arabic)
        let late = try await world.member("Salma", of: world.arabic, from: "2020-01-10")
        let session = try await world.session(world.arabic, on: "2020-01-08")
        let moved = try await desk.moveSession(
            session.id, to: day("2020-01-13"), as: office, dryRun: true)
        #expect(Set(moved.people) == [amal, late])
        #expect(moved.sessions.map(\.expected) == [2])
        let cancelled = try await desk.cancelSession(session.id, as: office)
        #expect(cancelled.people == [amal])
        #expect(cancelled.sessions.map(\.kind) == [.cancelled])
        try await desk.undo(cancelled.id, as: office)
        #expect(
            try await desk.session(session.id, as: office).session.state == .planned)
    }
}
