import Courses
import Statistics
import Testing

@testable import Desk

@Suite struct MergingTests {
    /// Two registrations of one mother: one took part in January, the other was placed in
    /// February in another round's group.
    private struct Twice {
        let world: TestWorld
        let kept: Person.ID
        let other: Person.ID
        let january: Session
        let february: Session

        init() async throws {
            world = try await TestWorld()
            kept = try await world.member("Fatima Ali", of: world.arabic)
            _ = try await world.desk.addRound(
                of: "parent-support", code: "2020-second", name: "Andra våren 2020",
                firstDay: day("2020-01-20"), as: world.office)
            let second = try await world.desk.addGroup(
                NewGroup(
                    name: "Kväll", round: "2020-second", languages: [.arabic], maximum: 4,
                    childcarePlaces: 3),
                as: world.office)
            other = try await world.desk.addPerson(
                NewPerson(
                    name: PersonName(
                        native: [NamePart(.whole, "فاطمة علي")],
                        latin: [NamePart(.whole, "Faatima Cali")]),
                    birthDate: day("1984-05-01"), externalID: "A-7",
                    courseLanguages: [.arabic], spokenLanguages: [.arabic, .somali],
                    contacts: [PersonContact(kind: .phone, value: "+46701234567")]),
                round: "2020-second", childcare: 2, as: world.office)
            try await world.desk.addParty(.together, of: [other, kept], as: world.office)
            january = try await world.session(world.arabic, on: "2020-01-14")
            february = try await world.session(second, on: "2020-02-04")
            try await world.place(other, in: second, from: "2020-02-01")
            world.time.turn(to: "2020-02-04T19:00:00Z")
            let phone = TestPhone(world)
            try await phone.send(
                phone.act(.present(kept), at: january, 1),
                phone.act(.present(other, late: 10), at: february, 2),
                phone.act(.signOff(base: 0), at: february, 3))
        }
    }

    @Test func `after a merge one person stands everywhere`() async throws {
        let twice = try await Twice()
        let world = twice.world
        let before = try await world.figures()
        let merged = try await world.merge(twice.other, into: twice.kept)
        #expect(merged.effect.marks == 1 && merged.effect.enrolments == ["Andra våren 2020"])
        #expect(merged.effect.parties == 1 && merged.effect.contacts == 1)
        #expect(merged.effect.externalIDs == 1 && merged.effect.names == 1)
        #expect(merged.effect.filled == [.birthDate, .birthYear, .spoken])
        #expect(try await world.roster(twice.february) == [twice.kept])
        let rows = try await world.rows(twice.february)
        #expect(rows.map(\.person) == [twice.kept])
        #expect(rows.map(\.mark?.value) == [.present(lateMinutes: 10, leftEarlyMinutes: nil)])
        #expect(try await world.desk.people(as: world.office).map(\.id) == [twice.kept])
        #expect(try await world.desk.person(twice.other, as: world.office).id == twice.kept)
        for query in ["Faatima Cali", "فاطمة", "A-7", "Fatima Ali"] {
            let found = try await world.desk.findPeople(query, as: world.office)
            #expect(found.map(\.id) == [twice.kept], "\(query)")
        }
        #expect(try await world.desk.likelyDuplicates(as: world.office).isEmpty)
        let enrolments = try await world.desk.enrolments(in: "2020-second", as: world.office)
        #expect(enrolments.map(\.enrolment.person) == [twice.kept])
        #expect(enrolments.map(\.enrolment.step) == [.placed])
        let after = try await world.figures()
        #expect(before.uniqueParticipants == 2 && after.uniqueParticipants == 1)
        #expect(before.attended == after.attended)
        let details = try await world.desk.details(of: twice.kept, as: world.office)
        #expect(Set(details.rounds.values.map(\.childcare)) == [0, 2])
    }

    @Test func `what a merge did is told of as it was, whatever has become of it since`()
        async throws
    {
        let twice = try await Twice()
        let world = twice.world
        let merged = try await world.merge(twice.other, into: twice.kept)
        var done = merged.effect
        (done.names, done.identifiers, done.externalIDs, done.contacts) = (0, 0, 0, 0)
        let phone = TestPhone(world, "second")
        try await phone.send(
            phone.act(
                .absent(twice.kept, .notified, base: 1, reason: "fel"), at: twice.february, 9))
        func told() async throws -> MergedPeople {
            try await world.desk.mergedPeople(by: merged.operation, as: world.office)
        }
        #expect(try await told().effect == done)
        try await world.undo(merged)
        let undone = try await told()
        #expect(undone.effect == done && undone.isUndone)
    }

    @Test func `an undo puts every row back as it was`() async throws {
        let twice = try await Twice()
        let world = twice.world
        _ = try await world.desk.findPeople("Fatima", as: world.office)
        let before = try await world.dump()
        let merged = try await world.merge(twice.other, into: twice.kept)
        #expect(try await world.dump() != before)
        try await world.undo(merged)
        let after = try await world.dump()
        for (table, rows) in before { #expect(after[table] == rows, "\(table)") }
        await #expect(throws: PlacingError.cannotUndo([.alreadyUndone])) {
            try await world.desk.undo(merged.operation, as: world.office)
        }
        try await world.undo(world.merge(twice.kept, into: twice.other))
        #expect(try await world.dump() == before)
    }

