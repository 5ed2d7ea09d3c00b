import Courses
import Desk
import Testing

@Suite struct PauseOperationTests {
    private let round = "2020-spring"

    private func states(_ world: TestWorld, _ sessions: [Session]) async throws -> [SessionState] {
        var states: [SessionState] = []
        for session in sessions {
            states.append(
                try await world.desk.session(session.id, as: world.office).session.state)
        }
        return states
    }

    private func sessions(_ world: TestWorld, on dates: String...) async throws -> [Session] {
        var sessions: [Session] = []
        for (index, date) in dates.enumerated() {
            sessions.append(try await world.session(world.arabic, on: date, number: index + 1))
        }
        return sessions
    }

    @Test func `resuming takes up no session from the day on which the group closes`()
        async throws
    {
        let world = try await TestWorld()
        let (desk, office) = (world.desk, world.office)
        let sessions = try await sessions(world, on: "2020-01-14", "2020-01-21", "2020-01-28")
        try await desk.pauseGroup(world.arabic.id, from: day("2020-01-14"), as: office)
        try await desk.closeGroup(world.arabic.id, on: day("2020-01-25"), as: office)
        await #expect(
            throws: PlacingError.groupClosed(name: "Arabiska", on: day("2020-01-25"))
        ) {
            try await desk.resumeGroup(world.arabic.id, on: day("2020-01-25"), as: office)
        }
        let resumed = try await desk.resumeGroup(
            world.arabic.id, on: day("2020-01-20"), as: office)
        #expect(resumed.sessions.map(\.session.id) == [sessions[1].id])
        #expect(try await states(world, sessions) == [.cancelled, .planned, .cancelled])
    }

    @Test func `resuming ends the pause at hand and leaves a later one as it is`() async throws {
        let world = try await TestWorld()
        let (desk, office) = (world.desk, world.office)
        let sessions = try await sessions(world, on: "2020-01-14", "2020-01-21", "2020-01-28")
        for (from, before) in [("2020-01-10", "2020-01-17"), ("2020-01-24", "2020-02-01")] {
            try await desk.pauseGroup(
                world.arabic.id, from: day(from), before: day(before), as: office)
        }
        let resumed = try await desk.resumeGroup(
            world.arabic.id, on: day("2020-01-12"), as: office)
        #expect(resumed.sessions.map(\.session.id) == [sessions[0].id])
        #expect(try await states(world, sessions) == [.planned, .planned, .cancelled])
        let pauses = try await desk.pauses(in: round, as: office)
        #expect(pauses.map(\.from) == [day("2020-01-10"), day("2020-01-24")])
        #expect(pauses.map(\.before) == [day("2020-01-12"), day("2020-02-01")])
        // Before it begins, the next one is what is taken back.
        let second = try await desk.resumeGroup(
            world.arabic.id, on: day("2020-01-15"), as: office)
        #expect(second.sessions.map(\.session.id) == [sessions[2].id])
        #expect(try await desk.pauses(in: round, as: office).map(\.from) == [day("2020-01-10")])
    }

    @Test(arguments: [OperationKind.pause, .closeGroup, .cancelSession])
    func `a clash that was there before is not told as new`(_ kind: OperationKind) async throws {
        let world = try await TestWorld()
        let (desk, office) = (world.desk, world.office)
        let sara = try await world.person("Sara")
        for group in [world.arabic, world.somali] {
            let session = try await world.session(group, on: "2020-01-14")
            try await desk.planStaff(sara, role: "leader", at: session.id, as: office)
        }
        let dari = try await desk.addGroup(
            NewGroup(name: "Dari", round: round, languages: [.dari]), as: office)
        let session = try await world.session(dari, on: "2020-01-15")
        #expect(try await desk.clashes(in: round, as: office).count == 1)
        let applied =
            switch kind {
            case .pause: try await desk.pauseGroup(dari.id, from: day("2020-01-10"), as: office)
            case .closeGroup:
                try await desk.closeGroup(dari.id, on: day("2020-01-10"), as: office)
            default: try await desk.cancelSession(session.id, as: office)
            }
        #expect(applied.sessions.map(\.kind) == [.cancelled])
        #expect(applied.clashes.isEmpty)
    }
}
