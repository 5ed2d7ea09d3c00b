import Courses
import Desk
import Testing

/// A year of a small organisation in six languages, lived through its own desk, the same every
/// time for the same seed.
///
/// Whatever the desk refuses is left; what was done is counted by name.
struct RandomYear {
    let world: TestWorld
    /// Whether each batch of statements arrives twice.
    let arrivesTwice: Bool
    private(set) var done: [String: Int] = [:]
    private var dice: Dice
    private var people: [Person.ID] = []
    private var groups: [String: [Group]] = [:]
    private var sessions: [Session.ID] = []
    private var attended: Set<Session.ID> = []
    private var sequence = 0
    private var added = 0
    private var today = day("2020-01-06")

    private static let spring = "2020-spring"
    private static let autumn = "2020-autumn"
    private static let languages: [Language] = [
        .arabic, .somali, .dari, .tigrinya, .sorani, .kurmanji,
    ]

    init(seed: UInt64, arrivesTwice: Bool = false) async throws {
        world = try await TestWorld()
        self.arrivesTwice = arrivesTwice
        dice = Dice(seed: seed &* 2_654_435_761 &+ 17)
        try await plan()
        try await enrol()
    }

    private var office: Actor { world.office }
    private var desk: Desk { world.desk }

    private mutating func chance(_ percent: Int) -> Bool { dice.next(100) < percent }

    private mutating func pick<Value>(_ values: [Value]) -> Value {
        values[dice.next(values.count)]
    }

    private mutating func attempt(_ name: String, _ act: () async throws -> Void) async throws {
        do {
            try await act()
            done[name, default: 0] += 1
        } catch {
            // What the desk can word is a refusal.
            guard worded(error) != nil else { throw error }
        }
    }

    // MARK: The plan

    private mutating func plan() async throws {
        try await desk.addProgramme(
            code: "short", name: "Kort",
            rules: CourseRules(
                sessions: 4, sessionMinutes: 150, completionThreshold: 2, studyHourMinutes: 60),
            as: office)
        try await desk.addRound(
            of: "parent-support", code: Self.autumn, name: "Hösten 2020",
            firstDay: day("2020-08-25"), as: office)
        try await desk.addRound(
            of: "short", code: "2020-short", name: "Kort", firstDay: day("2020-02-04"), as: office)
        for (round, start, weeks) in [
            (Self.spring, "2020-01-07", 6), (Self.autumn, "2020-08-25", 4),
            ("2020-short", "2020-02-04", 3),
        ] {
            try await open(round)
            try await meet(round, from: day(start), weeks: weeks)
        }
    }

    private mutating func open(_ round: String) async throws {
        var all = round == Self.spring ? [world.arabic, world.somali] : []
        let plans: [(String, [Language], Delivery)] = [
            ("Dari", [.dari], .leaderSpeaks), ("Kurdiska", [.sorani, .kurmanji], .bilingual),
            ("Tolkad", [.swedish], .interpreted(into: [.tigrinya, .arabic])),
            ("Arabiska 2", [.arabic], .leaderSpeaks),
        ]
        for (name, languages, delivery) in plans.prefix(round == "2020-short" ? 2 : 4) {
            all.append(
                try await desk.addGroup(
                    NewGroup(
                        name: name, round: round, languages: languages, delivery: delivery,
                        minimum: 1, maximum: 8), as: office))
        }
        groups[round] = all
    }

    private mutating func meet(_ round: String, from first: LocalDate, weeks: Int) async throws {
        let all = groups[round] ?? []
        for week in 0..<weeks {
            for (index, group) in all.enumerated() {
                let session = NewSession(
                    number: week + 1, date: first.adding(days: 7 * week + index % 3),
                    start: clock("17:30"), end: clock(chance(20) ? "20:00" : "19:30"),
                    mode: pick([.onsite, .onsite, .remote, .hybrid]))
                // Now and then two groups meet in one session.
                let other = all[(index + 1) % all.count]
                let isJoint = chance(12) && other.id != group.id
                var planned: [Session] = []
                let (desk, office) = (desk, office)
                try await attempt(isJoint ? "joint" : "session") {
                    let who = isJoint ? [group.id, other.id] : [group.id]
                    planned = try await desk.addSessions([session], groups: who, as: office)
                        .sessions
                }
                sessions += planned.map(\.id)
            }
        }
    }

