import Courses
import Desk
import Store
import Synchronization
import Testing

/// A small organisation in memory, with a clock that tests turn.
struct TestWorld {
    let desk: Desk
    let time: TurnableClock
    let round: Round
    let arabic: Group
    let somali: Group
    let office = Actor.commandOperator

    /// One round of ten two-hour sessions with two groups; it is 09:00 on 6 January 2020.
    init() async throws {
        time = TurnableClock("2020-01-06T08:00:00Z")
        let clock = time.clock
        desk = try await Desk.inMemory(
            Organisation(code: "0428", name: "Vingåker", isDemo: false), clock: clock,
            entropy: .seeded(1))
        try await desk.addProgramme(
            code: "parent-support", name: "Föräldrastöd",
            rules: CourseRules(sessions: 10, sessionMinutes: 120, completionThreshold: 7),
            as: office)
        round = try await desk.addRound(
            of: "parent-support", code: "2020-spring", name: "Våren 2020",
            firstDay: day("2020-01-07"), as: office)
        arabic = try await Self.group(desk, "Arabiska", .arabic)
        somali = try await Self.group(desk, "Somaliska", .somali)
    }

    private static func group(
        _ desk: Desk, _ name: String, _ language: Language
    ) async throws -> Group {
        try await desk.addGroup(
            NewGroup(name: name, round: "2020-spring", languages: [language], maximum: 4),
            as: .commandOperator)
    }

    func person(
        _ name: String, _ languages: [Language] = [.arabic, .somali]
    ) async throws -> Person.ID {
        try await desk.addPerson(
            NewPerson(
                name: PersonName(latin: [NamePart(.whole, name)]), gender: .woman,
                courseLanguages: languages),
            as: office)
    }

    /// Someone placed in a group from a day.
    func member(
        _ name: String, of group: Group, from date: String = "2020-01-07"
    ) async throws -> Person.ID {
        let person = try await person(name)
        try await place(person, in: group, from: date)
        return person
    }

    @discardableResult
    func place(
        _ person: Person.ID, in group: Group, from date: String
    ) async throws -> AppliedOperation {
        try await desk.place(
            PlaceRequest(people: [person], group: group.id, from: day(date)), as: office)
    }

    func session(_ group: Group, on date: String, number: Int = 1) async throws -> Session {
        let session = NewSession(
            number: number, date: day(date), start: clock("17:30"), end: clock("19:30"))
        let planned = try await desk.addSessions([session], groups: [group.id], as: office)
        return try #require(planned.sessions.first)
    }

    func roster(_ session: Session) async throws -> Set<Person.ID> {
        let register = try await desk.register(of: session.id, as: office)
        return Set(register.rows.filter(\.isOnRoster).map(\.person))
    }

    /// Rows as they are, to compare before and after.
    func rows(_ session: Session) async throws -> [Register.Row] {
        try await desk.register(of: session.id, as: office).rows
    }
}

/// A clock that stands still until a test turns it.
final class TurnableClock: Sendable {
    private let instant: Mutex<Instant>

    init(_ text: String) {
        instant = Mutex(moment(text))
    }

    var clock: Clock { Clock { self.instant.withLock { $0 } } }

    func turn(to text: String) {
        instant.withLock { $0 = moment(text) }
    }

    var now: Instant { instant.withLock { $0 } }
}

func moment(_ text: String) -> Instant {
    Instant(text) ?? Instant(milliseconds: 0)
}

func day(_ text: String) -> LocalDate {
    LocalDate(text) ?? .distantPast
}

func clock(_ text: String) -> LocalTime {
    LocalTime(text) ?? .midnight
}

/// A browser of one account.
struct TestPhone {
    let world: TestWorld
    let name: String
    let actor: Actor
    private let entropy: Entropy

    init(_ world: TestWorld, _ name: String = "phone", as actor: Actor = .commandOperator) {
        self.world = world
        self.name = name
        self.actor = actor
        entropy = .seeded(UInt64(name.utf8.reduce(7) { $0 &* 31 &+ UInt32($1) }))
    }

    func act(
        _ statement: Act.Statement, at session: Session, _ sequence: Int, id: ActID? = nil,
        when: String? = nil
    ) -> Act {
        Act(
            id: id ?? entropy.actID(), sequence: sequence, session: session.id,
            at: when.map(moment) ?? world.time.now, statement: statement)
    }

    @discardableResult
    func send(_ acts: Act...) async throws -> [ActResult] {
        try await send(acts)
    }

    func send(_ acts: [Act]) async throws -> [ActResult] {
        let batch = ActBatch(
            batch: "batch", device: name, sentAt: world.time.now,
            items: acts.map { .act($0, raw: $0.wireText) })
        return try await world.desk.save(batch, by: actor)
    }

    /// Marks people present, one act each.
    func markPresent(_ people: [Person.ID], at session: Session) async throws {
        let acts = people.enumerated().map { index, person in
            act(.present(person), at: session, index + 1)
        }
        try await send(acts).forEach { #expect($0.outcome == .now(.accepted)) }
    }
}

extension Act.Statement {
    static func present(_ person: Person.ID, base: Int = 0, late: Int? = nil) -> Self {
        .mark(
            person,
            Mark(
                value: .present(lateMinutes: late, leftEarlyMinutes: nil), mode: .onsite,
                role: .member),
            base: base, reason: nil)
    }

    static func absent(
        _ person: Person.ID, _ absence: Absence, base: Int = 0, reason: String? = nil
    ) -> Self {
        .mark(
            person, Mark(value: .absent(absence), mode: .onsite, role: .member), base: base,
            reason: reason)
    }
}
