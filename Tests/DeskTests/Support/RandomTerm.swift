import Courses
import Desk
import Testing

/// A term of three groups, five people and six sessions that lives through random acts.
struct RandomTerm {
    enum Deed: CaseIterable {
        case place, transfer, withdraw, merge, undo, mark, signOff, move, wait
    }

    private let world: TestWorld
    private let groups: [Group]
    private let people: [Person.ID]
    private let sessions: [Session]
    private var dice: Dice
    private var operations: [AppliedOperation] = []
    private var known: Snapshot
    private var sequence = 0
    /// What was done, for whoever has to understand a fault.
    private(set) var story = ""
    private(set) var done: [Deed: Int] = [:]

    init(seed: UInt64) async throws {
        let world = try await TestWorld()
        let third = try await world.desk.addGroup(
            NewGroup(
                name: "Tvåspråkig", round: "2020-spring", languages: [.arabic, .somali],
                delivery: .bilingual, maximum: 6),
            as: world.office)
        groups = [world.arabic, world.somali, third]
        var people: [Person.ID] = []
        for name in ["Amal", "Hodan", "Salma", "Nour", "Huda"] {
            people.append(try await world.person(name))
        }
        var sessions: [Session] = []
        for (index, group) in groups.enumerated() {
            for week in 0..<2 {
                let date = day("2020-01-07").adding(days: index + 7 * week)
                sessions.append(
                    try await world.session(group, on: date.description, number: week + 1))
            }
        }
        self.world = world
        self.people = people
        self.sessions = sessions
        dice = Dice(seed: seed &* 2_654_435_761 &+ 99)
        known = Snapshot()
        known = try await snapshot()
    }

    /// Does something, and tells what it broke.
    mutating func step() async throws -> [String] {
        let deed = Deed.allCases[dice.next(Deed.allCases.count)]
        let before = known
        do {
            let exemption = try await run(deed)
            done[deed, default: 0] += 1
            switch (deed, exemption) {
            case (.mark, .session(let id)), (.signOff, .session(let id)):
                try await read([id], into: &known)
            default: known = try await snapshot()
            }
            return faults(before, exemption) + lastingFaults() + (try await doctor([.figuresKept]))
        } catch let refusal where refusal is PlacingError || refusal is SessionError {
            story += "  refused: \(refusal)\n"
            try await readPlaces(into: &known)
            return known == before ? [] : ["what was refused changed something"]
        }
    }

    // MARK: Doing

    /// What an act may change of sessions that have begun.
    private enum Exemption {
        /// Nothing at all.
        case nothing
        /// Rosters, but of nobody who is marked and of no signed list.
        case unmarkedPeople
        /// All of one session.
        case session(Session.ID)
    }

    private mutating func run(_ deed: Deed) async throws -> Exemption {
        switch deed {
        case .wait: wait()
        case .mark: return try await mark()
        case .signOff: return try await signOff()
        case .undo: return try await undo()
        case .place:
            let (person, group, date) = (pick(people), pick(groups), date(back: 10))
            tell("place \(name(person)) in \(group.name) from \(date)")
            operations.append(
                try await world.desk.place(
                    PlaceRequest(people: [person, person], group: group.id, from: date),
                    as: world.office))
            return .unmarkedPeople
        case .withdraw:
            let (person, date) = (pick(people), date(back: 10))
            tell("withdraw \(name(person)) on \(date)")
            operations.append(
                try await world.desk.withdraw(
                    person, from: world.round.id, on: date, as: world.office))
            return .unmarkedPeople
        case .transfer:
            let (person, group, date) = (pick(people), pick(groups), date(back: 1))
            tell("transfer \(name(person)) to \(group.name) on \(date)")
            operations.append(
                try await world.desk.transfer(
                    person, to: group.id, on: date, as: world.office))
        case .merge:
            let (from, into, date) = (pick(groups), pick(groups), date(back: 1))
            tell("merge \(from.name) into \(into.name) on \(date)")
            operations.append(
                try await world.desk.merge(
                    [from.id], into: into.id, on: date, as: world.office))
        case .move:
            let (session, date) = (pick(sessions), date(back: 6))
            tell("move \(session.date) to \(date)")
            operations.append(
                try await world.desk.moveSession(session.id, to: date, as: world.office))
            return .session(session.id)
        }
        return .nothing
    }

    private mutating func wait() {
        let hours = 3 + dice.next(40)
        let next = world.time.now.adding(milliseconds: Int64(hours) * 3_600_000)
        world.time.turn(to: next.description)
        tell("wait until \(next)")
    }

    private mutating func mark() async throws -> Exemption {
        let (session, person) = (pick(sessions), pick(people))
        tell("mark \(name(person)) at \(session.date)")
        let version = known.rows[session.id]?.first { $0.person == person }?.version ?? 0
        sequence += 1
        let statement: Act.Statement =
            switch dice.next(3) {
            case 0: .present(person, base: version, late: dice.next(2) == 0 ? 5 : nil)
            case 1: .absent(person, .notified, base: version)
            default: .absent(person, .excused, base: version, reason: "Läkare")
            }
        let phone = TestPhone(world, "phone \(sequence)")
        try await phone.send(phone.act(statement, at: session, sequence))
        return .session(session.id)
    }

    private mutating func signOff() async throws -> Exemption {
        let session = pick(sessions)
        tell("sign off \(session.date)")
        sequence += 1
        let phone = TestPhone(world, "phone \(sequence)")
        try await phone.send(phone.act(.signOff(base: 0), at: session, sequence))
        return .session(session.id)
    }

