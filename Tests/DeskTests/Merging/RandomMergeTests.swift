import Courses
import GRDB
import Testing

@testable import Desk
@testable import Store

@Suite struct RandomMergeTests {
    /// Two persons, of whom either, both or none has a place or has applied, three sessions that
    /// have been and one that is to come; lists know each by an id.
    private struct Chance {
        let world: TestWorld
        let people: [Person.ID]
        let stranger: Person.ID
        var sessions: [Session]
        let coming: Session
        let phones: [TestPhone]
        var dice: Dice
        var sequence = 0
        /// By session, of whom something was said that counts; before the merge, and since.
        var namedBefore: [Session.ID: Set<Person.ID>] = [:]
        var named: [Session.ID: Set<Person.ID>] = [:]

        init(seed: UInt64) async throws {
            var dice = Dice(seed: seed)
            world = try await TestWorld()
            let kept =
                dice.next(2) == 0
                ? try await world.person("Amal") : try await world.member("Amal", of: world.somali)
            let other =
                switch dice.next(4) {
                case 0: try await world.person("Amaal")
                case 1: try await world.applicant("Amaal", childcare: 1, appliedOn: "2020-01-02")
                default: try await world.member("Amaal", of: world.arabic)
                }
            people = [kept, other]
            stranger = try await world.person("Huda")
            sessions = [
                try await world.session(world.arabic, on: "2020-01-07"),
                try await world.session(world.somali, on: "2020-01-08"),
                try await world.session(world.arabic, on: "2020-01-14", number: 2),
            ]
            coming = try await world.session(world.arabic, on: "2020-01-21", number: 3)
            let ids = people
            try await world.desk.write { writing in
                for (index, person) in ids.enumerated() {
                    try writing.execute(
                        "UPDATE person SET external_id = ? WHERE public_id = ?",
                        ["A-\(index)", person])
                }
            }
            world.time.turn(to: "2020-01-15T08:00:00Z")
            phones = [TestPhone(world, "one"), TestPhone(world, "two")]
            self.dice = dice
        }

        mutating func speak(_ times: Int) async throws {
            for _ in 0..<times {
                sequence += 1
                let person = people[dice.next(2)]
                let base = dice.next(5)
                let made = Mark(
                    value: .present(lateMinutes: nil, leftEarlyMinutes: nil), mode: .onsite,
                    role: .makeUp(for: sessions[dice.next(sessions.count)].id))
                let statements: [Act.Statement] = [
                    .present(person, base: base), .present(person, base: base, late: 15),
                    .absent(person, .notified, base: base), .guest(person, base: base),
                    .clear(person, base: base, reason: nil),
                    .mark(person, made, base: base, reason: nil),
                ]
                let (phone, session) = (
                    phones[dice.next(2)], sessions[dice.next(sessions.count)]
                )
                let results = try await phone.send(
                    phone.act(statements[dice.next(6)], at: session, sequence))
                if results.map(\.outcome) == [.now(.accepted)] {
                    named[session.id, default: []].insert(person)
                }
            }
        }

        /// The last session is held as well.
        mutating func passTime() async throws {
            world.time.turn(to: "2020-01-22T08:00:00Z")
            sessions.append(coming)
            try await speak(4)
        }

        /// Leaves no mark of a person at the sessions.
        mutating func clear(_ person: Person.ID, at ids: [Session.ID]) async throws {
            for session in sessions where ids.contains(session.id) {
                sequence += 1
                try await phones[0].send(
                    phones[0].act(
                        .clear(person, base: 99, reason: nil), at: session, sequence + 1000))
                named[session.id, default: []].insert(person)
            }
        }

        /// What an administrator does, where it may be done; the first first.
        mutating func organise(_ times: Int) async throws -> [OperationID] {
            var done: [OperationID] = []
            for _ in 0..<times {
                let person = people[dice.next(2)]
                let kind = dice.next(6)
                do {
                    if kind < 4 {
                        done.append(try await organise(kind, person).id)
                    } else if let id = try await bring(person) {
                        done.append(id)
                    }
                } catch is PlacingError {
                } catch is EnrolmentError {
                } catch is OperationError {
                }
            }
            return done
        }

        private func organise(_ kind: Int, _ person: Person.ID) async throws -> AppliedOperation {
            let desk = world.desk
            return switch kind {
            case 0:
                try await desk.transfer(
                    person, to: world.somali.id, on: day("2020-01-16"), as: world.office)
            case 1: try await world.offer(person, in: world.somali, until: "2020-01-20")
            case 2:
                try await desk.changeLeader(
                    of: world.arabic.id, to: person, from: day("2020-01-16"), as: world.office)
            default:
                try await desk.changeLeader(
                    of: world.arabic.id, to: stranger, from: day("2020-01-16"), as: world.office)
            }
        }

