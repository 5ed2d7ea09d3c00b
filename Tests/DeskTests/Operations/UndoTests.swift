import Courses
import Desk
import Testing

/// An undo tells all that it does, and does nothing that the rules would not allow today.
@Suite struct UndoTests {
    private let round = "2020-spring"

    private func preview(
        _ applied: AppliedOperation, _ world: TestWorld
    ) async throws -> AppliedOperation {
        try await world.desk.undo(applied.id, as: world.office, dryRun: true)
    }

    // MARK: What it tells

    @Test func `the preview names the sessions that are moved back or take place again`()
        async throws
    {
        let world = try await TestWorld()
        let (desk, office) = (world.desk, world.office)
        _ = try await world.member("Amal", of: world.arabic)
        let session = try await world.session(world.arabic, on: "2020-01-14")
        let moved = try await desk.moveSession(session.id, to: day("2020-01-15"), as: office)
        let back = try await preview(moved, world).sessions
        #expect(back.map(\.kind) == [.moved])
        #expect(back.map(\.was?.date) == [day("2020-01-15")])
        #expect(back.map(\.session.date) == [day("2020-01-14")])
        #expect(back.map(\.expected) == [1])
        try await desk.undo(moved.id, as: office)

        let remote = try await desk.pauseGroup(
            world.arabic.id, from: day("2020-01-10"), sessions: .remote, as: office)
        #expect(try await preview(remote, world).sessions.map(\.kind) == [.restored])
        let resumed = try await desk.resumeGroup(
            world.arabic.id, on: day("2020-01-10"), as: office)
        #expect(try await preview(resumed, world).sessions.map(\.kind) == [.remote])

        let cancelled = try await desk.cancelSession(session.id, as: office)
        let again = try await preview(cancelled, world).sessions
        #expect(again.map(\.kind) == [.restored])
        #expect(again.map(\.session.state) == [.planned])
        let applied = try await desk.undo(cancelled.id, as: office)
        #expect(applied.sessions == again)
    }

    @Test func `it names the sessions that are no longer planned`() async throws {
        let world = try await TestWorld()
        let amal = try await world.member("Amal", of: world.arabic)
        let session = try await world.session(world.arabic, on: "2020-01-14")
        let split = try await world.desk.split(
            SplitRequest(
                people: [amal], group: world.arabic.id,
                target: .new(NewGroup(name: "Ny", round: round, languages: [.arabic])),
                on: day("2020-01-10"), copiesPlan: true), as: world.office)
        let planned = try #require(split.sessions.first?.session)
        let taken = try await preview(split, world)
        #expect(taken.sessions.map(\.was?.id) == [planned.id])
        #expect(taken.sessions.map(\.session.id) == [planned.id])
        #expect(taken.groups.map(\.name) == ["Arabiska"])
        #expect(session.id != planned.id)
    }

    @Test func `it names who leads again, and who would be in two places`() async throws {
        let world = try await TestWorld()
        let (desk, office) = (world.desk, world.office)
        let (sara, leyla) = try await (world.person("Sara"), world.person("Leyla"))
        let session = try await world.session(world.arabic, on: "2020-01-14")
        try await desk.planStaff(sara, role: "leader", at: session.id, as: office)
        let changed = try await desk.changeLeader(
            of: world.arabic.id, to: leyla, from: day("2020-01-10"), as: office)
        let other = try await world.session(world.somali, on: "2020-01-14")
        try await desk.planStaff(sara, role: "leader", at: other.id, as: office)
        let undone = try await preview(changed, world)
        #expect(undone.sessions.map(\.kind) == [.staffed])
        #expect(undone.sessions.map(\.leaving) == [[leyla]])
        #expect(undone.sessions.map(\.joining) == [[sara]])
        #expect(undone.clashes.map(\.over) == [.person(sara)])
        #expect(undone.names[sara] != nil && undone.names[leyla] != nil)
    }

    @Test func `it names the groups where offers are open again, or no longer`() async throws {
        let world = try await TestWorld()
        let amal = try await world.applicant("Amal")
        let offered = try await world.offer(amal, in: world.arabic)
        #expect(try await preview(offered, world).groups.map(\.offered) == [0])
        let declined = try await world.desk.decline([amal], in: round, as: world.office)
        let undone = try await preview(declined, world)
        #expect(undone.groups.map(\.name) == ["Arabiska"])
        #expect(undone.groups.map(\.offered) == [1])
    }

