import Courses
import Testing

@testable import Desk

@Suite struct RandomMergeTests {
    /// Two persons, of whom either, both or none has a place, and three sessions that have been.
    private struct Chance {
        let world: TestWorld
        let people: [Person.ID]
        let sessions: [Session]
        let phones: [TestPhone]
        var dice: Dice
        var sequence = 0

        init(seed: UInt64) async throws {
            var dice = Dice(seed: seed)
            world = try await TestWorld()
            let kept =
                dice.next(2) == 0
                ? try await world.person("Amal") : try await world.member("Amal", of: world.somali)
            let other =
                dice.next(3) == 0
                ? try await world.person("Amaal")
                : try await world.member("Amaal", of: world.arabic)
            people = [kept, other]
            sessions = [
                try await world.session(world.arabic, on: "2020-01-07"),
                try await world.session(world.somali, on: "2020-01-08"),
                try await world.session(world.arabic, on: "2020-01-14", number: 2),
            ]
            world.time.turn(to: "2020-01-15T08:00:00Z")
            phones = [TestPhone(world, "one"), TestPhone(world, "two")]
            self.dice = dice
        }

        mutating func speak(_ times: Int) async throws {
            for _ in 0..<times {
                sequence += 1
                let person = people[dice.next(2)]
                let base = dice.next(5)
                let statements: [Act.Statement] = [
                    .present(person, base: base), .present(person, base: base, late: 15),
                    .absent(person, .notified, base: base), .guest(person, base: base),
                    .clear(person, base: base, reason: nil),
                ]
                let phone = phones[dice.next(2)]
                try await phone.send(
                    phone.act(
                        statements[dice.next(5)], at: sessions[dice.next(3)], sequence))
            }
        }

        /// Leaves no mark of a person at the sessions.
        mutating func clear(_ person: Person.ID, at ids: [Session.ID]) async throws {
            for session in sessions where ids.contains(session.id) {
                sequence += 1
                try await phones[0].send(
                    phones[0].act(
                        .clear(person, base: 99, reason: nil), at: session, sequence + 1000))
            }
        }

        func rosters() async throws -> [Set<Person.ID>] {
            var rosters: [Set<Person.ID>] = []
            for session in sessions { rosters.append(try await world.roster(session)) }
            return rosters
        }
    }

    @Test(arguments: 0..<60)
    func `no merge of persons is there for good, whatever is said before and after it`(
        _ seed: Int
    ) async throws {
        var chance = try await Chance(seed: UInt64(seed))
        let world = chance.world
        try await chance.speak(6)
        let (kept, other) = (chance.people[0], chance.people[1])
        let marked = try await world.obstacles(other, into: kept).compactMap { obstacle in
            if case .bothMarked(let meeting) = obstacle { meeting.session } else { nil }
        }
        try await chance.clear(other, at: marked)
        if case .bothEnrolled? = try await world.obstacles(other, into: kept).first { return }
        let (before, rosters) = (try await world.dump(), try await chance.rosters())
        try await world.undo(world.merge(other, into: kept))
        #expect(try await world.dump() == before)

        let merged = try await world.merge(other, into: kept)
        try await chance.speak(10)
        #expect(try await world.faults() == [])
        do {
            try await world.desk.undo(merged.operation, as: world.office)
        } catch PlacingError.cannotUndo(let obstacles) {
            let sessions = obstacles.compactMap { obstacle in
                if case .unclearMark(let meeting) = obstacle { meeting.session } else { nil }
            }
            try #require(sessions.count == obstacles.count, "\(obstacles)")
            try await chance.clear(kept, at: sessions)
            try await world.desk.undo(merged.operation, as: world.office)
        }
        #expect(try await world.faults() == [])
        #expect(try await chance.rosters() == rosters)
        try await chance.speak(6)
        #expect(try await world.faults() == [])
    }
}
