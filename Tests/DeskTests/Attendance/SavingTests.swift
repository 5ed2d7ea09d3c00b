import Courses
import Store
import Testing

@testable import Desk

@Suite struct SavingTests {
    private let world: TestWorld
    private let amal: Person.ID
    private let salma: Person.ID
    private let session: Session

    init() async throws {
        world = try await TestWorld()
        amal = try await world.member("Amal", of: world.arabic)
        salma = try await world.member("Salma", of: world.arabic)
        session = try await world.session(world.arabic, on: "2020-01-07")
        world.time.turn(to: "2020-01-07T17:00:00Z")
    }

    private func outcome(_ results: [ActResult]) -> [ActResult.Outcome] {
        results.map(\.outcome)
    }

    // MARK: Retrying

    @Test func `the same batch sent three times changes one thing once`() async throws {
        let phone = TestPhone(world)
        let acts = [
            phone.act(.present(amal), at: session, 1),
            phone.act(.absent(salma, .notified), at: session, 2),
        ]
        #expect(outcome(try await phone.send(acts)) == [.now(.accepted), .now(.accepted)])
        let rows = try await world.rows(session)
        for _ in 1...2 {
            let again = try await phone.send(acts)
            #expect(outcome(again) == [.repeated(.accepted), .repeated(.accepted)])
            #expect(again.map(\.version) == [1, 1])
        }
        #expect(try await world.rows(session) == rows)
    }

    @Test func `a repeated act is answered as it was first, whatever came after`() async throws {
        let phone = TestPhone(world)
        let first = phone.act(.present(amal), at: session, 1)
        try await phone.send(first)
        try await phone.send(phone.act(.absent(amal, .unnotified, base: 1), at: session, 2))
        let again = try await phone.send(first)
        #expect(outcome(again) == [.repeated(.accepted)])
        #expect(again.first?.version == 1)
        let present = Mark(
            value: .present(lateMinutes: nil, leftEarlyMinutes: nil), mode: .onsite, role: .member)
        #expect(again.first?.standing == .mark(present))
    }

