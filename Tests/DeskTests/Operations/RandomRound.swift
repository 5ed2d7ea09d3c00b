import Courses
import Desk
import Statistics
import Testing

/// A small round in mid-course that lives through random operations and their undos.
///
/// Two sessions have been held and marked; whatever is done afterwards, they stay as they were.
struct RandomRound {
    enum Deed: CaseIterable {
        case apply, offer, accept, decline, waitlist, prioritise, place, transfer, withdraw
        case merge, split, splitNew, openNew, open, close, pause, resume, changeLeader
        case placeBack, withdrawBack, acceptFrom, balance, mark
        case moveSession, cancelSession, undo, wait
    }

    private let world: TestWorld
    private let people: [Person.ID]
    private var sessions: [Session] = []
    /// The first sessions that have begun, as they are to be.
    private var model = RosterModel()
    /// Of what was held; nil where somebody was marked since, or placed or withdrawn dated back.
    private var figures: Figures?
    /// Everybody's enrolment, after the last step.
    private var rows: [EnrolmentRow] = []
    /// How full groups may be: their maximum, or what was done in spite of it.
    private var allowed: [Group.ID: Int] = [:]
    /// Whether what is being done overrules the rules.
    private var isInSpite = false
    /// What is being done to rosters.
    private var changes: [RosterModel.Change] = []
    private var marks = 0
    /// What was done that may change figures of what has been.
    private var backDated: Set<OperationID> = []
    private var dice: Dice
    private var operations: [AppliedOperation] = []
    /// The round's state, where nothing has been done since it was asked.
    private var known: Identifier<RoundBasis>?
    /// Somebody has just been offered a place, and answers.
    private var isOffered = false
    /// The round's groups, where they are known.
    private var groups: [Group.ID]?
    private var sequences = 0
    private var names = 0
    private(set) var story = ""
    private(set) var done: [Deed: Int] = [:]
    private(set) var undone: Set<OperationKind> = []

    private static let round = "2020-spring"
    private static let watched = 6
    /// How many groups are opened beside the two that there are.
    private static let opened = 3

    init(seed: UInt64) async throws {
        let world = try await TestWorld()
        var people: [Person.ID] = []
        for name in ["Amal", "Hodan", "Salma", "Nour", "Huda"] {
            people.append(try await world.person(name))
        }
        var sessions: [Session] = []
        for (group, weekday) in [(world.arabic, 7), (world.somali, 8)] {
            for week in 0..<2 {
                let date = day("2020-01-01").adding(days: weekday - 1 + 7 * week)
                sessions.append(
                    try await world.session(group, on: date.description, number: week + 1))
            }
        }
        try await world.desk.addParty(.together, of: [people[2], people[3]], as: world.office)
        for (person, group) in [(people[0], world.arabic), (people[1], world.somali)] {
            try await world.place(person, in: group, from: "2020-01-07")
        }
        try await world.desk.apply(
            NewApplication(people: Array(people[2...]), round: Self.round), as: world.office)
        world.time.turn(to: "2020-01-08T19:00:00Z")
        let phone = TestPhone(world)
        try await phone.send(
            phone.act(.present(people[0]), at: sessions[0], 1),
            phone.act(.absent(people[1], .notified), at: sessions[2], 2))
        world.time.turn(to: "2020-01-09T08:00:00Z")
        self.world = world
        self.people = people
        self.sessions = sessions
        dice = Dice(seed: seed &* 2_654_435_761 &+ 4711)
        figures = try await world.heldFigures()
        try await see()
        rows = try await world.desk.enrolmentRows(in: Self.round, as: world.office)
    }

    /// Does one thing or two, from whatever the round has become, and tells what they broke.
    mutating func sequence() async throws -> [String] {
        sequences += 1
        story += "sequence\n"
        for _ in 0...dice.next(2) {
            let faults = try await step()
            guard faults.isEmpty else { return faults }
        }
        return sequences % 5 == 0 ? try await faults(registers: sequences % 25 == 0) : []
    }

    /// What one step broke, by what people's places and steps are after it.
    private mutating func faultsOfStep() async throws -> [String] {
        rows = try await world.desk.enrolmentRows(in: Self.round, as: world.office)
        var faults = RoundInvariants.faults(rows, today: today)
        faults += model.faults(rows.flatMap(\.placements))
        for (group, taken) in RoundInvariants.seats(rows, today: today) {
            var most = allowed[group] ?? 0
            if allowed[group] == nil {
                for known in try await world.desk.groups(as: world.office)
                where known.id == group { most = known.size.maximum }
            }
            allowed[group] = isInSpite ? max(most, taken) : most
            if taken > allowed[group] ?? 0 { faults.append("a group has \(taken) of \(most)") }
        }
        return faults
    }

