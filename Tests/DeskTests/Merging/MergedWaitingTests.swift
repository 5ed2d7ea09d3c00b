import Courses
import Testing

@testable import Desk

/// What waits about somebody who was merged away, and is settled before or after the merge ends.
@Suite struct MergedWaitingTests {
    /// Somebody with a place, and the same person without: said to be a member at the first and
    /// the third session, and of two minds at the second.
    private struct Waiting {
        let world: TestWorld
        let kept: Person.ID
        let other: Person.ID
        let sessions: [Session]
        let phone: TestPhone
        let acts: [ActID]

        init() async throws {
            world = try await TestWorld()
            kept = try await world.member("Amal", of: world.arabic)
            other = try await world.person("Amaal")
            sessions = [
                try await world.session(world.arabic, on: "2020-01-07"),
                try await world.session(world.arabic, on: "2020-01-14", number: 2),
                try await world.session(world.arabic, on: "2020-01-21", number: 3),
            ]
            world.time.turn(to: "2020-01-21T19:00:00Z")
            phone = TestPhone(world)
            let second = TestPhone(world, "second")
            let first = phone.act(.present(other), at: sessions[0], 1)
            let third = phone.act(.present(other), at: sessions[2], 3)
            let results = try await phone.send(
                first, phone.act(.guest(other), at: sessions[1], 2), third)
            #expect(
                results.map(\.outcome) == [
                    .now(.kept(.notOnRoster)), .now(.accepted), .now(.kept(.notOnRoster)),
                ])
            let late = Mark(
                value: .present(lateMinutes: 15, leftEarlyMinutes: nil), mode: .onsite,
                role: .guest)
            let doubted = second.act(
                .mark(other, late, base: 0, reason: nil), at: sessions[1], 1)
            #expect(try await second.send(doubted).map(\.outcome) == [.now(.needsReview)])
            acts = [first.id, doubted.id, third.id]
        }

        func waiting() async throws -> [WaitingStatement] {
            try await world.desk.waitingStatements(as: world.office)
        }

        func settle(
            _ act: ActID, _ settlement: Settlement
        ) async throws -> [SettledStatement.Outcome] {
            let settled = try await world.desk.settle([act], settlement, as: world.office)
            #expect(try await world.faults() == [])
            return settled.map(\.outcome)
        }

        /// Who has which mark, by session.
        func marks(_ index: Int) async throws -> [Person.ID: Mark] {
            try await world.rows(sessions[index]).reduce(into: [:]) { $0[$1.person] = $1.mark }
        }
    }

    private func present(_ role: MarkRole, late: Int? = nil) -> Mark {
        Mark(
            value: .present(lateMinutes: late, leftEarlyMinutes: nil), mode: .onsite, role: role)
    }

    @Test func `what waits is taken in for whoever was kept, and parts with them again`()
        async throws
    {
        let waiting = try await Waiting()
        let world = waiting.world
        #expect(try await waiting.waiting().map(\.takingIn.isPossible) == [false, false, true])
        let merged = try await world.merge(waiting.other, into: waiting.kept)
        #expect(
            try await waiting.waiting().sorted { $0.arrivedAt < $1.arrivedAt }
                .map(\.takingIn) == [.possible, .possible, .possible])
        #expect(try await waiting.settle(waiting.acts[0], .takeIn) == [.takenIn])
        #expect(try await waiting.marks(0) == [waiting.kept: present(.member)])
        #expect(try await waiting.settle(waiting.acts[1], .takeIn) == [.takenIn])
        #expect(try await waiting.marks(1) == [waiting.kept: present(.member, late: 15)])
        await #expect(
            throws: world.unclear(waiting.sessions[1])
        ) {
            try await world.desk.undo(merged.operation, as: world.office)
        }
        try await waiting.phone.send(
            waiting.phone.act(
                .clear(waiting.kept, base: 9, reason: nil), at: waiting.sessions[1], 4))
        try await world.undo(merged)
        #expect(try await waiting.marks(0) == [waiting.other: present(.guest)])
        #expect(try await waiting.marks(1) == [:])
        // The third waits still, about whom it named.
        let left = try await waiting.waiting()
        #expect(left.map(\.id) == [waiting.acts[2]])
        #expect(left.map(\.takingIn) == [.against(.notOnRoster)])
        #expect(try await waiting.settle(waiting.acts[2], .asGuest) == [.takenIn])
        #expect(try await waiting.marks(2) == [waiting.other: present(.guest)])
    }

    @Test func `taken in as a guest or set aside, what waited parts with whom it named`()
        async throws
    {
        let waiting = try await Waiting()
        let world = waiting.world
        let merged = try await world.merge(waiting.other, into: waiting.kept)
        #expect(try await waiting.settle(waiting.acts[0], .asGuest) == [.takenIn])
        #expect(try await waiting.marks(0) == [waiting.kept: present(.guest)])
        #expect(try await waiting.settle(waiting.acts[1], .setAside) == [.setAside])
        try await waiting.phone.send(
            waiting.phone.act(
                .clear(waiting.other, base: 1, reason: nil), at: waiting.sessions[0], 5))
        #expect(try await waiting.settle(waiting.acts[2], .takeIn) == [.takenIn])
        try await world.undo(merged)
        #expect(try await waiting.marks(0) == [:])
        #expect(try await waiting.marks(1) == [waiting.other: present(.guest)])
        #expect(try await waiting.marks(2) == [waiting.other: present(.guest)])
        #expect(try await waiting.waiting().isEmpty)
    }
}
