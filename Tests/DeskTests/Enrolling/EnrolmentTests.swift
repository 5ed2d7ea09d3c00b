import Courses
import Desk
import Localisation
import Testing

@Suite struct EnrolmentTests {
    private let round = "2020-spring"

    private func applied(_ world: TestWorld, _ names: String...) async throws -> [Person.ID] {
        var people: [Person.ID] = []
        for name in names {
            let person = try await world.person(name)
            try await world.desk.apply(
                NewApplication(people: [person], round: round), as: world.office)
            people.append(person)
        }
        return people
    }

    private func standings(_ world: TestWorld) async throws -> [EnrolmentStanding] {
        try await world.desk.enrolmentRows(in: round, as: world.office).map(\.standing)
    }

    @Test func `an application keeps what was wished, and applying twice is refused`() async throws
    {
        let world = try await TestWorld()
        let amal = try await world.person("Amal")
        let application = NewApplication(
            people: [amal], round: round, appliedOn: day("2020-01-02"),
            wishes: [
                .languages([.somali]), .interpreter(true), .slots([WishedSlot(.monday)]),
                .openTo(.women), .priority(3),
            ], childcare: 2)
        try await world.desk.apply(application, as: world.office)
        let row = try #require(
            try await world.desk.enrolmentRows(in: round, as: world.office).first)
        #expect(row.standing == .applied && row.standing.isUnplaced)
        #expect(row.languages == [.somali])
        #expect(row.interpreterOk)
        #expect(row.childcare == 2 && row.priority == 3)
        #expect(row.appliedOn == day("2020-01-02"))
        await #expect(
            throws: EnrolmentError.stepImpossible(amal, from: .applied, to: .applied)
        ) {
            try await world.desk.apply(application, as: world.office)
        }
    }

    @Test func `nobody applied, or takes up a place, more than five years ago`() async throws {
        let world = try await TestWorld()
        let amal = try await world.person("Amal")
        for date in ["0020-01-06", "2015-01-05"] {
            await #expect(throws: EnrolmentError.tooLongAgo(day(date))) {
                try await world.desk.apply(
                    NewApplication(people: [amal], round: round, appliedOn: day(date)),
                    as: world.office)
            }
        }
        try await world.desk.apply(
            NewApplication(people: [amal], round: round, appliedOn: day("2015-01-06")),
            as: world.office)
        try await world.offer(amal, in: world.arabic)
        for date in ["0020-01-06", "2015-01-05"] {
            await #expect(throws: EnrolmentError.tooLongAgo(day(date))) {
                try await world.desk.accept(
                    [amal], in: round, from: day(date), as: world.office)
            }
        }
        #expect(try await world.row(amal)?.standing == .offered)
    }

    @Test func `somebody new with an id that is somebody else's is not registered`() async throws {
        let world = try await TestWorld()
        let amal = try await world.person("Amal")
        let other = NewPerson(name: PersonName(latin: [NamePart(.whole, "Omar")]))
        await #expect(throws: EnrolmentError.registeredOtherwise(amal)) {
            try await world.desk.apply(
                NewApplication(people: [amal], new: [amal: other], round: round),
                as: world.office)
        }
        #expect(try await world.row(amal) == nil)
    }

    @Test func `an accepted offer places somebody and marks nobody`() async throws {
        let world = try await TestWorld()
        let session = try await world.session(world.arabic, on: "2020-01-07")
        let amal = try await applied(world, "Amal")
        try await world.desk.offer(
            OfferRequest(people: amal, group: world.arabic.id, until: day("2020-01-20")),
            as: world.office)
        #expect(try await standings(world) == [.offered])
        #expect(try await world.roster(session).isEmpty)
        let accepted = try await world.desk.accept(amal, in: round, as: world.office)
        #expect(accepted.groups.map(\.before) == [0] && accepted.groups.map(\.after) == [1])
        #expect(try await standings(world) == [.placed])
        world.time.turn(to: "2020-01-07T19:00:00Z")
        let register = try await world.desk.register(of: session.id, as: world.office)
        #expect(register.rows.map(\.isOnRoster) == [true])
        #expect(register.rows.map(\.mark) == [nil])
        let overview = try await world.desk.session(session.id, as: world.office)
        #expect(!overview.evidence.isTaken && overview.marked == 0)
    }

    @Test func `an open offer holds its seat until its last day is past`() async throws {
        let world = try await TestWorld()
        let people = try await applied(world, "Amal", "Salma", "Nour", "Huda", "Mona")
        let offer = OfferRequest(
            people: Array(people.prefix(4)), group: world.arabic.id, until: day("2020-01-08"))
        let shown = try await world.desk.offer(offer, as: world.office)
        #expect(shown.groups.map(\.after) == [0] && shown.groups.map(\.offered) == [4])
        let error = await #expect(throws: PlacingError.self) {
            try await world.place(people[4], in: world.arabic, from: "2020-01-10")
        }
        #expect(obstacles(error) == [[.full]])

        world.time.turn(to: "2020-01-08T22:00:00Z")
        #expect(try await standings(world).prefix(4) == [.offered, .offered, .offered, .offered])
        world.time.turn(to: "2020-01-09T08:00:00Z")
        #expect(try await standings(world).prefix(4) == [.expired, .expired, .expired, .expired])
        await #expect(
            throws: EnrolmentError.offerExpired(people[0], on: day("2020-01-08"))
        ) {
            try await world.desk.accept([people[0]], in: round, as: world.office)
        }
        try await world.place(people[4], in: world.arabic, from: "2020-01-10")
        try await world.desk.offer(
            OfferRequest(people: [people[0]], group: world.arabic.id, until: day("2020-01-12")),
            as: world.office)
        #expect(try await standings(world).first == .offered)
    }

    @Test func `a couple is not torn apart by a single free seat`() async throws {
        let world = try await TestWorld()
        for name in ["Salma", "Nour", "Huda"] {
            _ = try await world.member(name, of: world.arabic)
        }
        let (amal, omar) = try await (world.person("Amal"), world.person("Omar"))
        try await world.desk.apply(
            NewApplication(people: [amal, omar], round: round, together: true), as: world.office)

        let alone = await #expect(throws: PlacingError.self) {
            try await world.place(amal, in: world.arabic, from: "2020-01-10")
        }
        #expect(obstacles(alone) == [[.party]])
        let offered = await #expect(throws: PlacingError.self) {
            try await world.desk.offer(
                OfferRequest(
                    people: [omar], group: world.arabic.id, until: day("2020-01-10"),
                    reason: "Bara en plats", inSpiteOfRules: true), as: world.office)
        }
        #expect(obstacles(offered) == [[.party]])
        let both = await #expect(throws: PlacingError.self) {
            try await world.desk.place(
                PlaceRequest(
                    people: [amal, omar], group: world.arabic.id, from: day("2020-01-10")),
                as: world.office)
        }
        #expect(obstacles(both) == [[.full]])
        #expect(try await standings(world).suffix(2) == [.applied, .applied])

        try await world.desk.offer(
            OfferRequest(
                people: [amal, omar], group: world.somali.id, until: day("2020-01-10")),
            as: world.office)
        let accepted = await #expect(throws: PlacingError.self) {
            try await world.desk.accept([amal], in: round, as: world.office)
        }
        #expect(obstacles(accepted) == [[.party]])
        let declined = await #expect(throws: PlacingError.self) {
            try await world.desk.decline([omar], in: round, as: world.office)
        }
        #expect(obstacles(declined) == [[.party]])
        try await world.desk.accept([amal, omar], in: round, as: world.office)
        #expect(try await standings(world).suffix(2) == [.placed, .placed])
    }

    @Test func `people kept apart do not meet in a group`() async throws {
        let world = try await TestWorld()
        let amal = try await world.member("Amal", of: world.arabic)
        let salma = try await world.person("Salma")
        try await world.desk.addParty(.apart, of: [amal, salma], as: world.office)
        let error = await #expect(throws: PlacingError.self) {
            try await world.place(salma, in: world.arabic, from: "2020-01-10")
        }
        #expect(obstacles(error) == [[.apart]])
        try await world.place(salma, in: world.somali, from: "2020-01-10")
    }

    @Test func `whoever is on the waiting list, declined or withdrew is not unplaced`()
        async throws
    {
        let world = try await TestWorld()
        let people = try await applied(world, "Amal", "Salma", "Nour", "Huda")
        let office = world.office
        try await world.desk.waitlist([people[1]], in: round, priority: 2, as: office)
        try await world.desk.offer(
            OfferRequest(people: [people[2]], group: world.arabic.id, until: day("2020-01-10")),
            as: office)
        try await world.desk.decline(
            [people[2]], in: round, reason: "Har flyttat", as: office)
        try await world.desk.withdraw(
            people[3], from: world.round.id, on: day("2020-01-06"), reason: "Arbete", as: office)
        let rows = try await world.desk.enrolmentRows(in: round, as: office)
        #expect(rows.map(\.standing) == [.applied, .waitlisted, .declined, .withdrawn])
        #expect(rows.filter(\.standing.isUnplaced).map(\.enrolment.person) == [people[0]])
        #expect(
            rows.filter(\.standing.isWaiting).map(\.enrolment.person) == [people[0], people[1]])
        // Whoever declined has lost no way back.
        try await world.desk.apply(NewApplication(people: [people[2]], round: round), as: office)
        #expect(try await standings(world)[2] == .applied)
    }

    @Test func `a priority is changed for a reason only, and its history is kept`() async throws {
        let world = try await TestWorld()
        let amal = try await applied(world, "Amal")
        let (desk, office) = (world.desk, world.office)
        try await desk.waitlist(amal, in: round, priority: 1, as: office)
        await #expect(throws: PlacingError.reasonNeeded) {
            try await desk.waitlist(amal, in: round, priority: 5, as: office)
        }
        await #expect(throws: PlacingError.reasonNeeded) {
            try await desk.prioritise(
                amal, in: round, priority: 5, reason: "  ", as: office)
        }
        await #expect(throws: EnrolmentError.priorityOutOfRange(1001)) {
            try await desk.prioritise(
                amal, in: round, priority: 1001, reason: "x", as: office)
        }
        world.time.turn(to: "2020-01-08T08:00:00Z")
        let changed = try await desk.prioritise(
            amal, in: round, priority: 5, reason: "Barn i förskoleklass", as: office)
        let history = try await desk.priorities(of: amal[0], in: round, as: office)
        #expect(history.map(\.priority) == [1, 5])
        #expect(history.map(\.reason.text) == [nil, "Barn i förskoleklass"])
        #expect(history.map(\.at) == [moment("2020-01-06T08:00:00Z"), world.time.now])
        try await desk.undo(changed.id, as: office)
        #expect(try await desk.enrolmentRows(in: round, as: office).map(\.priority) == [1])
        #expect(
            try await desk.priorities(of: amal[0], in: round, as: office).map(\.isUndone)
                == [false, true])
    }

    @Test func `each step undone leaves the enrolment as it was`() async throws {
        let world = try await TestWorld()
        let (desk, office) = (world.desk, world.office)
        let amal = try await world.person("Amal")
        let empty = try await desk.basis(of: round, as: office)
        let applied = try await desk.apply(
            NewApplication(people: [amal], round: round, childcare: 1), as: office)
        var states = [(applied, empty)]
        func step(_ body: () async throws -> AppliedOperation) async throws {
            let before = try await desk.basis(of: round, as: office)
            states.append((try await body(), before))
        }
        try await step { try await desk.waitlist([amal], in: round, priority: 7, as: office) }
        try await step {
            try await desk.offer(
                OfferRequest(
                    people: [amal], group: world.arabic.id, until: day("2020-01-09"),
                    reason: "Ändå", inSpiteOfRules: true), as: office)
        }
        try await step { try await desk.accept([amal], in: round, as: office) }
        try await step {
            try await desk.withdraw(
                amal, from: world.round.id, on: day("2020-01-20"), as: office)
        }
        for (operation, before) in states.reversed() {
            try await desk.undo(operation.id, as: office)
            #expect(try await desk.basis(of: round, as: office).digest == before.digest)
        }
        #expect(try await desk.enrolmentRows(in: round, as: office).isEmpty)
    }

    @Test func `an offer is written in the parent's language, else in Swedish, and says so`()
        async throws
    {
        let world = try await TestWorld()
        let (desk, office) = (world.desk, world.office)
        for (language, written) in [
            (Language.somali, Language.somali), (Language(rawValue: "ps"), .swedish),
        ] {
            let person = try await desk.addPerson(
                NewPerson(
                    name: PersonName(latin: [NamePart(.whole, "Hodan Warsame")]),
                    courseLanguages: [.arabic], contactLanguage: language),
                round: round, as: office)
            try await desk.offer(
                OfferRequest(people: [person], group: world.arabic.id, until: day("2020-01-20")),
                as: office)
            let letter = try await desk.offerLetter(to: person, in: round, as: office)
            #expect(letter.language == written)
            #expect(letter.missing == (written == language ? nil : language))
            #expect(letter.text.contains("Hodan Warsame"))
            let localiser = Localiser.localiser(for: written)
            #expect(letter.text.contains(localiser.date(day("2020-01-20"), style: .long)))
        }
    }

    @Test func `an offer to a protected person names nobody`() async throws {
        let world = try await TestWorld()
        let people = try await applied(world, "Amal Hemlig")
        try await world.desk.protect(
            people[0], level: .sekretessmarkering, as: world.office)
        try await world.desk.offer(
            OfferRequest(people: people, group: world.arabic.id, until: day("2020-01-20")),
            as: world.office)
        let letter = try await world.desk.offerLetter(
            to: people[0], in: round, as: world.office)
        #expect(!letter.text.contains("Amal"))
        #expect(letter.text.contains("Arabiska"))
    }

    @Test func `whoever organises one group alone may not write a round's offers out`()
        async throws
    {
        let world = try await TestWorld()
        let organiser = Actor(
            identity: .commandOperator,
            grants: [
                Grant(
                    role: .administrator, scope: .group(world.arabic.id), from: .distantPast,
                    until: nil)
            ])
        await #expect(throws: NotAllowed(right: .readPeople)) {
            try await world.desk.checkOfferLetters(in: round, as: organiser)
        }
        try await world.desk.checkOfferLetters(in: round, as: world.office)
    }
}
