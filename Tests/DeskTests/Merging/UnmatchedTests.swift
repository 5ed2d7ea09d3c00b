import Courses
import GRDB
import Testing

@testable import Desk
@testable import Store

@Suite struct UnmatchedTests {
    @Test func `somebody added on the spot is matched with somebody known, and that undone`()
        async throws
    {
        let world = try await TestWorld()
        let known = try await world.member("Cabdiraxmaan Jaamac", of: world.arabic)
        _ = try await world.person("Karin Berg")
        let own = try await world.session(world.arabic, on: "2020-01-07")
        let foreign = try await world.session(world.somali, on: "2020-01-08")
        world.time.turn(to: "2020-01-08T19:00:00Z")
        let phone = TestPhone(world)
        let guest = try await world.guest("Abdirahman Jama", at: own, by: phone)
        try await phone.send(phone.act(.guest(guest), at: foreign, 103))
        let listed = try await world.desk.unmatchedPeopleWithMatches(as: world.office).people
        #expect(listed.map(\.person.id) == [guest] && listed.map(\.marks) == [2])
        #expect(listed.first?.meeting?.session == own.id)
        #expect(listed.first?.likely.map(\.id) == [known])
        #expect(try await world.obstacles(known, into: guest) == [.keptIsUnmatched])
        let before = try await world.dump()
        let merged = try await world.merge(guest, into: known)
        #expect(merged.effect.marks == 2 && merged.effect.becomeMember == 1)
        #expect(try await world.rows(own).map(\.mark?.role) == [.member])
        #expect(try await world.rows(foreign).map(\.mark?.role) == [.guest])
        #expect(try await world.rows(foreign).map(\.person) == [known])
        #expect(try await world.desk.unmatchedPeople(as: world.office).isEmpty)
        // The phone that added them does not know of it yet.
        let late = try await phone.send(phone.act(.guest(guest, base: 1), at: own, 104))
        #expect(late.map(\.outcome) == [.now(.merged)])
        try await world.undo(merged)
        #expect(try await world.dump() == before)
    }

    @Test func `somebody who is nobody known is kept as a person of their own`() async throws {
        let world = try await TestWorld()
        let session = try await world.session(world.arabic, on: "2020-01-07")
        world.time.turn(to: "2020-01-07T19:00:00Z")
        let guest = try await world.guest("Nour", at: session, by: TestPhone(world))
        let kept = try await world.desk.keepPerson(guest, as: world.office)
        #expect(try await world.desk.unmatchedPeople(as: world.office).isEmpty)
        #expect(try await world.desk.people(as: world.office).map(\.id) == [guest])
        await #expect(throws: MergeError.notUnmatched(guest)) {
            try await world.desk.keepPerson(guest, as: world.office)
        }
        try await world.desk.undo(kept, as: world.office)
        #expect(try await world.desk.unmatchedPeople(as: world.office).map(\.id) == [guest])
        let again = try await world.desk.keepPerson(guest, as: world.office)
        let known = try await world.person("Noor")
        let merged = try await world.merge(guest, into: known)
        await #expect(throws: PlacingError.cannotUndo([.restedOnBy([merged.operation])])) {
            try await world.desk.undo(again, as: world.office)
        }
    }

    @Test func `a page's worth is looked up, the first added first, and the rest counted`()
        async throws
    {
        let world = try await TestWorld()
        let session = try await world.session(world.arabic, on: "2020-01-07")
        world.time.turn(to: "2020-01-07T19:00:00Z")
        var guests: [Person.ID] = []
        for name in ["Nour", "Huda", "Salma"] {
            let phone = TestPhone(world, name)
            guests.append(try await world.guest(name, at: session, by: phone))
        }
        let page = try await world.desk.unmatchedPeopleWithMatches(limit: 2, as: world.office)
        #expect(page.people.map(\.person.id) == Array(guests.prefix(2)))
        #expect(page.people.map(\.marks) == [1, 1] && page.more == 1)
        let all = try await world.desk.unmatchedPeopleWithMatches(as: world.office)
        #expect(all.people.map(\.person.id) == guests && all.more == 0)
    }

    @Test(arguments: PersonUse.allCases)
    func `whoever has become more than a guest waits to be matched no more, and stays`(
        _ use: PersonUse
    ) async throws {
        let world = try await TestWorld()
        let session = try await world.session(world.arabic, on: "2020-01-07")
        world.time.turn(to: "2020-01-07T19:00:00Z")
        let phone = TestPhone(world)
        let guest = Person.ID(bits: 88)
        let added = phone.act(
            .person(guest, PersonName(latin: [NamePart(.whole, "Nour")])), at: session, 1)
        try await phone.send(added)
        let kept = try await world.desk.keepPerson(guest, as: world.office)
        switch use {
        case .account:
            try await world.desk.addUser(
                NewUser(
                    userName: "nour", name: PersonName(), password: nil, language: .swedish,
                    grants: [], person: guest), as: world.office)
        case .grant:
            try await world.desk.write { writing in
                try writing.execute(
                    """
                    INSERT INTO access_grant (person_id, role, starts_on, at)
                    SELECT id, 'leader', '2020-01-07', ? FROM person WHERE public_id = ?
                    """, [writing.now, guest])
            }
        case .staff:
            try await world.desk.planStaff(
                guest, role: "leader", at: session.id, as: world.office)
        case .party:
            try await world.desk.addParty(
                .together, of: [guest, world.person("Huda")], as: world.office)
        }
        await #expect(throws: PlacingError.cannotUndo([.inUse(use, [guest])])) {
            try await world.desk.undo(kept, as: world.office)
        }
        // Nor are they gone when whoever added them takes that back, kept or not.
        try await world.desk.write { writing in
            try writing.execute(
                "UPDATE person SET is_unmatched = 1 WHERE public_id = ?", [guest])
        }
        let back = try await phone.send(phone.act(.retract(added.id), at: session, 2))
        #expect(back.map(\.outcome) == [.now(.kept(.malformed))])
        #expect(try await world.desk.person(guest, as: world.office).id == guest)
    }
}