        /// A list that knows one of them, and says something that may not be known.
        private mutating func bring(_ person: Person.ID) async throws -> OperationID? {
            let id = person == people[0] ? "A-0" : "A-1"
            let mail = ["", "\(id.lowercased())@exempel.se"][dice.next(2)]
            let text = "Id;Namn;Språk;Barnpassning;E-post\n\(id);Amal;ar;\(dice.next(3));\(mail)"
            return try await world.desk.importParticipants(
                Array(text.utf8), options: ImportOptions(round: "2020-spring"),
                as: world.office
            ).operation
        }

        func rosters() async throws -> [Set<Person.ID>] {
            var rosters: [Set<Person.ID>] = []
            for session in sessions { rosters.append(try await world.roster(session)) }
            return rosters
        }

        /// By session, what is said of whom.
        func marks() async throws -> [Session.ID: [Person.ID: Mark]] {
            var marks: [Session.ID: [Person.ID: Mark]] = [:]
            for session in sessions {
                marks[session.id] = try await world.rows(session).reduce(into: [:]) {
                    $0[$1.person] = $1.mark
                }
            }
            return marks
        }
    }

    @Test(arguments: 0..<80)
    func `a merge of persons is undone once what rests on it is, whatever was said and done`(
        _ seed: Int
    ) async throws {
        var chance = try await Chance(seed: UInt64(seed))
        let world = chance.world
        try await chance.speak(6)
        _ = try await chance.organise(1)
        let (kept, other) = (chance.people[0], chance.people[1])
        let marked = try await world.obstacles(other, into: kept).compactMap { obstacle in
            if case .bothMarked(let meeting) = obstacle { meeting.session } else { nil }
        }
        try await chance.clear(other, at: marked)
        if case .bothEnrolled? = try await world.obstacles(other, into: kept).first { return }
        let (before, rosters) = (try await world.dump(), try await chance.rosters())
        try await world.undo(world.merge(other, into: kept))
        #expect(try await world.dump() == before)

        let own = try await chance.marks()
        let merged = try await world.merge(other, into: kept)
        (chance.namedBefore, chance.named) = (chance.named, [:])
        try await chance.speak(8)
        var since = try await chance.organise(3)
        #expect(try await world.faults() == [])
        let timePasses = seed % 3 == 0
        if timePasses { try await chance.passTime() }
        guard try await undo(merged, &chance, &since) else {
            // What was done of an enrolment that stands for both is beyond undoing.
            #expect(timePasses)
            return
        }
        #expect(try await chance.rosters().prefix(rosters.count) == rosters[...])
        #expect(try await world.faults() == [])
        guard !timePasses else { return }
        for operation in since.reversed() {
            try await world.desk.undo(operation, as: world.office)
        }
        #expect(try await world.faults() == [])
        let after = try await world.dump()
        for table in ["session_staff", "party_member", "person"] {
            #expect(after[table] == before[table], "\(table)")
        }
        // Of an enrolment that a list brought, nothing but the row is left.
        #expect(Set(before["enrolment"] ?? []).isSubset(of: after["enrolment"] ?? []))
        // Where nothing was said since, all is as it was.
        let marks = try await chance.marks()
        for session in chance.sessions where chance.named[session.id] == nil {
            #expect(marks[session.id] == own[session.id])
        }
        try await chance.speak(6)
        #expect(try await world.faults() == [])
    }

    /// Undoes what rests on the merge, clears marks of which it can't be told whose they are, and
    /// undoes the merge; what was said of one is then said of one still. False where what rests on
    /// it can't be undone, since sessions have begun or something has been said.
    private func undo(
        _ merged: MergedPeople, _ chance: inout Chance, _ since: inout [OperationID]
    ) async throws -> Bool {
        let (world, kept) = (chance.world, chance.people[0])
        do {
            try await world.desk.undo(merged.operation, as: world.office, dryRun: true)
        } catch PlacingError.cannotUndo(let obstacles) {
            for obstacle in obstacles {
                switch obstacle {
                case .unclearMark(let meeting):
                    try await chance.clear(kept, at: [meeting.session])
                case .restedOnBy(let operations):
                    for operation in operations.reversed() {
                        do {
                            try await world.desk.undo(operation, as: world.office)
                        } catch PlacingError.cannotUndo(let reasons) where isPast(reasons) {
                            return false
                        }
                        since.removeAll { $0 == operation }
                    }
                default: Issue.record("\(obstacle)")
                }
            }
        }
        let together = try await chance.marks()
        try await world.undo(merged)
        let apart = try await chance.marks()
        for (session, marks) in together {
            let values = (apart[session] ?? [:]).values.map { "\($0.value)" }
            #expect(values.sorted() == marks.values.map { "\($0.value)" }.sorted())
            // Said of the other alone: theirs.
            if chance.named[session] == [chance.people[1]],
                chance.namedBefore[session]?.contains(kept) != true
            {
                #expect(apart[session]?[kept] == nil)
            }
        }
        return true
    }

    private func isPast(_ obstacles: [UndoObstacle]) -> Bool {
        obstacles.contains { obstacle in
            switch obstacle {
            case .sessionsBegun, .spokenOf: true
            default: false
            }
        }
    }
}