    private mutating func step() async throws -> [String] {
        var deed = isOffered ? pick([.accept, .acceptFrom, .decline]) : pick(Deed.allCases)
        if !isOffered, [.accept, .acceptFrom, .decline].contains(deed) { deed = .offer }
        if deed == .openNew || deed == .splitNew, names >= Self.opened { return [] }
        let before: Identifier<RoundBasis>
        if let known { before = known } else { before = try await digest() }
        (isOffered, isInSpite, changes) = (false, false, [])
        do {
            known = nil
            guard let applied = try await run(deed) else { return [] }
            done[deed, default: 0] += 1
            if [.openNew, .splitNew, .undo].contains(deed) { groups = nil }
            let today = today
            if changes.contains(where: { $0.from <= today }) {
                backDated.insert(applied.id)
                figures = nil
            }
            model.take(changes, by: applied.id)
            let faults = try await faultsOfStep()
            guard deed != .undo, faults.isEmpty else { return faults }
            isOffered = deed == .offer
            operations.append(applied)
            return dice.next(4) == 0 ? try await takeBack(applied, to: before) : []
        } catch let fault as RandomRoundFault {
            return fault.faults
        } catch let refusal
            where refusal is PlacingError || refusal is SessionError
            || refusal is EnrolmentError || refusal is OperationError
        {
            story += "  refused: \(refusal)\n"
            known = before
            return try await digest() == before ? [] : ["what was refused changed something"]
        }
    }

    /// An undo right after an operation restores the exact state.
    private mutating func takeBack(
        _ applied: AppliedOperation, to before: Identifier<RoundBasis>
    ) async throws -> [String] {
        tell("undo it at once")
        try await world.desk.undo(applied.id, as: world.office)
        operations.removeLast()
        undone.insert(applied.kind)
        known = before
        isOffered = false
        groups = nil
        model.undo(applied.id)
        if backDated.contains(applied.id) { figures = nil }
        let faults = try await faultsOfStep()
        return try await digest() == before ? faults : ["the undo left something behind"]
    }

    // MARK: Doing

    private mutating func run(_ deed: Deed) async throws -> AppliedOperation? {
        let (desk, office) = (world.desk, world.office)
        switch deed {
        case .wait:
            let faults = try await faults(registers: true)
            guard faults.isEmpty else { throw RandomRoundFault(faults: faults) }
            // In the morning: no session of the day has begun.
            world.time.turn(to: "\(today.adding(days: 1 + dice.next(3)))T06:00:00Z")
            tell("wait")
            try await see()
            return nil
        case .undo:
            guard !operations.isEmpty else { return nil }
            let operation = operations[max(0, operations.count - 1 - dice.next(4))]
            tell("undo \(operation.kind)")
            let applied = try await desk.undo(operation.id, as: office)
            operations.removeAll { $0.id == operation.id }
            undone.insert(operation.kind)
            model.undo(operation.id)
            if backDated.contains(operation.id) { figures = nil }
            return applied
        case .mark:
            try await mark()
            return nil
        case .apply, .offer, .accept, .acceptFrom, .decline, .waitlist, .prioritise:
            return try await enrol(deed)
        case .place, .placeBack, .transfer, .withdraw, .withdrawBack, .merge, .split, .splitNew,
            .balance:
            return try await move(deed)
        case .openNew, .open, .close, .pause, .resume, .changeLeader:
            return try await change(deed)
        case .moveSession:
            sessions = try await desk.sessions(SessionFilter(), as: office).map(\.session)
            let (session, date) = (pick(sessions), date())
            guard model.sessions[session.id] == nil else { return nil }
            tell("move \(session.date) to \(date)")
            return try await desk.moveSession(session.id, to: date, as: office)
        case .cancelSession:
            sessions = try await desk.sessions(SessionFilter(), as: office).map(\.session)
            let session = pick(sessions)
            tell("cancel \(session.date)")
            return try await desk.cancelSession(session.id, as: office)
        }
    }

