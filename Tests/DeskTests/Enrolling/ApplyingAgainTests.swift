import Courses
import Desk
import Localisation
import Statistics
import Testing

/// What is known of somebody's wishes stays, and goes back to what it was.
@Suite struct ApplyingAgainTests {
    private let round = "2020-spring"

    private func applyAgain(
        _ world: TestWorld, _ people: [Person.ID], childcare: Int? = nil, wishes: [Wish] = [],
        reason: String? = nil
    ) async throws -> AppliedOperation {
        for person in people where try await world.row(person)?.standing != .withdrawn {
            try await world.withdraw(person, on: "2020-01-06")
        }
        return try await world.desk.apply(
            NewApplication(
                people: people, round: round, wishes: wishes, childcare: childcare,
                reason: reason), as: world.office)
    }

    @Test func `an application that names no children leaves those that are known`() async throws {
        let world = try await TestWorld()
        let people = try await [
            world.applicant("Amal", childcare: 2), world.applicant("Omar", childcare: 1),
        ]
        _ = try await applyAgain(world, people)
        #expect(
            try await world.desk.enrolmentRows(in: round, as: world.office).map(\.childcare)
                == [2, 1])
        // Those that are named are of all of them together.
        _ = try await applyAgain(world, people, childcare: 1)
        #expect(
            try await world.desk.enrolmentRows(in: round, as: world.office).map(\.childcare)
                == [1, 0])
    }

    @Test func `children of an application that is undone are forgotten again`() async throws {
        let world = try await TestWorld()
        let amal = try await world.person("Amal")
        let first = try await world.desk.apply(
            NewApplication(people: [amal], round: round, childcare: 2), as: world.office)
        try await world.desk.undo(first.id, as: world.office)
        try await world.desk.apply(
            NewApplication(people: [amal], round: round), as: world.office)
        #expect(try await world.row(amal)?.childcare == 0)
    }

    @Test func `a priority is changed for a reason, by a new application too`() async throws {
        let world = try await TestWorld()
        let amal = try await world.applicant("Amal")
        let (desk, office) = (world.desk, world.office)
        try await desk.waitlist([amal], in: round, priority: 1, as: office)
        await #expect(throws: PlacingError.reasonNeeded) {
            try await desk.waitlist([amal], in: round, priority: 2, reason: " \t", as: office)
        }
        for reason in [nil, "", "  "] as [String?] {
            await #expect(throws: PlacingError.reasonNeeded) {
                _ = try await applyAgain(
                    world, [amal], wishes: [.priority(2)], reason: reason)
            }
        }
        _ = try await applyAgain(
            world, [amal], wishes: [.priority(2)], reason: "Väntar barn")
        let history = try await desk.priorities(of: amal, in: round, as: office)
        #expect(history.map(\.reason.text) == [nil, "Väntar barn"])
    }

    @Test func `going over the rules for a blank reason is refused`() async throws {
        let world = try await TestWorld()
        let selam = try await world.person("Selam", [.tigrinya])
        await #expect(throws: PlacingError.reasonNeeded) {
            try await world.desk.place(
                PlaceRequest(
                    people: [selam], group: world.arabic.id, from: day("2020-01-07"),
                    reason: "  ", inSpiteOfRules: true), as: world.office)
        }
    }

    @Test func `whoever came back has waited since then, at the desk and in the figures`()
        async throws
    {
        let world = try await TestWorld()
        let amal = try await world.applicant("Amal", appliedOn: "2020-01-02")
        try await world.place(amal, in: world.arabic, from: "2020-01-07")
        world.time.turn(to: "2020-01-10T08:00:00Z")
        try await world.withdraw(amal, on: "2020-01-10")
        world.time.turn(to: "2020-01-20T08:00:00Z")
        try await world.desk.apply(
            NewApplication(people: [amal], round: round), as: world.office)
        #expect(try await world.row(amal)?.appliedOn == day("2020-01-20"))
        #expect(
            try await world.desk.statistics(by: [.round], as: world.office).total.waiting
                == Waiting(people: 1, placed: 0, days: 0))
        try await world.place(amal, in: world.arabic, from: "2020-01-23")
        #expect(
            try await world.desk.statistics(by: [.round], as: world.office).total.waiting
                == Waiting(people: 0, placed: 1, days: 3))
    }

    @Test(arguments: ["decline", "waitlist"])
    func `an offer in a group that has closed since does not come back`(_ step: String)
        async throws
    {
        let world = try await TestWorld()
        let amal = try await world.applicant("Amal")
        try await world.offer(amal, in: world.arabic)
        let said =
            step == "decline"
            ? try await world.desk.decline([amal], in: round, as: world.office)
            : try await world.desk.waitlist([amal], in: round, as: world.office)
        let closed = try await world.desk.closeGroup(
            world.arabic.id, on: day("2020-01-10"), as: world.office)
        await #expect(throws: PlacingError.cannotUndo([.restedOnBy([closed.id])])) {
            try await world.desk.undo(said.id, as: world.office)
        }
        try await world.desk.undo(closed.id, as: world.office)
        try await world.desk.undo(said.id, as: world.office)
        #expect(try await world.row(amal)?.standing == .offered)
    }

    @Test func `a letter is in the first of the languages that somebody reads and we write`()
        async throws
    {
        let world = try await TestWorld()
        let person = try await world.desk.addPerson(
            NewPerson(
                name: PersonName(latin: [NamePart(.whole, "Zarmina")]),
                courseLanguages: [.arabic],
                writtenLanguages: [Language(rawValue: "ur"), .dari, .english],
                contactLanguage: Language(rawValue: "ps")),
            round: round, as: world.office)
        try await world.offer(person, in: world.arabic)
        let letter = try await world.desk.offerLetter(to: person, in: round, as: world.office)
        #expect(letter.language == .dari && letter.missing == nil)
    }

    @Test func `placing nobody is refused`() async throws {
        let world = try await TestWorld()
        await #expect(throws: OperationError.nobodyNamed) {
            try await world.desk.place(
                PlaceRequest(people: [], group: world.arabic.id, from: day("2020-01-07")),
                as: world.office)
        }
    }

    @Test func `whoever applies before their old place ends waits for another`() async throws {
        let world = try await TestWorld()
        let amal = try await world.applicant("Amal", appliedOn: "2020-01-02")
        try await world.place(amal, in: world.arabic, from: "2020-01-07")
        world.time.turn(to: "2020-01-10T08:00:00Z")
        try await world.withdraw(amal, on: "2020-01-20")
        try await world.desk.apply(
            NewApplication(people: [amal], round: round), as: world.office)
        #expect(
            try await world.desk.statistics(by: [.round], as: world.office).total.waiting
                == Waiting(people: 1, placed: 0, days: 0))
        try await world.place(amal, in: world.somali, from: "2020-01-20")
        #expect(
            try await world.desk.statistics(by: [.round], as: world.office).total.waiting
                == Waiting(people: 0, placed: 1, days: 10))
    }
}
