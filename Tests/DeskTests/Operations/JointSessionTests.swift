import Courses
import Desk
import Testing

/// A session where several groups meet is not changed by what is done with one of them.
@Suite struct JointSessionTests {
    private func joint(_ world: TestWorld, on date: String) async throws -> Session {
        let planned = try await world.desk.addSessions(
            [
                NewSession(
                    number: 2, date: day(date), start: clock("17:30"), end: clock("19:30"))
            ], groups: [world.arabic.id, world.somali.id], as: world.office)
        return try #require(planned.sessions.first)
    }

    @Test func `another leader is not planned where other groups meet too, and that is said`()
        async throws
    {
        let world = try await TestWorld()
        let (desk, office) = (world.desk, world.office)
        let (sara, fadumo, leyla) = try await (
            world.person("Sara"), world.person("Fadumo"), world.person("Leyla")
        )
        let own = try await world.session(world.arabic, on: "2020-01-07")
        let shared = try await joint(world, on: "2020-01-14")
        for session in [own, shared] {
            try await desk.planStaff(sara, role: "leader", at: session.id, as: office)
        }
        try await desk.planStaff(fadumo, role: "leader", at: shared.id, as: office)
        let changed = try await desk.changeLeader(
            of: world.arabic.id, to: leyla, from: day("2020-01-07"), as: office)
        #expect(changed.sessions.map(\.session.id) == [own.id])
        #expect(changed.joint.map(\.id) == [shared.id])
        let overview = try await desk.session(shared.id, as: office)
        let staff = try await desk.days(of: [overview], as: office)[shared.id]?.staff
        #expect(Set(staff?.map(\.person) ?? []) == [sara, fadumo])
    }

    @Test func `closing and pausing a group leave it too, and say so`() async throws {
        let world = try await TestWorld()
        let (desk, office) = (world.desk, world.office)
        let own = try await world.session(world.arabic, on: "2020-01-07")
        let shared = try await joint(world, on: "2020-01-14")
        let paused = try await desk.pauseGroup(
            world.arabic.id, from: day("2020-01-06"), as: office, dryRun: true)
        #expect(paused.sessions.map(\.session.id) == [own.id])
        #expect(paused.joint.map(\.id) == [shared.id])
        let merged = try await desk.merge(
            [world.arabic.id], into: world.somali.id, on: day("2020-01-06"), as: office)
        #expect(merged.joint.map(\.id) == [shared.id])
        #expect(try await desk.session(shared.id, as: office).session.state == .planned)
    }
}
