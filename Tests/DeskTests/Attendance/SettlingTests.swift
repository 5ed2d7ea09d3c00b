import Courses
import Desk
import Testing

@Suite struct SettlingTests {
    private let world: TestWorld
    private let amal: Person.ID
    private let session: Session

    init() async throws {
        world = try await TestWorld()
        amal = try await world.member("Amal", of: world.arabic)
        session = try await world.session(world.arabic, on: "2020-01-07")
        world.time.turn(to: "2020-01-07T17:00:00Z")
    }

    private func waiting() async throws -> [WaitingStatement] {
        try await world.desk.waitingStatements(as: world.office)
    }

    private func settle(
        _ settlement: Settlement, shown: Int? = nil, at session: Session.ID? = nil,
        reason: String? = nil
    ) async throws -> [SettledStatement.Outcome] {
        let acts = try await waiting().map(\.id)
        let shown = shown.map { version in
            Dictionary(uniqueKeysWithValues: acts.map { ($0, version) })
        }
        return try await world.desk.settle(
            acts, settlement, shown: shown ?? [:], at: session, reason: reason,
            as: world.office
        ).map(\.outcome)
    }

    private func mark(of person: Person.ID) async throws -> Mark? {
        try await world.rows(session).first { $0.person == person }?.mark
    }

    /// Two phones that said something else of Amal.
    private func conflict() async throws {
        let (one, two) = (TestPhone(world, "one"), TestPhone(world, "two"))
        try await one.send(one.act(.present(amal), at: session, 1))
        try await two.send(two.act(.absent(amal, .unnotified), at: session, 1))
    }

    // MARK: Conflicts

    @Test func `both sides of a conflict are shown, and taking the later one in makes it count`()
        async throws
    {
        try await conflict()
        let shown = try #require(try await waiting().first)
        #expect(shown.outcome == .needsReview)
        #expect(shown.takingIn == .possible)
        #expect(shown.version == 1)
        guard case .mark(let standing)? = shown.standing else {
            Issue.record("nothing stands")
            return
        }
        #expect(standing.value.isPresent)
        #expect(try await settle(.takeIn, shown: 1) == [.takenIn])
        #expect(try await mark(of: amal)?.value == .absent(.unnotified))
        #expect(try await waiting().isEmpty)
    }

    @Test func `set aside leaves what counts, and waits no longer`() async throws {
        try await conflict()
        let before = try await world.rows(session)
        #expect(try await settle(.setAside) == [.setAside])
        #expect(try await world.rows(session) == before)
        #expect(try await waiting().isEmpty)
        let overview = try await world.desk.session(session.id, as: world.office)
        #expect(overview.waiting == 0)
    }

    @Test func `nothing is taken in over what was said since the list was shown`() async throws {
        try await conflict()
        let phone = TestPhone(world, "three")
        try await phone.send(phone.act(.absent(amal, .excused, base: 1), at: session, 1))
        // That act was based on what stood, and so settled the conflict itself.
        #expect(try await waiting().isEmpty)
        let late = TestPhone(world, "four")
        try await late.send(late.act(.absent(amal, .notified), at: session, 1))
        #expect(try await settle(.takeIn, shown: 1) == [.changedSince])
        #expect(try await mark(of: amal)?.value == .absent(.excused))
        #expect(try await settle(.takeIn, shown: 2) == [.takenIn])
    }

    @Test func `settled twice at once counts once`() async throws {
        try await conflict()
        let acts = try await waiting().map(\.id)
        async let one = world.desk.settle(acts, .takeIn, as: world.office)
        async let two = world.desk.settle(acts, .takeIn, as: world.office)
        let outcomes = try await (one + two).map(\.outcome)
        #expect(outcomes.count { $0 == .takenIn } == 1)
        #expect(outcomes.count { $0 == .settledBefore } == 1)
        #expect(try await world.rows(session).first?.version == 2)
    }

    @Test func `of several statements about one thing, one is taken in`() async throws {
        try await conflict()
        let third = TestPhone(world, "three")
        try await third.send(third.act(.absent(amal, .excused), at: session, 1))
        #expect(try await settle(.takeIn) == [.takenIn, .settledBefore])
        #expect(try await mark(of: amal)?.value == .absent(.unnotified))

        let mona = try await world.person("Mona")
        try await third.send(third.act(.present(mona), at: session, 2))
        try await third.send(third.act(.present(mona, late: 9), at: session, 3))
        #expect(try await settle(.asGuest) == [.takenIn, .changedSince])
        #expect(try await mark(of: mona)?.value.lateMinutes == nil)
        #expect(try await waiting().count == 1)
    }