    // MARK: People

    private mutating func person() async throws -> Person.ID {
        added += 1
        let born = chance(70) ? LocalDate(dayNumber: dice.next(18_000)) : nil
        var languages = [pick(Self.languages)]
        if chance(40) { languages.append(pick(Self.languages)) }
        if chance(5) { languages = [] }
        let person = try await desk.addPerson(
            NewPerson(
                name: PersonName(latin: [NamePart(.whole, "Person \(added)")]),
                gender: pick([.woman, .woman, .man, .unknown]), birthDate: born,
                courseLanguages: languages.reduce(into: []) { known, language in
                    if !known.contains(language) { known.append(language) }
                }), as: office)
        people.append(person)
        return person
    }

    private mutating func enrol() async throws {
        for _ in 0..<22 {
            let person = try await person()
            if chance(12) {
                let (desk, office) = (desk, office)
                try await attempt("protect") {
                    try await desk.protect(person, level: .sekretessmarkering, as: office)
                }
            }
            if chance(60) { try await apply(person, Self.spring) }
            let from = today.adding(days: dice.next(4))
            if chance(75) { try await place(person, Self.spring, from: from) }
            if chance(30) { try await place(person, "2020-short", from: day("2020-02-04")) }
        }
    }

    private mutating func apply(_ person: Person.ID, _ round: String) async throws {
        let on = today.adding(days: -dice.next(40))
        let (desk, office) = (desk, office)
        try await attempt("apply") {
            try await desk.apply(
                NewApplication(people: [person], round: round, appliedOn: on), as: office)
        }
    }

    private mutating func place(
        _ person: Person.ID, _ round: String, from date: LocalDate
    ) async throws {
        let group = pick(groups[round] ?? [])
        let (desk, office) = (desk, office)
        try await attempt("place") {
            try await desk.place(
                PlaceRequest(
                    people: [person], group: group.id, from: date, reason: "Ändå",
                    inSpiteOfRules: true), as: office)
        }
    }

    // MARK: Living

    /// Lives on until the day, which is not over: evenings with their registers, and mornings on
    /// which the office does something.
    mutating func live(until last: LocalDate) async throws {
        while today < last {
            world.time.turn(to: "\(today)T08:00:00Z")
            let open = try await desk.sessions(
                SessionFilter(from: today, through: today), as: office
            ).map(\.session)
            if !open.isEmpty || chance(20) { try await decide(on: today) }
            world.time.turn(to: "\(today)T19:30:00Z")
            for session in try await desk.sessions(
                SessionFilter(from: today, through: today), as: office
            ).map(\.session) {
                try await take(session)
            }
            if today == day("2020-03-02") { try await end("2020-short") }
            if today == day("2020-06-10") { try await end(Self.spring) }
            if today == day("2020-08-20") { try await autumn() }
            today = today.adding(days: 1)
            // Nothing happens in summer.
            if today == day("2020-06-20") { today = day("2020-08-15") }
        }
        world.time.turn(to: "\(last)T10:00:00Z")
    }

    private mutating func end(_ round: String) async throws {
        let (desk, office, today) = (desk, office, today)
        try await attempt("end") {
            _ = try await desk.endRound(round, on: today, as: office)
        }
    }

    private mutating func autumn() async throws {
        for person in people {
            if chance(30) { try await apply(person, Self.autumn) }
            if chance(55) { try await place(person, Self.autumn, from: day("2020-08-25")) }
        }
    }