    private mutating func enrol(_ deed: Deed) async throws -> AppliedOperation {
        let (desk, office, who) = (world.desk, world.office, someone(for: deed))
        tell("\(deed) \(who.map(name))")
        switch deed {
        case .apply:
            return try await desk.apply(
                NewApplication(
                    people: who, round: Self.round, wishes: [.priority(dice.next(3))],
                    childcare: dice.next(2), reason: "Igen"), as: office)
        case .offer:
            overrule()
            return try await desk.offer(
                OfferRequest(
                    people: who, group: try await group(),
                    from: dice.next(2) == 0 ? date() : nil,
                    until: today.adding(days: dice.next(3)), reason: "Ändå",
                    inSpiteOfRules: isInSpite), as: office)
        case .acceptFrom:
            let from = today.adding(days: dice.next(7) - 4)
            changes = rows.filter { who.contains($0.enrolment.person) }.compactMap { row in
                row.enrolment.offer.map {
                    .init(person: row.enrolment.person, group: $0.group, from: from)
                }
            }
            return try await desk.accept(who, in: Self.round, from: from, as: office)
        case .accept: return try await desk.accept(who, in: Self.round, as: office)
        case .decline: return try await desk.decline(who, in: Self.round, as: office)
        case .waitlist:
            return try await desk.waitlist(
                who, in: Self.round, priority: dice.next(4), reason: "Kö", as: office)
        default:
            return try await desk.prioritise(
                who, in: Self.round, priority: dice.next(5), reason: "Skäl", as: office)
        }
    }

    private mutating func move(_ deed: Deed) async throws -> AppliedOperation {
        let isBack = deed == .placeBack || deed == .withdrawBack
        let (desk, office, who) = (world.desk, world.office, someone(for: deed))
        let date = isBack ? today.adding(days: -dice.next(4)) : date()
        let (from, into) = (try await group(of: who[0]), try await group())
        overrule()
        tell("\(deed) \(who.map(name)) on \(date)")
        switch deed {
        case .place, .placeBack:
            changes = who.map { .init(person: $0, group: into, from: date) }
            return try await desk.place(
                PlaceRequest(
                    people: who, group: into, from: date, reason: "Ändå",
                    inSpiteOfRules: isInSpite), as: office)
        case .transfer:
            return try await desk.transfer(
                who, to: into, on: date, reason: "Ändå", inSpiteOfRules: isInSpite, as: office)
        case .withdraw, .withdrawBack:
            changes = [.init(person: who[0], group: nil, from: date)]
            return try await desk.withdraw(who[0], from: world.round.id, on: date, as: office)
        case .merge: return try await desk.merge([from], into: into, on: date, as: office)
        case .balance:
            isInSpite = false
            let place = BalancedPlace(people: who, group: dice.next(4) == 0 ? nil : into)
            let others = some().filter { !who.contains($0) }
            return try await desk.applyBalance(
                [place, BalancedPlace(people: others, group: from)], in: Self.round, on: date,
                as: office)
        case .split:
            return try await desk.split(
                SplitRequest(
                    people: who, group: from, target: .group(into), on: date, reason: "Ändå",
                    inSpiteOfRules: isInSpite), as: office)
        default:
            names += 1
            let applied = try await desk.split(
                SplitRequest(
                    people: who, group: from,
                    target: .new(
                        NewGroup(
                            name: "Ny \(names)", round: Self.round, languages: [.arabic],
                            minimum: 0, maximum: 2)),
                    on: date, copiesPlan: true, reason: "Ändå", inSpiteOfRules: isInSpite),
                as: office)
            return applied
        }
    }

    private mutating func change(_ deed: Deed) async throws -> AppliedOperation {
        let (desk, office, date, group) = (world.desk, world.office, date(), try await group())
        tell("\(deed) on \(date)")
        switch deed {
        case .openNew:
            names += 1
            return try await desk.openGroup(
                NewGroup(
                    name: "Ny \(names)", round: Self.round, languages: [.somali], minimum: 0,
                    maximum: 2), as: office)
        case .open: return try await desk.openGroup(group, as: office)
        case .close:
            return try await desk.closeGroup(
                group, on: date, waitlisting: dice.next(2) == 0, as: office)
        case .pause:
            return try await desk.pauseGroup(
                group, from: date, before: dice.next(2) == 0 ? date.adding(days: 8) : nil,
                sessions: dice.next(2) == 0 ? .cancelled : .remote, as: office)
        case .resume: return try await desk.resumeGroup(group, on: date, as: office)
        default:
            return try await desk.changeLeader(
                of: group, to: pick(people), from: date, as: office)
        }
    }

    /// Somebody says something of a session that has begun; their roster stays as it is.
    private mutating func mark() async throws {
        let sessions = model.sessions.values.sorted { $0.id < $1.id }
        guard !sessions.isEmpty else { return }
        let (session, person) = (pick(sessions), pick(people))
        tell("mark \(name(person)) at \(session.date)")
        let version = try await world.rows(session).first { $0.person == person }?.version ?? 0
        marks += 1
        // What is kept waits in the figures.
        figures = nil
        let phone = TestPhone(world, "phone \(marks)")
        let late = dice.next(2) == 0 ? 5 : nil
        let result = try await phone.send(
            phone.act(.present(person, base: version, late: late), at: session, marks))
        guard result.map(\.outcome) == [.now(.accepted)] else { return }
        done[.mark, default: 0] += 1
        model.mark(
            person,
            Mark(
                value: .present(lateMinutes: late, leftEarlyMinutes: nil), mode: .onsite,
                role: .member), at: session.id)
    }

