import Courses
import Logging
import Store
import Synchronization
import Web

@testable import Desk

/// A small organisation in memory: one round, two groups, a leader for the first.
struct TestWorld: Sendable {
    let desk: Desk
    let time: TestTime
    let round: Round
    let group: Group
    let other: Group
    /// Of the first group, a week apart; the second is today.
    let sessions: [Session]
    let otherSession: Session
    let people: [Person.ID]

    static let password = "a long password"
    static let today = LocalDate(dayNumber: 18_373)  // 2020-04-21, a Tuesday

    static func make() async throws -> TestWorld {
        let time = TestTime(WallClock.instant(today, clock("17:00")))
        let desk = try await Desk.inMemory(
            Organisation(code: "0428", name: "Vingåker", isDemo: true), clock: time.clock,
            entropy: .seeded(1))
        let actor = Actor.commandOperator
        try await desk.addProgramme(
            code: "parent-support", name: "Tillsammans",
            rules: CourseRules(sessions: 11, sessionMinutes: 120, completionThreshold: 8),
            as: actor)
        let round = try await desk.addRound(
            of: "parent-support", code: "2020-spring", name: "Våren 2020",
            firstDay: today.adding(days: -30), as: actor)
        let group = try await desk.addGroup(
            NewGroup(
                name: "Arabiska 1", round: round.code, languages: [.arabic],
                venue: "Åbrogården"), as: actor)
        let other = try await desk.addGroup(
            NewGroup(name: "Dari", round: round.code, languages: [.dari]), as: actor)
        return try await fill(desk, time, round, group, other)
    }

    private static func fill(
        _ desk: Desk, _ time: TestTime, _ round: Round, _ group: Group, _ other: Group
    ) async throws -> TestWorld {
        let people = try await addPeople(desk, to: group)
        let sessions = try await plan(desk, group, days: [-7, 0, 7])
        let otherSession = try await plan(desk, other, days: [0])
        return TestWorld(
            desk: desk, time: time, round: round, group: group, other: other,
            sessions: sessions, otherSession: otherSession[0], people: people)
    }

    private static func addPeople(_ desk: Desk, to group: Group) async throws -> [Person.ID] {
        let names = [
            ("أمل حسن", "Amal Hassan"), ("يوسف علي", "Yousef Ali"), ("مريم خليل", "Mariam Khalil"),
        ]
        var people: [Person.ID] = []
        for (native, latin) in names {
            people.append(
                try await desk.addPerson(
                    NewPerson(
                        name: PersonName(
                            native: [NamePart(.whole, native)], latin: [NamePart(.whole, latin)]),
                        courseLanguages: [.arabic]), as: .commandOperator))
        }
        _ = try await desk.place(
            PlaceRequest(people: people, group: group.id, from: today.adding(days: -30)),
            as: .commandOperator)
        return people
    }

    private static func plan(_ desk: Desk, _ group: Group, days: [Int]) async throws -> [Session] {
        let new = days.enumerated().map { index, days in
            NewSession(
                number: index + 1, date: today.adding(days: days), start: clock("17:30"),
                end: clock("19:30"))
        }
        return try await desk.addSessions(new, groups: [group.id], as: .commandOperator).sessions
    }

    @discardableResult
    func addUser(
        _ userName: String, _ role: Role = .leader, scope: Scope? = nil,
        language: Language = .swedish
    ) async throws -> Person.ID {
        let grant = Grant(
            role: role, scope: scope ?? .group(group.id), from: .distantPast, until: nil)
        let person = try await desk.addUser(
            NewUser(
                userName: userName, name: PersonName(latin: [NamePart(.whole, userName)]),
                password: nil, language: language, grants: [grant]),
            as: .commandOperator)
        let password = try Self.passwordHash.get()
        try await desk.write { try $0.setPassword(password, of: person) }
        return person
    }

    /// Made once for all: it takes its time by design.
    private static let passwordHash = Result {
        try PasswordHash.make(password, salt: Array(repeating: 1, count: 16), .demo)
    }

    /// A sign-in that asks for no password.
    func token(of userName: String) async throws -> String {
        let token = Desk.secret()
        try await desk.write { writing in
            guard let account = try writing.reading.account(userName: userName) else {
                throw AccountError.unknownUser(userName)
            }
            let until = writing.now.adding(milliseconds: Desk.signInLasts)
            try writing.signIn(
                account.person, token: Desk.digest(token), until: until,
                from: .unknown)
        }
        return token
    }

    static func clock(_ text: String) -> LocalTime { LocalTime(text) ?? .midnight }

    func application(
        proxy: Proxy? = nil, tls: TLSFiles? = nil,
        logger: Logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    ) async throws -> WebApplication {
        try await WebApplication(
            desk: desk,
            settings: Settings(port: 0, tls: tls, proxy: proxy, logger: logger))
    }
}

/// A clock that a test moves.
final class TestTime: Sendable {
    private let now: Mutex<Instant>

    init(_ now: Instant) { self.now = Mutex(now) }

    var clock: Clock { Clock { self.now.withLock { $0 } } }

    func advance(minutes: Int64) {
        now.withLock { $0 = $0.adding(milliseconds: minutes * 60_000) }
    }

    func set(_ instant: Instant) { now.withLock { $0 = instant } }
}