    private var round: String {
        if today > day("2020-07-01") { return Self.autumn }
        let isShort = today > day("2020-02-04") && today < day("2020-02-28")
        return isShort && today.dayNumber % 3 == 0 ? "2020-short" : Self.spring
    }

    private mutating func decide(on date: LocalDate) async throws {
        let (desk, office) = (desk, office)
        let all = groups[round] ?? []
        let (group, other, person) = (pick(all), pick(all), pick(people))
        let later = date.adding(days: dice.next(5))
        switch dice.next(14) {
        case 0, 1:
            try await attempt("transfer") {
                try await desk.transfer(
                    person, to: group.id, on: later, reason: "Byte", inSpiteOfRules: true,
                    as: office)
            }
        case 2:
            let id = try await desk.round(round, as: office).id
            try await attempt("withdraw") {
                try await desk.withdraw(person, from: id, on: later, as: office)
            }
        case 3, 4:
            let newcomer = try await self.person()
            try await place(newcomer, round, from: later)
        case 5:
            let earlier = date.adding(days: -dice.next(6))
            try await place(person, round, from: earlier)
        case 6:
            let who = chance(50) ? person : try await self.person()
            try await apply(who, round)
        case 7:
            try await attempt("merge") {
                try await desk.merge(
                    [group.id], into: other.id, on: later, reason: "Små", inSpiteOfRules: true,
                    as: office)
            }
        case 8:
            try await attempt("merge undone") {
                let merged = try await desk.merge(
                    [group.id], into: other.id, on: later, reason: "Små", inSpiteOfRules: true,
                    as: office)
                try await desk.undo(merged.id, as: office)
            }
        case 9:
            let isRemote = chance(50)
            try await attempt("pause") {
                try await desk.pauseGroup(
                    group.id, from: later, before: later.adding(days: 8),
                    sessions: isRemote ? .remote : .cancelled, as: office)
            }
        case 10: try await move(later)
        case 11:
            let session = pick(sessions)
            try await attempt("cancel") {
                try await desk.cancelSession(session, as: office)
            }
        case 12: try await tellAhead(date)
        default:
            let kept = pick(people)
            try await attempt("person merge") {
                _ = try await desk.mergePeople(person, into: kept, reason: "Samma", as: office)
            }
        }
    }

    private mutating func move(_ date: LocalDate) async throws {
        let session = pick(sessions)
        let (desk, office) = (desk, office)
        try await attempt("move") {
            try await desk.moveSession(session, to: date, as: office)
        }
    }

    /// Somebody says beforehand that they won't come, or is marked before the day.
    private mutating func tellAhead(_ date: LocalDate) async throws {
        let ahead = try await desk.sessions(
            SessionFilter(from: date.adding(days: 1), through: date.adding(days: 9)), as: office)
        guard !ahead.isEmpty else { return }
        let session = pick(ahead).session
        for row in try await world.rows(session).prefix(2) where row.isOnRoster {
            let isPresent = chance(20)
            try await say(
                isPresent
                    ? .present(row.person, base: row.version)
                    : .absent(row.person, .notified, base: row.version), at: session)
        }
    }
}

extension RandomYear {
    // MARK: Saying

    /// Sends one statement, from a device of its own where asked.
    fileprivate mutating func say(
        _ statement: Act.Statement, at session: Session, from device: String = "phone"
    ) async throws {
        sequence += 1
        let phone = TestPhone(world, "\(device) \(sequence)")
        let act = phone.act(statement, at: session, sequence)
        for result in try await phone.send([act]) {
            done["\(result.outcome)", default: 0] += 1
        }
        guard arrivesTwice else { return }
        for result in try await phone.send([act]) {
            guard case .repeated = result.outcome else {
                Issue.record("a statement that came again was taken for a new one")
                continue
            }
        }
    }

    fileprivate mutating func take(_ session: Session) async throws {
        attended.insert(session.id)
        switch dice.next(100) {
        case ..<10: done["not taken", default: 0] += 1
        case ..<18: try await say(.sessionState(.notHeld, base: 0, reason: nil), at: session)
        case ..<24: try await say(.sessionState(.held, base: 0, reason: nil), at: session)
        case ..<31: try await count(session)
        default: try await mark(session)
        }
    }