    @Test func `an act that stands twice in a batch is said once`() async throws {
        let phone = TestPhone(world)
        let act = phone.act(.present(amal), at: session, 1)
        let results = try await phone.send(
            act, act, phone.act(.absent(salma, .notified), at: session, 2))
        #expect(
            outcome(results) == [.now(.accepted), .repeated(.accepted), .now(.accepted)])
        #expect(results.map(\.version) == [1, 1, 1])
    }

    @Test func `an act that was kept is kept once, however often it comes`() async throws {
        let phone = TestPhone(world)
        let stranger = phone.act(
            .present(try await world.person("Mona")), at: session, 1)
        let elsewhere = phone.act(
            .present(amal),
            at: Session(
                id: Identifier(bits: 99), groups: session.groups, date: session.date,
                start: session.start, end: session.end, mode: .onsite, recording: .named,
                state: .planned), 2)
        let first = try await phone.send(stranger, elsewhere)
        #expect(outcome(first) == [.now(.kept(.notOnRoster)), .now(.kept(.unknownSession))])
        let again = try await phone.send(stranger, elsewhere)
        #expect(
            outcome(again) == [.repeated(.kept(.notOnRoster)), .repeated(.kept(.unknownSession))])
        let register = try await world.desk.register(of: session.id, as: world.office)
        #expect(register.session.waiting == 1)
        let waiting = try await world.desk.store.read { try $0.waitingActs() }
        #expect(waiting.count == 2)
    }

    @Test func `whoever was taken back is not added by the same act once more`() async throws {
        let phone = TestPhone(world)
        let person = Person.ID(bits: 77)
        let name = PersonName(latin: [NamePart(.whole, "Sofia")])
        let added = phone.act(.person(person, name), at: session, 1)
        #expect(outcome(try await phone.send(added)) == [.now(.accepted)])
        let taken = phone.act(.retract(added.id), at: session, 2)
        #expect(outcome(try await phone.send(taken)) == [.now(.accepted)])
        #expect(outcome(try await phone.send(added)) == [.repeated(.accepted)])
        #expect(try await world.desk.store.read { try !$0.isKnown(person) })
    }

    // MARK: What is kept

    @Test func `a mark of someone not on the roster is kept and blocks no other`() async throws {
        let phone = TestPhone(world)
        let stranger = try await world.person("Mona")
        let results = try await phone.send(
            phone.act(.present(stranger), at: session, 1), phone.act(.present(amal), at: session, 2)
        )
        #expect(outcome(results) == [.now(.kept(.notOnRoster)), .now(.accepted)])
        let register = try await world.desk.register(of: session.id, as: world.office)
        #expect(register.rows.count == 2)
        #expect(register.session.waiting == 1)
    }

    @Test func `people and sessions that nobody knows are kept by their rule`() async throws {
        let phone = TestPhone(world)
        let elsewhere = Session(
            id: Identifier(bits: 99), groups: session.groups, date: session.date,
            start: session.start, end: session.end, mode: .onsite, recording: .named,
            state: .planned)
        let results = try await phone.send(
            phone.act(.present(Identifier(bits: 5)), at: session, 1),
            phone.act(.present(amal), at: elsewhere, 2))
        #expect(
            outcome(results) == [.now(.kept(.unknownPerson)), .now(.kept(.unknownSession))])
    }

    @Test func `a present mark before the session's day is kept, an absence is not`() async throws {
        let later = try await world.session(world.arabic, on: "2020-01-14", number: 2)
        let phone = TestPhone(world)
        let results = try await phone.send(
            phone.act(.present(amal), at: later, 1),
            phone.act(.absent(salma, .notified), at: later, 2))
        #expect(outcome(results) == [.now(.kept(.notYet)), .now(.accepted)])
        let overview = try await world.desk.session(later.id, as: world.office)
        #expect(!overview.evidence.isTaken)
    }

    @Test func `more minutes missed than the session has are kept as malformed`() async throws {
        let phone = TestPhone(world)
        let results = try await phone.send(
            phone.act(.present(amal, late: 120), at: session, 1),
            phone.act(.present(salma, late: 119), at: session, 2))
        #expect(outcome(results) == [.now(.kept(.malformed)), .now(.accepted)])
    }

    @Test func `a cancelled session takes no marks`() async throws {
        let later = try await world.session(world.arabic, on: "2020-01-14", number: 2)
        try await world.desk.cancelSession(later.id, reason: "Snö", as: world.office)
        let phone = TestPhone(world)
        let results = try await phone.send(phone.act(.absent(amal, .notified), at: later, 1))
        #expect(outcome(results) == [.now(.kept(.calledOff))])
    }

    @Test func `a leader without a right to the session that day is kept outside`() async throws {
        let leader = Actor(
            identity: .person(amal, userName: "layla"),
            grants: [
                Grant(
                    role: .leader, scope: .group(world.arabic.id), from: day("2020-01-01"),
                    until: day("2020-01-06"))
            ])
        let phone = TestPhone(world, "late", as: leader)
        let results = try await phone.send(
            phone.act(.absent(amal, .notified), at: session, 1, when: "2020-01-06T10:00:00Z"),
            phone.act(.present(salma), at: session, 2))
        #expect(outcome(results) == [.now(.accepted), .now(.kept(.outsideRight))])
    }

    // MARK: Two devices

    @Test func `two leaders who mark the same person differently are both kept for review`()
        async throws
    {
        let (one, two) = (TestPhone(world, "one"), TestPhone(world, "two"))
        try await one.send(one.act(.present(amal), at: session, 1))
        let second = try await two.send(two.act(.absent(amal, .unnotified), at: session, 1))
        #expect(outcome(second) == [.now(.needsReview)])
        #expect(second.first?.version == 1)
        #expect(second.first?.standing == (try await standing(of: amal)))
        #expect(try await waiting() == 1)

        let settled = try await two.send(
            two.act(.absent(amal, .unnotified, base: 1), at: session, 2))
        #expect(outcome(settled) == [.now(.accepted)])
        #expect(try await waiting() == 0)
    }

    @Test func `two leaders who say the same agree`() async throws {
        let (one, two) = (TestPhone(world, "one"), TestPhone(world, "two"))
        try await one.send(one.act(.present(amal), at: session, 1))
        let second = try await two.send(two.act(.present(amal), at: session, 1))
        #expect(outcome(second) == [.now(.merged)])
    }

    @Test func `acts of one device never conflict, and a late one that was overtaken is merged`()
        async throws
    {
        let phone = TestPhone(world)
        let results = try await phone.send(
            phone.act(.present(amal), at: session, 1),
            phone.act(.absent(amal, .excused), at: session, 3),
            phone.act(.present(amal, late: 10), at: session, 2))
        #expect(outcome(results) == [.now(.accepted), .now(.accepted), .now(.merged)])
    }

    // MARK: Afterwards

    @Test func `after a sign-off a change needs a reason and becomes a correction`() async throws {
        let phone = TestPhone(world)
        try await phone.send(
            phone.act(.present(amal), at: session, 1), phone.act(.signOff(base: 0), at: session, 2))
        let bare = try await phone.send(
            phone.act(.absent(amal, .notified, base: 1), at: session, 3))
        #expect(outcome(bare) == [.now(.kept(.signedOff))])
        let corrected = try await phone.send(
            phone.act(
                .absent(amal, .notified, base: 1, reason: "Fel person"), at: session, 4))
        #expect(outcome(corrected) == [.now(.accepted)])
        let present = Mark(
            value: .present(lateMinutes: nil, leftEarlyMinutes: nil), mode: .onsite, role: .member)
        #expect(
            try await world.rows(session).map(\.correction).compactMap(\.self)
                == [
                    Correction(
                        person: amal, signed: present, reason: GivenReason(text: "Fel person"))
                ])
    }

    @Test func `taking an act back restores what was there before it`() async throws {
        let phone = TestPhone(world)
        let first = phone.act(.present(amal, late: 5), at: session, 1)
        let second = phone.act(.absent(amal, .unnotified, base: 1), at: session, 2)
        try await phone.send(first, second)
        let before = try await standing(of: amal)
        let undone = try await phone.send(phone.act(.retract(second.id), at: session, 3))
        #expect(outcome(undone) == [.now(.accepted)])
        #expect(try await standing(of: amal) != before)
        #expect(
            try await standing(of: amal)
                == .mark(
                    Mark(
                        value: .present(lateMinutes: 5, leftEarlyMinutes: nil), mode: .onsite,
                        role: .member)))
        let nothing = try await phone.send(phone.act(.retract(first.id), at: session, 4))
        #expect(outcome(nothing) == [.now(.merged)])
    }

    @Test func `someone added on the spot is a guest and goes again while nothing rests on them`()
        async throws
    {
        let phone = TestPhone(world)
        let guest = Person.ID(bits: 4242)
        let added = phone.act(
            .person(guest, PersonName(latin: [NamePart(.whole, "Huda")])), at: session, 1)
        let mark = phone.act(
            .mark(
                guest,
                Mark(
                    value: .present(lateMinutes: nil, leftEarlyMinutes: nil), mode: .onsite,
                    role: .guest), base: 0, reason: nil), at: session, 2)
        #expect(outcome(try await phone.send(added, mark)) == [.now(.accepted), .now(.accepted)])
        let rows = try await world.rows(session)
        #expect(rows.first { $0.person == guest }?.isOnRoster == false)
        let refused = try await phone.send(phone.act(.retract(added.id), at: session, 3))
        #expect(outcome(refused) == [.now(.kept(.malformed))])
    }

    @Test func `a device clock two hours off is set right by when it sent`() async throws {
        let phone = TestPhone(world)
        let act = phone.act(.present(amal), at: session, 1, when: "2020-01-06T15:00:00Z")
        let batch = ActBatch(
            batch: "b", device: "phone", sentAt: moment("2020-01-06T15:00:05Z"),
            items: [.act(act, raw: "{}")])
        let results = try await world.desk.save(batch, by: world.office)
        #expect(outcome(results) == [.now(.accepted)])
        let overview = try await world.desk.session(session.id, as: world.office)
        #expect(overview.evidence.isTaken)
    }

    private func standing(of person: Person.ID) async throws -> PastValueAnswer? {
        let row = try await world.rows(session).first { $0.person == person }
        return row?.mark.map { .mark($0) }
    }

    private func waiting() async throws -> Int {
        try await world.desk.session(session.id, as: world.office).waiting
    }
}