    @Test func `what was taken in is undone by whoever settles, not by the phone that said it`()
        async throws
    {
        let phone = TestPhone(world)
        let mona = try await world.person("Mona")
        let said = phone.act(.present(mona), at: session, 1)
        try await phone.send(said)
        #expect(try await settle(.asGuest) == [.takenIn])
        let undone = try await phone.send(phone.act(.retract(said.id), at: session, 2))
        #expect(undone.map(\.outcome) == [.now(.needsReview)])
        #expect(try await mark(of: mona)?.value.isPresent == true)
        let shown = try #require(try await waiting().first)
        #expect(shown.name?.latin == "Mona")
        #expect(!shown.takingIn.isPossible)
        #expect(try await settle(.setAside) == [.setAside])
    }

    // MARK: Rules

    @Test func `an absence told beforehand stays one, and makes no session taken`() async throws {
        let mona = try await world.person("Mona")
        world.time.turn(to: "2020-01-06T09:00:00Z")
        let phone = TestPhone(world)
        try await phone.send(phone.act(.absent(mona, .notified), at: session, 1))
        world.time.turn(to: "2020-01-08T09:00:00Z")
        #expect(try await waiting().first?.asGuest == nil)
        try await world.place(mona, in: world.arabic, from: "2020-01-07")
        #expect(try await settle(.takeIn) == [.takenIn])
        #expect(try await mark(of: mona)?.value == .absent(.notified))
        let overview = try await world.desk.session(session.id, as: world.office)
        #expect(!overview.evidence.isTaken)
    }

    @Test func `whoever was not on the list comes in as a guest, or once they are placed`()
        async throws
    {
        let mona = try await world.person("Mona")
        let phone = TestPhone(world)
        try await phone.send(phone.act(.present(mona), at: session, 1))
        let shown = try #require(try await waiting().first)
        #expect(shown.takingIn == .against(.notOnRoster))
        #expect(shown.asGuest == .possible)
        #expect(try await settle(.takeIn) == [.against(.notOnRoster)])
        #expect(try await waiting().count == 1)
        #expect(try await settle(.asGuest) == [.takenIn])
        #expect(try await mark(of: mona)?.role == .guest)
    }

    @Test func `placed from that day, the mark can be taken in as it was said`() async throws {
        let mona = try await world.person("Mona")
        let phone = TestPhone(world)
        try await phone.send(phone.act(.present(mona), at: session, 1))
        try await world.place(mona, in: world.arabic, from: "2020-01-07")
        #expect(try await waiting().first?.takingIn == .possible)
        #expect(try await settle(.takeIn) == [.takenIn])
        #expect(try await mark(of: mona)?.role == .member)
    }

    @Test func `after the sign-off it needs a reason and is a correction`() async throws {
        let phone = TestPhone(world)
        try await phone.send(
            phone.act(.present(amal), at: session, 1),
            phone.act(.signOff(base: 0), at: session, 2),
            phone.act(.absent(amal, .excused, base: 1), at: session, 3))
        #expect(try await waiting().first?.takingIn == .possibleWithReason)
        #expect(try await settle(.takeIn, reason: " ") == [.reasonNeeded])
        #expect(try await settle(.takeIn, reason: "Intyg kom senare") == [.takenIn])
        let row = try await world.rows(session).first
        #expect(row?.correction?.reason.text == "Intyg kom senare")
        #expect(row?.correction?.signed?.value.isPresent == true)
    }

    @Test func `a signed list's statements can be set aside`() async throws {
        let phone = TestPhone(world)
        try await phone.send(
            phone.act(.present(amal), at: session, 1),
            phone.act(.signOff(base: 0), at: session, 2),
            phone.act(.absent(amal, .excused, base: 1), at: session, 3))
        let before = try await world.rows(session)
        #expect(try await settle(.setAside) == [.setAside])
        #expect(try await world.rows(session) == before)
        #expect(try await waiting().isEmpty)
    }