    private mutating func count(_ session: Session) async throws {
        let key = HeadcountKey(
            category: pick(["childcare", "guest", "visitor"]),
            language: chance(50) ? pick(Self.languages) : nil,
            gender: chance(50) ? pick([.woman, .man, .unknown]) : nil, ageBand: nil)
        try await say(
            .headcount(key, count: dice.next(5), base: 0, reason: nil), at: session)
    }

    private mutating func mark(_ session: Session) async throws {
        let rows = try await world.rows(session)
        for row in rows where row.isOnRoster && row.mark == nil {
            switch dice.next(100) {
            case ..<74:
                let late = chance(20) ? 1 + dice.next(90) : nil
                let early = chance(15) ? 1 + dice.next(90) : nil
                let mark = Mark(
                    value: .present(lateMinutes: late, leftEarlyMinutes: early), mode: session.mode,
                    role: .member)
                try await say(
                    .mark(row.person, mark, base: row.version, reason: nil), at: session)
            case ..<82:
                try await say(.absent(row.person, .notified, base: row.version), at: session)
            case ..<90:
                try await say(.absent(row.person, .unnotified, base: row.version), at: session)
            case ..<94: try await say(.absent(row.person, .excused, base: row.version), at: session)
            default: break
            }
        }
        if chance(35) { try await visit(session, as: .guest) }
        if chance(60) { try await makeUp(at: session) }
        if chance(10) { try await visit(session, as: .member) }
        if chance(15) { try await stranger(at: session) }
        if chance(30) { try await count(session) }
        if chance(25), let row = rows.first(where: \.isOnRoster) {
            try await say(.clear(row.person, base: row.version + 1, reason: nil), at: session)
        }
        // Another device saw nothing of it.
        if chance(15), let row = rows.last(where: \.isOnRoster) {
            try await say(.absent(row.person, .unnotified), at: session, from: "other")
        }
        guard chance(45) else { return }
        try await say(.signOff(base: 0), at: session)
        try await correct(session)
    }

    private mutating func correct(_ session: Session) async throws {
        let rows = try await world.rows(session)
        guard chance(60), let row = rows.first(where: \.isOnRoster) else { return }
        let reason = chance(70) ? "Fel person" : nil
        try await say(
            .absent(row.person, .unnotified, base: row.version, reason: reason), at: session)
    }

    private mutating func visit(_ session: Session, as role: MarkRole) async throws {
        let mark = Mark(
            value: .present(lateMinutes: nil, leftEarlyMinutes: nil), mode: session.mode,
            role: role)
        try await say(.mark(pick(people), mark, base: 0, reason: nil), at: session)
    }

    private mutating func makeUp(at session: Session) async throws {
        let missed = pick(sessions)
        guard missed != session.id else { return }
        let rows = try await desk.register(of: missed, as: office).rows
        let missing = rows.filter { $0.isOnRoster && $0.mark?.value.isPresent != true }
        guard let row = missing.first ?? rows.first(where: \.isOnRoster) else { return }
        let mark = Mark(
            value: .present(lateMinutes: nil, leftEarlyMinutes: nil), mode: session.mode,
            role: .makeUp(for: missed))
        try await say(.mark(row.person, mark, base: 0, reason: nil), at: session)
    }

    private mutating func stranger(at session: Session) async throws {
        added += 1
        let person = Person.ID(bits: UInt64(900_000 + added))
        try await say(
            .person(person, PersonName(latin: [NamePart(.whole, "Gäst \(added)")])), at: session)
        let mark = Mark(
            value: .present(lateMinutes: nil, leftEarlyMinutes: nil), mode: session.mode,
            role: .guest)
        try await say(.mark(person, mark, base: 0, reason: nil), at: session)
        people.append(person)
    }
}
