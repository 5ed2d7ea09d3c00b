import Courses
import Testing

@testable import Desk

/// Whose a make-up is once a merge is undone: whoever missed the session that it makes up for.
@Suite struct MergedMakeUpTests {
    /// The kept person is in no group; the other missed a session of the Arabic group. A session of
    /// the Somali group is where it may be made up for.
    private struct Missed {
        let world: TestWorld
        let kept: Person.ID
        let other: Person.ID
        let missed: Session
        let session: Session
        let phone: TestPhone

        init() async throws {
            world = try await TestWorld()
            kept = try await world.person("Amal")
            other = try await world.member("Amaal", of: world.arabic)
            missed = try await world.session(world.arabic, on: "2020-01-07")
            session = try await world.session(world.somali, on: "2020-01-08")
            world.time.turn(to: "2020-01-08T19:00:00Z")
            phone = TestPhone(world)
        }

        func makeUp(_ person: Person.ID, base: Int = 0) -> Act.Statement {
            let present = Attendance.present(lateMinutes: nil, leftEarlyMinutes: nil)
            return .mark(
                person, Mark(value: present, mode: .onsite, role: .makeUp(for: missed.id)),
                base: base, reason: nil)
        }
    }

    @Test func `a make-up made since is whose session it makes up for`() async throws {
        let pair = try await Missed()
        let world = pair.world
        let merged = try await world.merge(pair.other, into: pair.kept)
        let results = try await pair.phone.send(
            pair.phone.act(pair.makeUp(pair.kept), at: pair.session, 1))
        #expect(results.map(\.outcome) == [.now(.accepted)])
        try await world.undo(merged)
        let rows = try await world.rows(pair.session).filter { $0.mark != nil }
        #expect(rows.map(\.person) == [pair.other])
        #expect(rows.map(\.mark?.role) == [.makeUp(for: pair.missed.id)])
    }

    @Test func `a mark of one's own that became a make-up for the other's is nobody's to tell`()
        async throws
    {
        let pair = try await Missed()
        let world = pair.world
        try await pair.phone.send(pair.phone.act(.guest(pair.kept), at: pair.session, 1))
        let merged = try await world.merge(pair.other, into: pair.kept)
        try await pair.phone.send(
            pair.phone.act(pair.makeUp(pair.kept, base: 1), at: pair.session, 2))
        let unclear = PlacingError.cannotUndo([
            .unclearMark(
                MergeMeeting(
                    session: pair.session.id, date: pair.session.date,
                    groups: [world.somali.name]))
        ])
        await #expect(throws: unclear) {
            try await world.desk.undo(merged.operation, as: world.office)
        }
        try await pair.phone.send(
            pair.phone.act(.guest(pair.kept, base: 2), at: pair.session, 3))
        try await world.undo(merged)
        let rows = try await world.rows(pair.session).filter { $0.mark != nil }
        #expect(rows.map(\.person) == [pair.kept] && rows.map(\.mark?.role) == [.guest])
    }

    @Test func `a make-up of the other's own goes back as it was`() async throws {
        let pair = try await Missed()
        let world = pair.world
        try await pair.phone.send(pair.phone.act(pair.makeUp(pair.other), at: pair.session, 1))
        let before = try await world.dump()
        try await world.undo(world.merge(pair.other, into: pair.kept))
        #expect(try await world.dump() == before)
    }
}