    // MARK: What it refuses

    @Test(arguments: ["withdraw", "transfer", "decline"])
    func `a seat that somebody else has taken since is not given back`(_ how: String)
        async throws
    {
        let world = try await TestWorld()
        let (desk, office, date) = (world.desk, world.office, "2020-01-08")
        let group = try await world.group("Liten", maximum: 1)
        let amal = try await world.applicant("Amal")
        if how == "decline" {
            try await world.offer(amal, in: group)
        } else {
            try await world.place(amal, in: group, from: "2020-01-07")
        }
        let left =
            switch how {
            case "withdraw": try await world.withdraw(amal, on: date)
            case "transfer":
                try await desk.transfer(amal, to: world.arabic.id, on: day(date), as: office)
            default: try await desk.decline([amal], in: round, as: office)
            }
        let salma = try await world.applicant("Salma")
        try await world.place(salma, in: group, from: date)
        let error = await #expect(throws: PlacingError.self) {
            try await desk.undo(left.id, as: office)
        }
        #expect(obstacles(error) == [[.full]])
        #expect(try await desk.history(of: round, as: office).entries.last?.kind == .place)
        // Once there is room again, it can be undone.
        try await world.withdraw(salma, on: "2020-01-08")
        try await desk.undo(left.id, as: office)
    }

    @Test func `nor are childcare places`() async throws {
        let world = try await TestWorld()
        let group = try await world.group("Liten", maximum: 3, childcare: 2)
        let amal = try await world.applicant("Amal", childcare: 2)
        try await world.place(amal, in: group, from: "2020-01-07")
        let left = try await world.withdraw(amal, on: "2020-01-08")
        let salma = try await world.applicant("Salma", childcare: 1)
        try await world.place(salma, in: group, from: "2020-01-08")
        let error = await #expect(throws: PlacingError.self) {
            try await world.desk.undo(left.id, as: world.office)
        }
        #expect(obstacles(error) == [[.childcare]])
    }

    @Test(arguments: [true, false])
    func `people whom one learns to keep apart are not brought together again`(
        _ wereTogether: Bool
    ) async throws {
        let world = try await TestWorld()
        let (desk, office) = (world.desk, world.office)
        let amal = try await world.member("Amal", of: world.arabic)
        let salma = try await world.person("Salma")
        if wereTogether { try await world.place(salma, in: world.arabic, from: "2020-01-07") }
        let moved = try await desk.transfer(
            amal, to: world.somali.id, on: day("2020-01-08"), as: office)
        try await desk.addParty(.apart, of: [amal, salma], as: office)
        if !wereTogether { try await world.place(salma, in: world.arabic, from: "2020-01-08") }
        let error = await #expect(throws: PlacingError.self) {
            try await desk.undo(moved.id, as: office)
        }
        #expect(obstacles(error) == [[.apart]])
    }

    @Test func `what broke a rule before is given back as it was`() async throws {
        let world = try await TestWorld()
        let (desk, office) = (world.desk, world.office)
        let group = try await world.group("Liten", maximum: 1)
        let (amal, salma) = try await (world.applicant("Amal"), world.applicant("Salma"))
        try await desk.addParty(.apart, of: [amal, salma], as: office)
        for person in [amal, salma] {
            try await desk.place(
                PlaceRequest(
                    people: [person], group: group.id, from: day("2020-01-07"),
                    reason: "Ändå", inSpiteOfRules: true), as: office)
        }
        let moved = try await desk.transfer(
            amal, to: world.arabic.id, on: day("2020-01-08"), as: office)
        try await desk.undo(moved.id, as: office)
        #expect(try await world.placements(amal).map(\.group) == [group.id])
        // But no more than it was.
        let again = try await desk.transfer(
            amal, to: world.arabic.id, on: day("2020-01-08"), as: office)
        let nour = try await world.applicant("Nour")
        try await desk.place(
            PlaceRequest(
                people: [nour], group: group.id, from: day("2020-01-08"), reason: "Ändå",
                inSpiteOfRules: true), as: office)
        let error = await #expect(throws: PlacingError.self) {
            try await desk.undo(again.id, as: office)
        }
        #expect(obstacles(error) == [[.full]])
    }
}