    @Test func `a preview tells all of it and changes nothing`() async throws {
        let twice = try await Twice()
        let world = twice.world
        let before = try await world.dump()
        let preview = try await world.desk.previewMerge(
            of: twice.other, into: twice.kept, as: world.office)
        #expect(preview.obstacles.isEmpty && preview.effect.marks == 1)
        #expect(preview.kept.marks == 1 && preview.other.marks == 1)
        #expect(preview.other.enrolments.map(\.groups) == [["Kväll"]])
        #expect(try await world.dump() == before)
        let phone = TestPhone(world, "second")
        try await phone.send(
            phone.act(.absent(twice.kept, .notified, base: 1), at: twice.january, 9))
        try await phone.send(
            phone.act(.clear(twice.kept, base: 2, reason: nil), at: twice.january, 10))
        await #expect(throws: MergeError.changedSince) {
            try await world.desk.mergePeople(
                twice.other, into: twice.kept, basis: preview.basis, as: world.office)
        }
        let again = try await world.desk.previewMerge(
            of: twice.other, into: twice.kept, as: world.office)
        try await world.desk.mergePeople(
            twice.other, into: twice.kept, basis: again.basis, as: world.office)
    }

    @Test func `only an administrator merges, and nobody but a named reader somebody protected`()
        async throws
    {
        let world = try await TestWorld()
        let (one, other) = (try await world.person("Amal"), try await world.person("Amaal"))
        let leader = Actor(
            identity: .person(one, userName: "amal"),
            grants: [
                Grant(role: .leader, scope: .organisation, from: .distantPast, until: nil)
            ])
        await #expect(throws: NotAllowed(right: .organise)) {
            try await world.desk.mergePeople(other, into: one, as: leader)
        }
        try await world.desk.protect(one, level: .sekretessmarkering, as: world.office)
        try await world.desk.protect(other, level: .sekretessmarkering, as: world.office)
        await #expect(throws: NotAllowed(right: .readProtected)) {
            try await world.desk.mergePeople(other, into: one, as: world.office)
        }
        await #expect(throws: NotAllowed(right: .readProtected)) {
            _ = try await world.desk.previewMerge(of: other, into: one, as: world.office)
        }
        let reader = Actor(
            identity: .commandOperator,
            grants: [Role.administrator, .protectedReader].map {
                Grant(role: $0, scope: .organisation, from: .distantPast, until: nil)
            })
        let merged = try await world.desk.mergePeople(other, into: one, as: reader)
        #expect(merged.kept.name.alias != nil)
        await #expect(throws: NotAllowed(right: .readProtected)) {
            try await world.desk.undo(merged.operation, as: world.office)
        }
        try await world.desk.undo(merged.operation, as: reader)
    }

    @Test func `whoever is protected after a merge is protected under every name`() async throws {
        let twice = try await Twice()
        let world = twice.world
        let merged = try await world.merge(twice.other, into: twice.kept)
        try await world.desk.protect(twice.other, level: .sekretessmarkering, as: world.office)
        #expect(try await world.desk.findPeople("Faatima", as: world.office).isEmpty)
        #expect(try await world.desk.findPeople("A-7", as: world.office).isEmpty)
        let reader = Actor(
            identity: .commandOperator,
            grants: [Role.administrator, .protectedReader].map {
                Grant(role: $0, scope: .organisation, from: .distantPast, until: nil)
            })
        try await world.desk.undo(merged.operation, as: reader)
        #expect(try await world.desk.findPeople("Fatima", as: world.office).isEmpty)
        #expect(try await world.faults() == [])
    }

    @Test func `merges in a row are undone in their order`() async throws {
        let twice = try await Twice()
        let world = twice.world
        let third = try await world.person("Fatma Aly")
        let before = try await world.dump()
        let first = try await world.merge(twice.other, into: twice.kept)
        let between = try await world.dump()
        let second = try await world.merge(twice.kept, into: third)
        #expect(try await world.desk.person(twice.other, as: world.office).id == third)
        #expect(try await world.roster(twice.february) == [third])
        #expect(try await world.roster(twice.january) == [third])
        await #expect(
            throws: PlacingError.cannotUndo([.restedOnBy([second.operation])])
        ) {
            try await world.desk.undo(first.operation, as: world.office)
        }
        try await world.undo(second)
        #expect(try await world.dump() == between)
        try await world.undo(first)
        #expect(try await world.dump() == before)
    }

    @Test func `what a merge rests on is not undone before it`() async throws {
        let world = try await TestWorld()
        let (one, other) = (try await world.person("Amal"), try await world.person("Amaal"))
        let placed = try await world.place(other, in: world.arabic, from: "2020-01-07")
        let merged = try await world.merge(other, into: one)
        await #expect(
            throws: PlacingError.cannotUndo([.restedOnBy([merged.operation])])
        ) {
            try await world.desk.undo(placed.id, as: world.office)
        }
        try await world.undo(merged)
        try await world.desk.undo(placed.id, as: world.office)
    }
}
