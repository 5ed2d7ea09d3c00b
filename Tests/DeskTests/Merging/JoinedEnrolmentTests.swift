import Courses
import Testing

@testable import Desk

/// What becomes of two enrolments of one person in a round.
@Suite struct JoinedEnrolmentTests {
    @Test func `who is to withdraw later has a place still, and keeps it`() async throws {
        let world = try await TestWorld()
        let kept = try await world.member("Amal", of: world.arabic)
        try await world.withdraw(kept, on: "2020-03-01")
        let other = try await world.applicant("Amaal")
        let before = try await world.placements(kept)
        try await world.merge(other, into: kept)
        let row = try #require(try await world.row(kept))
        #expect(row.standing == .placed && row.enrolment.step == .withdrawn)
        #expect(row.placements == before)
    }

    @Test func `an offer that has expired gives way to a place`() async throws {
        let world = try await TestWorld()
        let kept = try await world.applicant("Amal")
        try await world.offer(kept, in: world.arabic, until: "2020-01-08")
        let other = try await world.member("Amaal", of: world.arabic)
        #expect(
            try await world.obstacles(other, into: kept) == [.bothEnrolled(round: "Våren 2020")])
        world.time.turn(to: "2020-01-09T08:00:00Z")
        #expect(try await world.obstacles(other, into: kept) == [])
        let merged = try await world.merge(other, into: kept)
        #expect(try await world.row(kept)?.standing == .placed)
        try await world.undo(merged)
        #expect(try await world.row(kept)?.standing == .expired)
    }
}
