import Courses
import Desk
import Testing

@Suite struct PlacingTests {
    @Test func `a full group refuses the parent`() async throws {
        let world = try await TestWorld()
        for name in ["Amal", "Salma", "Nour", "Huda"] {
            _ = try await world.member(name, of: world.arabic)
        }
        let fifth = try await world.person("Mona")
        let error = await #expect(throws: PlacingError.self) {
            try await world.place(fifth, in: world.arabic, from: "2020-01-07")
        }
        guard case .obstacles(let people)? = error else {
            Issue.record("another error")
            return
        }
        #expect(people.map(\.person) == [fifth])
        #expect(people.map(\.obstacles) == [[.full]])
    }

    @Test func `going over the maximum needs both the word and a reason`() async throws {
        let world = try await TestWorld()
        for name in ["Amal", "Salma", "Nour", "Huda"] {
            _ = try await world.member(name, of: world.arabic)
        }
        let fifth = try await world.person("Mona")
        var request = PlaceRequest(
            people: [fifth], group: world.arabic.id, from: day("2020-01-07"), inSpiteOfRules: true)
        await #expect(throws: PlacingError.reasonNeeded) {
            try await world.desk.place(request, as: world.office)
        }
        request.reason = "Syster till en deltagare"
        let placed = try await world.desk.place(request, as: world.office)
        #expect(placed.groups.map(\.after) == [5])
    }

    @Test func `everybody who does not fit is named at once and nobody is placed`() async throws {
        let world = try await TestWorld()
        let fits = try await world.person("Amal", [.arabic])
        let others = try await [
            world.person("Selam", [.tigrinya]), world.person("Rebin", [.sorani]),
        ]
        let error = await #expect(throws: PlacingError.self) {
            try await world.desk.place(
                PlaceRequest(
                    people: [fits] + others, group: world.arabic.id, from: day("2020-01-07")),
                as: world.office)
        }
        guard case .obstacles(let people)? = error else {
            Issue.record("another error")
            return
        }
        #expect(people.map(\.person) == others)
        #expect(people.allSatisfy { $0.obstacles == [.language] })
        #expect(try await world.desk.enrolments(in: "2020-spring", as: world.office).isEmpty)
    }

    @Test func `a dry run says what would happen and changes nothing`() async throws {
        let world = try await TestWorld()
        let amal = try await world.person("Amal")
        let request = PlaceRequest(
            people: [amal], group: world.arabic.id, from: day("2020-01-07"))
        let shown = try await world.desk.place(request, as: world.office, dryRun: true)
        #expect(shown.groups.map(\.before) == [0] && shown.groups.map(\.after) == [1])
        #expect(try await world.desk.enrolments(in: "2020-spring", as: world.office).isEmpty)
    }

    @Test func `a transfer may not be dated back`() async throws {
        let world = try await TestWorld()
        let amal = try await world.member("Amal", of: world.arabic)
        await #expect(throws: PlacingError.inThePast(day("2020-01-05"))) {
            try await world.desk.transfer(
                amal, to: world.somali.id, on: day("2020-01-05"), as: world.office)
        }
    }

    @Test func `placing may be dated back, but not past a signed list`() async throws {
        let world = try await TestWorld()
        let amal = try await world.member("Amal", of: world.arabic)
        let session = try await world.session(world.arabic, on: "2020-01-07")
        world.time.turn(to: "2020-01-07T19:00:00Z")
        let phone = TestPhone(world)
        try await phone.markPresent([amal], at: session)
        let salma = try await world.person("Salma")
        try await world.place(salma, in: world.arabic, from: "2020-01-07")
        #expect(try await world.roster(session) == [amal, salma])

        try await phone.send(phone.act(.signOff(base: 0), at: session, 9))
        let nour = try await world.person("Nour")
        await #expect(throws: PlacingError.againstMarks(nour, sessions: [session.id])) {
            try await world.place(nour, in: world.arabic, from: "2020-01-07")
        }
    }

    @Test func `withdrawing is refused against a later mark`() async throws {
        let world = try await TestWorld()
        let amal = try await world.member("Amal", of: world.arabic)
        let session = try await world.session(world.arabic, on: "2020-01-14")
        world.time.turn(to: "2020-01-14T19:00:00Z")
        try await TestPhone(world).markPresent([amal], at: session)
        await #expect(throws: PlacingError.againstMarks(amal, sessions: [session.id])) {
            try await world.desk.withdraw(
                amal, from: world.round.id, on: day("2020-01-10"), as: world.office)
        }
        let done = try await world.desk.withdraw(
            amal, from: world.round.id, on: day("2020-01-15"), as: world.office)
        #expect(done.groups.map(\.after) == [0])
    }

    @Test func `an undo names the sessions that have begun and the operations that rest on it`()
        async throws
    {
        let world = try await TestWorld()
        let amal = try await world.person("Amal")
        let placed = try await world.place(amal, in: world.arabic, from: "2020-01-07")
        let session = try await world.session(world.arabic, on: "2020-01-07")
        let moved = try await world.desk.transfer(
            amal, to: world.somali.id, on: day("2020-01-09"), as: world.office)
        world.time.turn(to: "2020-01-08T08:00:00Z")
        await #expect(
            throws: PlacingError.cannotUndo([
                .sessionsBegun([session.id]), .restedOnBy([moved.id]),
            ])
        ) {
            try await world.desk.undo(placed.id, as: world.office)
        }
        try await world.desk.undo(moved.id, as: world.office)
        await #expect(throws: PlacingError.cannotUndo([.alreadyUndone])) {
            try await world.desk.undo(moved.id, as: world.office)
        }
    }

    @Test func `a placing undone leaves the person waiting nowhere and free to be placed again`()
        async throws
    {
        let world = try await TestWorld()
        let amal = try await world.person("Amal")
        let placed = try await world.place(amal, in: world.arabic, from: "2020-01-07")
        try await world.desk.undo(placed.id, as: world.office)
        #expect(try await world.desk.enrolments(in: "2020-spring", as: world.office).isEmpty)
        let again = try await world.place(amal, in: world.somali, from: "2020-01-07")
        #expect(again.groups.map(\.after) == [1])
    }

    @Test func `a parent whose children find no childcare is refused, one without is not`()
        async throws
    {
        let world = try await TestWorld()
        let name = PersonName(latin: [NamePart(.whole, "Amal")])
        let mother = try await world.desk.addPerson(
            NewPerson(name: name, courseLanguages: [.arabic]), round: "2020-spring", childcare: 1,
            as: world.office)
        let error = await #expect(throws: PlacingError.self) {
            try await world.place(mother, in: world.arabic, from: "2020-01-07")
        }
        guard case .obstacles(let people)? = error else {
            Issue.record("another error")
            return
        }
        #expect(people.map(\.obstacles) == [[.childcare]])
        _ = try await world.member("Salma", of: world.arabic)
    }
}
