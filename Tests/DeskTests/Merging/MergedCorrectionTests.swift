import Courses
import Testing

@testable import Desk
@testable import Store

/// What stood on a signed list stays beside what it was corrected to, whoever became one.
@Suite struct MergedCorrectionTests {
    private struct Evening {
        let world: TestWorld
        let kept: Person.ID
        let other: Person.ID
        let session: Session
        let phone: TestPhone

        init() async throws {
            world = try await TestWorld()
            kept = try await world.member("Amal", of: world.arabic)
            session = try await world.session(world.arabic, on: "2020-01-07")
            world.time.turn(to: "2020-01-07T19:00:00Z")
            phone = TestPhone(world)
            other = try await world.guest("Amaal", at: session, by: phone)
        }

        func corrections() async throws -> [Correction] {
            try await world.desk.register(of: session.id, as: world.office).rows
                .compactMap(\.correction)
        }
    }

    private let guest = Mark(
        value: .present(lateMinutes: nil, leftEarlyMinutes: nil), mode: .onsite, role: .guest)

    @Test func `of two rows that became one, what was signed is what went on to hold`()
        async throws
    {
        let evening = try await Evening()
        let (world, phone) = (evening.world, evening.phone)
        try await phone.send(
            phone.act(.present(evening.kept, late: 7), at: evening.session, 103),
            phone.act(.clear(evening.kept, base: 1, reason: nil), at: evening.session, 104),
            phone.act(.signOff(base: 0), at: evening.session, 105))
        try await world.merge(evening.other, into: evening.kept)
        try await phone.send(
            phone.act(
                .absent(evening.kept, .notified, base: 3, reason: "fel"),
                at: evening.session, 106))
        #expect(
            try await evening.corrections() == [
                Correction(person: evening.kept, signed: guest, reason: GivenReason(text: "fel"))
            ])
    }

    @Test func `what was signed of one is not taken for what was signed of the other`()
        async throws
    {
        let evening = try await Evening()
        let (world, phone) = (evening.world, evening.phone)
        try await phone.send(
            phone.act(.present(evening.kept, late: 7), at: evening.session, 103),
            phone.act(.signOff(base: 0), at: evening.session, 104),
            phone.act(
                .clear(evening.other, base: 1, reason: "är Amal"), at: evening.session, 105))
        let merged = try await world.merge(evening.other, into: evening.kept)
        #expect(
            try await evening.corrections() == [
                Correction(
                    person: evening.kept, signed: guest, reason: GivenReason(text: "är Amal"))
            ])
        try await world.undo(merged)
        let corrections = try await world.desk.store.read { reading in
            try reading.book(of: evening.session.id).map { try reading.corrections(of: $0) }
        }
        #expect(
            corrections == [
                Correction(
                    person: evening.other, signed: guest, reason: GivenReason(text: "är Amal"))
            ])
    }
}