    /// Now and then what is done overrules the rules.
    private mutating func overrule() { isInSpite = dice.next(4) == 0 }

    private var today: LocalDate { WallClock.date(world.time.now) }

    private mutating func pick<Value>(_ values: [Value]) -> Value {
        values[dice.next(values.count)]
    }

    /// One or two of them.
    private mutating func some() -> [Person.ID] {
        dice.next(3) == 0 ? [people[2], people[3]] : [pick(people)]
    }

    /// Mostly those of whom the deed can be done, with whoever belongs with them.
    private mutating func someone(for deed: Deed) -> [Person.ID] {
        let rows = rows.filter { Self.suits($0.standing, deed) }
        guard !rows.isEmpty, dice.next(8) > 0 else { return some() }
        let row = pick(rows)
        return [row.enrolment.person] + row.together
    }

    private static func suits(_ standing: EnrolmentStanding, _ deed: Deed) -> Bool {
        switch deed {
        case .accept, .acceptFrom, .decline: standing == .offered
        case .offer, .waitlist, .place, .placeBack: standing.isWaiting
        case .transfer, .withdraw, .withdrawBack, .split, .splitNew: standing == .placed
        case .balance: standing == .placed || standing.isWaiting
        case .apply: standing == .declined || standing == .withdrawn
        default: true
        }
    }

    /// Where somebody is, or is offered a place; else any group.
    private mutating func group(of person: Person.ID) async throws -> Group.ID {
        let known = rows.first { $0.enrolment.person == person }?.group
        let any = try await group()
        return known ?? any
    }

    private mutating func group() async throws -> Group.ID {
        let all: [Group.ID]
        if let groups {
            all = groups
        } else {
            all = try await world.desk.groups(as: world.office).map(\.id)
        }
        groups = all
        return pick(all)
    }

    private mutating func date() -> LocalDate { today.adding(days: dice.next(8)) }

    private mutating func tell(_ text: String) {
        story += "\(world.time.now): \(text)\n"
    }

    private func name(_ person: Person.ID) -> Int { people.firstIndex(of: person) ?? -1 }

    // MARK: Checking

    private func digest() async throws -> Identifier<RoundBasis> {
        try await world.desk.basis(of: Self.round, as: world.office).digest
    }

    /// Remembers sessions that have begun since.
    private mutating func see() async throws {
        let all = try await world.desk.sessions(SessionFilter(), as: world.office)
        sessions = all.map(\.session)
        for session in sessions
        where model.sessions[session.id] == nil && session.startsAt <= world.time.now
            && !session.state.isCalledOff && model.sessions.count < Self.watched
        {
            let rows = try await world.rows(session)
            model.begin(
                session, Set(rows.filter(\.isOnRoster).map(\.person)),
                rows.reduce(into: [:]) { $0[$1.person] = $1.mark })
        }
        figures = try await world.heldFigures()
        rows = try await world.desk.enrolmentRows(in: Self.round, as: world.office)
    }

    /// - Parameter registers: whether each register is looked at, or only what they sum up to.
    private mutating func faults(registers: Bool) async throws -> [String] {
        var faults: [String] = []
        let now = try await world.heldFigures()
        if let figures, figures != now { faults.append("the figures of what was held changed") }
        figures = now
        guard registers else { return faults }
        sessions = try await world.desk.sessions(SessionFilter(), as: world.office)
            .map(\.session)
        for (id, session) in model.sessions {
            guard sessions.contains(session) else {
                faults.append("a session that had begun is gone or changed: \(session.date)")
                continue
            }
            faults += model.faults(try await world.rows(session), at: id)
        }
        return faults + (try await damage())
    }

    /// What is broken in the end, with what the doctor finds.
    mutating func doctor() async throws -> [String] { try await faults(registers: true) }

    private func damage() async throws -> [String] {
        let checks: [HealthCheck] = [
            .integrity, .foreignKeys, .marksFollowLog, .placementsApart, .protectedNamesSealed,
            .figuresKept,
        ]
        return try await world.desk.doctor(DatabaseLocation(path: "/nowhere"))
            .filter { checks.contains($0.check) && $0.faults > 0 }
            .map { "the doctor finds \($0.check)" }
    }
}

/// What was broken before time went on.
private struct RandomRoundFault: Error {
    let faults: [String]
}
