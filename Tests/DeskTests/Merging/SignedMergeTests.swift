import Courses
import Statistics
import Testing

@testable import Desk

/// Fact 7: a signed list changes by a correction with a reason, and by nothing else.
@Suite struct SignedMergeTests {
    /// Somebody with a place, and the same person added on the spot at three sessions of the
    /// group, of which the first two are signed.
    private struct Evenings {
        let world: TestWorld
        let known: Person.ID
        let guest: Person.ID
        let sessions: [Session]
        let phone: TestPhone

        init() async throws {
            world = try await TestWorld()
            known = try await world.member("Amal Nur", of: world.arabic)
            sessions = [
                try await world.session(world.arabic, on: "2020-01-07"),
                try await world.session(world.arabic, on: "2020-01-14", number: 2),
                try await world.session(world.arabic, on: "2020-01-21", number: 3),
            ]
            world.time.turn(to: "2020-01-21T19:00:00Z")
            phone = TestPhone(world)
            guest = try await world.guest("Amaal Nuur", at: sessions[0], by: phone)
            try await phone.send(
                phone.act(.guest(guest), at: sessions[1], 103),
                phone.act(.guest(guest), at: sessions[2], 104),
                phone.act(.signOff(base: 0), at: sessions[0], 105),
                phone.act(.signOff(base: 0), at: sessions[1], 106))
        }

        /// How somebody took part, by session.
        func roles(_ person: Person.ID) async throws -> [MarkRole?] {
            var roles: [MarkRole?] = []
            for session in sessions {
                let row = try await world.rows(session).first { $0.person == person }
                roles.append(row?.mark?.role)
            }
            return roles
        }
    }

    @Test func `a guest of a signed list stays one, and becomes a member of an open list`()
        async throws
    {
        let evenings = try await Evenings()
        let world = evenings.world
        let (before, figures) = (try await world.dump(), try await world.figures())
        let merged = try await world.merge(evenings.guest, into: evenings.known)
        #expect(try await evenings.roles(evenings.known) == [.guest, .guest, .member])
        #expect(merged.effect.becomeMember == 1 && merged.effect.stayGuest == 2)
        #expect(try await world.figures().attended == figures.attended + 1)
        try await world.undo(merged)
        #expect(try await world.dump() == before)
        #expect(try await world.figures() == figures)
    }

    @Test func `a list signed or corrected since is no more changed by the undo of a merge`()
        async throws
    {
        let evenings = try await Evenings()
        let (world, phone) = (evenings.world, evenings.phone)
        let merged = try await world.merge(evenings.guest, into: evenings.known)
        let member = Mark(
            value: .present(lateMinutes: nil, leftEarlyMinutes: nil), mode: .onsite,
            role: .member)
        try await phone.send(
            phone.act(
                .mark(evenings.known, member, base: 1, reason: "samma person"),
                at: evenings.sessions[0], 107),
            phone.act(.signOff(base: 0), at: evenings.sessions[2], 108))
        #expect(try await evenings.roles(evenings.known) == [.member, .guest, .member])
        let (first, last) = (evenings.sessions[0], evenings.sessions[2])
        await #expect(
            throws: world.unclear(first, last)
        ) {
            try await world.desk.undo(merged.operation, as: world.office)
        }
        for (index, session) in [first, last].enumerated() {
            try await phone.send(
                phone.act(
                    .clear(evenings.known, base: 9, reason: "inte samma person"), at: session,
                    109 + index))
        }
        try await world.undo(merged)
        #expect(try await evenings.roles(evenings.guest) == [nil, .guest, nil])
        let again = try await phone.send(
            phone.act(
                .mark(
                    evenings.guest,
                    Mark(
                        value: .present(lateMinutes: nil, leftEarlyMinutes: nil), mode: .onsite,
                        role: .guest), base: 9, reason: "var där"), at: first, 111))
        #expect(again.map(\.outcome) == [.now(.accepted)])
    }
}
