import Courses
import Desk
import Testing

@Suite struct OneShortTests {
    /// Amal has been at one session of the two that it takes; the third of the other group, which
    /// is interpreted into Arabic, is to come.
    private func begun(
        interpreter: Bool = true, speaking languages: [Language] = [.arabic]
    ) async throws -> (CertificateWorld, Person.ID) {
        let world = try await CertificateWorld(dates: ["2020-01-07", "2020-01-14", "2020-03-17"])
        let desk = world.world.desk
        let office = world.world.office
        let amal = try await desk.addPerson(
            NewPerson(
                name: PersonName(latin: [NamePart(.whole, "Amal")]), gender: .woman,
                courseLanguages: languages, interpreterOk: interpreter), as: office)
        try await world.world.place(amal, in: world.group, from: "2020-01-07")
        try await world.attend(amal, [0])
        // Of whoever has enough, nothing is told.
        _ = try await world.member("Huda", at: [0, 1])
        return (world, amal)
    }

    /// A session with a number, of a new group.
    private func session(
        _ world: CertificateWorld, _ number: Int, on date: String, _ languages: [Language],
        openTo: OpenTo = .all
    ) async throws -> Session {
        let group = try await world.world.desk.addGroup(
            NewGroup(
                name: "\(number) \(languages) \(openTo) \(date)", round: "short",
                languages: languages, delivery: languages.count > 1 ? .bilingual : .leaderSpeaks,
                openTo: openTo), as: world.world.office)
        return try await world.world.session(group, on: date, number: number)
    }

    private func rows(_ world: CertificateWorld) async throws -> [OneShort.Row] {
        try await world.world.desk.oneShort(in: "short", as: world.world.office).rows
    }

    @Test func `those who lack exactly one are listed, and nobody else`() async throws {
        let (world, amal) = try await begun()
        // Somebody lacks two, and somebody has left.
        _ = try await world.member("Nour", at: [])
        let gone = try await world.member("Rana", at: [0])
        _ = try await world.world.desk.withdraw(
            gone, from: world.round.id, on: day("2020-02-01"), as: world.world.office)
        let found = try await rows(world)
        #expect(found.map(\.person) == [amal])
        #expect(found.map(\.attended) == [1])
        #expect(found.map(\.coming) == [1])
        #expect(found.map { $0.missed.map(\.number) } == [[2]])
    }

    @Test func `make-ups are sessions to come of other groups, with the number and a language`()
        async throws
    {
        let (world, _) = try await begun()
        let fitting = try await session(world, 2, on: "2020-03-18", [.somali, .arabic])
        let women = try await session(world, 2, on: "2020-03-19", [.arabic], openTo: .women)
        _ = try await session(world, 2, on: "2020-03-20", [.arabic], openTo: .men)
        _ = try await session(world, 2, on: "2020-03-21", [.somali])
        _ = try await session(world, 3, on: "2020-03-22", [.arabic])
        _ = try await session(world, 2, on: "2020-03-12", [.arabic])
        let off = try await session(world, 2, on: "2020-03-23", [.arabic])
        _ = try await world.world.desk.cancelSession(
            off.id, reason: "Sjuk", as: world.world.office)
        let makeUps = try await rows(world).first?.missed.first?.makeUps
        #expect(makeUps?.map(\.session.id) == [fitting.id, women.id])
        #expect(makeUps?.map(\.isInterpreted) == [false, false])
        #expect(makeUps?.map(\.language) == [.arabic, .arabic])
    }

    @Test func `beside an alias stand make-ups in the language of the place alone`() async throws {
        let (world, amal) = try await begun(speaking: [.somali, .arabic])
        let (desk, office) = (world.world.desk, world.world.office)
        let somali = try await session(world, 2, on: "2020-03-18", [.somali])
        let arabic = try await session(world, 2, on: "2020-03-19", [.arabic])
        let makeUps = { try await rows(world).first?.missed.first?.makeUps.map(\.session.id) }
        #expect(try await makeUps() == [somali.id, arabic.id])
        try await desk.protect(amal, level: .sekretessmarkering, as: office)
        #expect(try await makeUps() == [arabic.id])
    }

    @Test(arguments: [true, false])
    func `an interpreted session helps whoever accepts an interpreter`(_ accepts: Bool)
        async throws
    {
        let (world, _) = try await begun(interpreter: accepts)
        let moved = try await world.world.session(world.other, on: "2020-03-18", number: 2)
        let makeUps = try await rows(world).first?.missed.first?.makeUps
        #expect(makeUps?.map(\.session.id) == (accepts ? [moved.id] : []))
        #expect(makeUps?.map(\.isInterpreted) == (accepts ? [true] : []))
    }

    @Test func `made up, one session is lacking no longer`() async throws {
        let (world, amal) = try await begun()
        let other = try await session(world, 2, on: "2020-03-12", [.arabic])
        let makeUp = Mark(
            value: .present(lateMinutes: nil, leftEarlyMinutes: nil), mode: .onsite,
            role: .makeUp(for: world.sessions[1].id))
        let act = world.phone.act(.mark(amal, makeUp, base: 0, reason: nil), at: other, 1)
        #expect(try await world.phone.send(act).map(\.outcome) == [.now(.accepted)])
        #expect(try await rows(world).isEmpty)
    }

    @Test func `a leader sees their own group's, protected people as alias`() async throws {
        let (world, amal) = try await begun()
        let desk = world.world.desk
        try await desk.protect(amal, level: .sekretessmarkering, as: world.world.office)
        let leader = Actor(
            identity: .person(Person.ID(bits: 7), userName: "sara"),
            grants: [
                Grant(
                    role: .leader, scope: .group(world.group.id), from: .distantPast, until: nil)
            ])
        let own = try await desk.oneShort(ofGroup: world.group.id, as: leader)
        #expect(own.rows.map(\.name) == [DisplayName(alias: 1)])
        await #expect(throws: NotAllowed.self) {
            try await desk.oneShort(ofGroup: world.other.id, as: leader)
        }
        await #expect(throws: NotAllowed.self) {
            try await desk.oneShort(in: "short", as: leader)
        }
    }
}
