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
}