    private mutating func undo() async throws -> Exemption {
        guard !operations.isEmpty else { return .nothing }
        let operation = operations[max(0, operations.count - 1 - dice.next(3))]
        tell("undo \(operation.kind) of \(operation.effectiveOn)")
        let before = known.dates
        try await world.desk.undo(operation.id, as: world.office)
        switch operation.kind {
        case .place, .withdraw: return .unmarkedPeople
        case .moveSession:
            let after = try await snapshot().dates
            return before.first { after[$0.key] != $0.value }.map { .session($0.key) } ?? .nothing
        default: return .nothing
        }
    }

    private mutating func pick<Value>(_ values: [Value]) -> Value {
        values[dice.next(values.count)]
    }

    /// From some days ago to five days ahead.
    private mutating func date(back: Int) -> LocalDate {
        WallClock.date(world.time.now).adding(days: dice.next(back + 6) - back)
    }

    private mutating func tell(_ text: String) {
        story += "\(world.time.now): \(text)\n"
    }

    private func name(_ person: Person.ID) -> String {
        people.firstIndex(of: person).map { "person \($0)" } ?? "nobody"
    }

    // MARK: Checking

    struct Snapshot: Equatable {
        var rows: [Session.ID: [Register.Row]] = [:]
        var dates: [Session.ID: LocalDate] = [:]
        var begun: Set<Session.ID> = []
        var signedOff: Set<Session.ID> = []
        var closed: [Group.ID: LocalDate] = [:]
        var placements: [Placement] = []
        var withdrawn: [Person.ID: LocalDate] = [:]
    }

    private func snapshot() async throws -> Snapshot {
        var snapshot = Snapshot()
        try await read(sessions.map(\.id), into: &snapshot)
        try await readPlaces(into: &snapshot)
        return snapshot
    }

    private func read(_ sessions: [Session.ID], into snapshot: inout Snapshot) async throws {
        for id in sessions {
            let register = try await world.desk.register(of: id, as: world.office)
            let present = register.session.session
            snapshot.rows[id] = register.rows
            snapshot.dates[id] = present.date
            if present.startsAt <= world.time.now { snapshot.begun.insert(id) }
            if register.isSignedOff { snapshot.signedOff.insert(id) }
        }
    }

    private func readPlaces(into snapshot: inout Snapshot) async throws {
        for group in try await world.desk.groups(as: world.office) {
            snapshot.closed[group.id] = group.closedOn
        }
        let enrolments = try await world.desk.enrolments(in: "2020-spring", as: world.office)
        snapshot.placements = enrolments.flatMap(\.placements)
        for enrolment in enrolments.map(\.enrolment) where enrolment.step == .withdrawn {
            snapshot.withdrawn[enrolment.person] = enrolment.stepOn
        }
    }

    private func faults(_ before: Snapshot, _ exemption: Exemption) -> [String] {
        sessions.flatMap { session -> [String] in
            let (old, new) = (before.rows[session.id] ?? [], known.rows[session.id] ?? [])
            switch exemption {
            case .session(session.id): return lost(old, new, at: session)
            case .nothing, .session:
                guard before.begun.contains(session.id), old != new else {
                    return marks(old) == marks(new) ? [] : ["marks changed at \(session.date)"]
                }
                return ["a session that had begun changed: \(session.date)"]
            case .unmarkedPeople:
                if before.signedOff.contains(session.id), old != new {
                    return ["a signed list changed: \(session.date)"]
                }
                return lost(old, new, at: session)
                    + (marks(old) == marks(new) ? [] : ["marks changed at \(session.date)"])
            }
        }
    }

    private func marks(_ rows: [Register.Row]) -> [Person.ID: Mark] {
        Dictionary(
            uniqueKeysWithValues: rows.compactMap { row in row.mark.map { (row.person, $0) } })
    }

    /// Whoever was on the roster with a mark is so still.
    private func lost(
        _ old: [Register.Row], _ new: [Register.Row], at session: Session
    ) -> [String] {
        old.filter { row in
            row.isOnRoster && row.mark != nil
                && !new.contains { $0.person == row.person && $0.isOnRoster && $0.mark != nil }
        }.map { "\(name($0.person)) fell off the roster of \(session.date)" }
    }

    private func lastingFaults() -> [String] {
        var faults: [String] = []
        for offset in 0..<40 {
            let date = day("2019-12-28").adding(days: offset)
            let there = known.placements.filter { $0.includes(date) }
            if Set(there.map(\.person)).count != there.count {
                faults.append("somebody is in two groups on \(date)")
            }
            for placement in there {
                if let withdrawn = known.withdrawn[placement.person], withdrawn <= date {
                    faults.append("\(name(placement.person)) has withdrawn but stays on \(date)")
                }
                if let closed = known.closed[placement.group], closed <= date {
                    faults.append("\(name(placement.person)) is in a closed group on \(date)")
                }
            }
        }
        return faults
    }

    /// What the doctor finds in the end.
    func doctor(
        _ checks: [HealthCheck] = [
            .integrity, .foreignKeys, .marksFollowLog, .placementsApart, .protectedNamesSealed,
            .figuresKept,
        ]
    ) async throws -> [String] {
        let location = DatabaseLocation(path: "/nowhere")
        return try await world.desk.doctor(location)
            .filter { checks.contains($0.check) && $0.faults > 0 }
            .map { "the doctor finds \($0.check)" }
    }
}
