import Courses
import GRDB
import Testing

@testable import Desk
@testable import Store

@Suite struct MergeObstacleTests {
    @Test func `marks of both at one session stand in the way, a cleared one does not`()
        async throws
    {
        let world = try await TestWorld()
        let kept = try await world.member("Amal", of: world.arabic)
        let session = try await world.session(world.arabic, on: "2020-01-07")
        world.time.turn(to: "2020-01-07T19:00:00Z")
        let phone = TestPhone(world)
        let other = try await world.guest("Amaal", at: session, by: phone)
        try await phone.send(phone.act(.present(kept), at: session, 1))
        let meeting = MergeMeeting(
            session: session.id, date: session.date, groups: [world.arabic.name])
        #expect(try await world.obstacles(other, into: kept) == [.bothMarked(meeting)])
        await #expect(throws: MergeError.obstacles([.bothMarked(meeting)])) {
            try await world.desk.mergePeople(other, into: kept, as: world.office)
        }
        try await phone.send(phone.act(.clear(kept, base: 1, reason: nil), at: session, 2))
        let before = try await world.dump()
        let merged = try await world.merge(other, into: kept)
        let row = try #require(try await world.rows(session).first)
        #expect(row.mark?.role == .member && row.version == 3 && row.isOnRoster)
        try await world.undo(merged)
        #expect(try await world.dump() == before)
    }

    @Test func `an application gives way to a place, two places do not`() async throws {
        let world = try await TestWorld()
        let kept = try await world.desk.addPerson(
            NewPerson(
                name: PersonName(latin: [NamePart(.whole, "Amal")]),
                courseLanguages: [.arabic, .somali]),
            round: "2020-spring", as: world.office)
        let other = try await world.member("Amaal", of: world.arabic)
        let before = try await world.dump()
        let merged = try await world.merge(other, into: kept)
        #expect(merged.effect.joined == ["Våren 2020"] && merged.effect.enrolments.isEmpty)
        let enrolments = try await world.desk.enrolments(in: "2020-spring", as: world.office)
        #expect(enrolments.map(\.enrolment.person) == [kept])
        #expect(enrolments.map(\.enrolment.step) == [.placed])
        let moved = try await world.desk.transfer(
            kept, to: world.somali.id, on: day("2020-01-09"), as: world.office)
        await #expect(
            throws: PlacingError.cannotUndo([.restedOnBy([moved.id])])
        ) {
            try await world.desk.undo(merged.operation, as: world.office)
        }
        try await world.desk.undo(moved.id, as: world.office)
        try await world.undo(merged)
        let after = try await world.dump()
        for table in ["person", "enrolment", "mark"] { #expect(after[table] == before[table]) }

        try await world.place(kept, in: world.somali, from: "2020-01-07")
        #expect(
            try await world.obstacles(other, into: kept) == [.bothEnrolled(round: "Våren 2020")])
    }

    @Test func `places one after the other become one person's, places at once do not`()
        async throws
    {
        let world = try await TestWorld()
        let other = try await world.member("Amaal", of: world.arabic)
        let kept = try await world.member("Amal", of: world.somali, from: "2020-02-01")
        let session = try await world.session(world.arabic, on: "2020-01-07")
        world.time.turn(to: "2020-01-08T08:00:00Z")
        try await TestPhone(world).markPresent([other], at: session)
        try await world.desk.withdraw(
            other, from: world.round.id, on: day("2020-01-20"), as: world.office)
        let before = try await world.dump()
        let merged = try await world.merge(other, into: kept)
        #expect(merged.effect.places == 1 && merged.effect.joined == ["Våren 2020"])
        #expect(try await world.roster(session) == [kept])
        try await world.undo(merged)
        #expect(try await world.dump() == before)

        let third = try await world.member("Amall", of: world.somali, from: "2020-01-08")
        try await world.desk.withdraw(
            third, from: world.round.id, on: day("2020-03-01"), as: world.office)
        #expect(
            try await world.obstacles(third, into: kept) == [
                .placesOverlap(round: "Våren 2020", groups: [world.somali.name])
            ])
    }

    @Test
    func `accounts, numbers, protection and what was said of two people are not guessed away`()
        async throws
    {
        let world = try await TestWorld()
        func person(_ name: String, _ number: String? = nil) async throws -> Person.ID {
            try await world.desk.addPerson(
                NewPerson(
                    name: PersonName(latin: [NamePart(.whole, name)]),
                    identifier: number.map {
                        PersonIdentifier(kind: .personnummer, number: $0)
                    }), as: world.office)
        }
        let one = try await person("Amal", "198405012384")
        let other = try await person("Amaal", "198405012392")
        let same = try await world.obstacles(one, into: one)
        #expect(same == [.samePerson])
        #expect(try await world.obstacles(other, into: one) == [.identityNumbers(.personnummer)])
        let third = try await person("Aamal")
        try await world.desk.addParty(.apart, of: [third, one], as: world.office)
        try await world.desk.distinguish(third, from: one, as: world.office)
        #expect(try await world.obstacles(third, into: one) == [.saidDistinct, .keptApart])
        try await world.desk.distinguish(one, from: third, ended: true, as: world.office)
        try await world.desk.protect(third, level: .sekretessmarkering, as: world.office)
        let reader = Actor(
            identity: .commandOperator,
            grants: [Role.administrator, .protectedReader].map {
                Grant(role: $0, scope: .organisation, from: .distantPast, until: nil)
            })
        let obstacles = try await world.desk.previewMerge(of: third, into: one, as: reader)
        #expect(obstacles.obstacles == [.protectionDiffers, .keptApart])
    }

    @Test func `whoever has an account stays`() async throws {
        let world = try await TestWorld()
        let one = try await world.person("Amal")
        let leader = try await world.person("Amaal")
        func account(_ person: Person.ID, _ userName: String) async throws {
            try await world.desk.addUser(
                NewUser(
                    userName: userName, name: PersonName(), password: nil, language: .swedish,
                    grants: [], person: person), as: world.office)
        }
        try await account(leader, "amal")
        #expect(try await world.obstacles(leader, into: one) == [.mergedHasAccount])
        try await account(one, "amal2")
        #expect(try await world.obstacles(leader, into: one) == [.bothAccounts])
    }

    @Test
    func `two who were said not to be the same are suggested no more, until that is taken back`()
        async throws
    {
        let world = try await TestWorld()
        let one = try await world.person("Cabdiraxmaan Jaamac")
        let other = try await world.person("Abdirahman Jama")
        #expect(try await world.desk.likelyDuplicates(as: world.office).count == 1)
        try await world.desk.distinguish(one, from: other, as: world.office)
        try await world.desk.distinguish(other, from: one, as: world.office)
        #expect(try await world.desk.likelyDuplicates(as: world.office).isEmpty)
        try await world.desk.distinguish(other, from: one, ended: true, as: world.office)
        #expect(try await world.desk.likelyDuplicates(as: world.office).count == 1)
    }

    @Test func `who is to be kept from whom is judged as it is when people are placed`()
        async throws
    {
        let world = try await TestWorld()
        let (one, other) = (try await world.person("Amal"), try await world.person("Amaal"))
        let (third, fourth) = (try await world.person("Huda"), try await world.person("Nour"))
        try await world.desk.addParty(.apart, of: [one, other], as: world.office)
        #expect(try await world.obstacles(other, into: one) == [.keptApart])
        // What was said last holds.
        try await world.desk.addParty(.together, of: [other, one], as: world.office)
        #expect(try await world.obstacles(other, into: one) == [])
        // Whoever comes with one must not meet who comes with the other.
        try await world.desk.addParty(.apart, of: [third, fourth], as: world.office)
        #expect(try await world.obstacles(fourth, into: one) == [])
        try await world.desk.addParty(.together, of: [third, one], as: world.office)
        #expect(try await world.obstacles(fourth, into: one) == [.keptApart])
        #expect(try await world.obstacles(one, into: fourth) == [.keptApart])
        #expect(try await world.obstacles(fourth, into: other) == [.keptApart])
    }

    @Test func `an account that was closed stands in nobody's way`() async throws {
        let world = try await TestWorld()
        let one = try await world.person("Amal")
        let leader = try await world.person("Amaal")
        for (person, userName) in [(leader, "amaal"), (one, "amal")] {
            try await world.desk.addUser(
                NewUser(
                    userName: userName, name: PersonName(), password: nil, language: .swedish,
                    grants: [], person: person), as: world.office)
        }
        #expect(try await world.obstacles(leader, into: one) == [.bothAccounts])
        try await world.desk.write { writing in
            try writing.execute(
                "UPDATE user_account SET closed_at = ? WHERE user_name = 'amal'", [writing.now])
        }
        #expect(try await world.obstacles(leader, into: one) == [.mergedHasAccount])
        #expect(try await world.obstacles(one, into: leader) == [])
    }
}