    @Test func `somebody added without a right is taken in first, then their mark`() async throws {
        let leader = Actor(
            identity: .person(amal, userName: "layla"),
            grants: [
                Grant(
                    role: .leader, scope: .group(world.somali.id), from: day("2020-01-01"),
                    until: nil)
            ])
        let phone = TestPhone(world, "late", as: leader)
        let guest = Person.ID(bits: 77)
        let name = PersonName(latin: [NamePart(.whole, "Nadia")])
        let present = Mark(
            value: .present(lateMinutes: nil, leftEarlyMinutes: nil), mode: .onsite, role: .guest)
        try await phone.send(
            phone.act(.person(guest, name), at: session, 1),
            phone.act(.mark(guest, present, base: 0, reason: nil), at: session, 2))
        let shown = try await waiting()
        #expect(shown.map(\.takingIn) == [.possible, .against(.unknownPerson)])
        #expect(shown.first?.name?.latin == "Nadia")
        #expect(try await settle(.takeIn) == [.takenIn, .takenIn])
        #expect(try await mark(of: guest) == present)
    }

    @Test func `of an unknown session it is taken in where it belongs`() async throws {
        let elsewhere = Session(
            id: Identifier(bits: 99), groups: session.groups, date: session.date,
            start: session.start, end: session.end, mode: .onsite, recording: .named,
            state: .planned)
        let phone = TestPhone(world)
        try await phone.send(phone.act(.present(amal), at: elsewhere, 1))
        let shown = try #require(try await waiting().first)
        #expect(shown.session == nil)
        #expect(shown.takingIn == .against(.unknownSession))
        #expect(try await settle(.takeIn) == [.against(.unknownSession)])
        #expect(try await settle(.takeIn, at: session.id) == [.takenIn])
        #expect(try await mark(of: amal)?.value.isPresent == true)
        #expect(try await waiting().isEmpty)
    }

    @Test func `nothing is taken in over what stands at the session that was chosen`()
        async throws
    {
        let elsewhere = Session(
            id: Identifier(bits: 99), groups: session.groups, date: session.date,
            start: session.start, end: session.end, mode: .onsite, recording: .named,
            state: .planned)
        let phone = TestPhone(world)
        try await phone.send(
            phone.act(.absent(amal, .excused), at: session, 1),
            phone.act(.present(amal), at: elsewhere, 2))
        #expect(try await settle(.takeIn, shown: 0, at: session.id) == [.differsThere])
        #expect(try await mark(of: amal)?.value == .absent(.excused))
        let berit = Actor(
            identity: .person(amal, userName: "berit"),
            grants: [
                Grant(
                    role: .administrator, scope: .round(world.round.id),
                    from: day("2020-01-01"), until: nil)
            ])
        let acts = try await waiting().map(\.id)
        await #expect(throws: NotAllowed.self) {
            try await world.desk.settle(acts, .takeIn, at: session.id, as: berit)
        }
    }

    @Test func `what can't be read can only be set aside`() async throws {
        let batch = ActBatch(
            batch: "b", device: "old", sentAt: world.time.now,
            items: [.malformed(ActID(high: 1, low: 2), given: "?", raw: "{\"id\":\"?\"}")])
        _ = try await world.desk.save(batch, by: world.office)
        let shown = try #require(try await waiting().first)
        #expect(shown.statement == nil)
        #expect(try await settle(.takeIn) == [.against(.unknownSession)])
        #expect(try await settle(.setAside) == [.setAside])
        #expect(try await waiting().isEmpty)
    }

    // MARK: Rights

    @Test func `a leader settles nothing, and an id that nobody knows is told`() async throws {
        try await conflict()
        let leader = Actor(
            identity: .person(amal, userName: "layla"),
            grants: [
                Grant(
                    role: .leader, scope: .organisation, from: day("2020-01-01"), until: nil)
            ])
        await #expect(throws: NotAllowed.self) {
            try await world.desk.waitingStatements(as: leader)
        }
        let acts = try await waiting().map(\.id)
        await #expect(throws: NotAllowed.self) {
            try await world.desk.settle(acts, .takeIn, as: leader)
        }
        let unknown = ActID(high: 5, low: 5)
        await #expect(throws: ReviewError.unknownStatement(unknown)) {
            try await world.desk.settle([unknown], .setAside, as: world.office)
        }
        #expect(try await waiting().count == 1)
    }

    @Test func `an administrator of another round sees nothing of this one`() async throws {
        try await conflict()
        let other = Actor(
            identity: .person(amal, userName: "berit"),
            grants: [
                Grant(
                    role: .administrator, scope: .round(Identifier(bits: 4)),
                    from: day("2020-01-01"), until: nil)
            ])
        #expect(try await world.desk.waitingStatements(as: other).isEmpty)
        let acts = try await waiting().map(\.id)
        await #expect(throws: NotAllowed.self) {
            try await world.desk.settle(acts, .takeIn, as: other)
        }
    }
}
