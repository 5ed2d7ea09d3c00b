import Courses
import Desk
import Testing

/// Nothing is applied to a state that was not shown.
@Suite struct BasisTests {
    @Test func `what was shown is applied as long as the round is so`() async throws {
        let world = try await TestWorld()
        let amal = try await world.person("Amal")
        let request = PlaceRequest(
            people: [amal], group: world.arabic.id, from: day("2020-01-07"))
        let shown = try await world.desk.place(request, as: world.office, dryRun: true)
        let basis = try #require(shown.basis)
        #expect(RoundBasis(basis.description) == basis)
        let applied = try await world.desk.place(request, as: world.office, basis: basis)
        #expect(applied.groups == shown.groups)
        #expect(applied.basis == basis)
    }

    @Test func `a preview that somebody has overtaken is refused and says by what`() async throws {
        let world = try await TestWorld()
        let (amal, salma) = try await (world.person("Amal"), world.person("Salma"))
        let request = PlaceRequest(
            people: [amal], group: world.arabic.id, from: day("2020-01-07"))
        let shown = try await world.desk.place(request, as: world.office, dryRun: true)
        let other = try await world.place(salma, in: world.somali, from: "2020-01-07")
        await #expect(throws: OperationError.roundChanged(since: [other.id])) {
            try await world.desk.place(request, as: world.office, basis: shown.basis)
        }
        // As it was shown again, it may be applied.
        try await world.desk.undo(other.id, as: world.office)
        try await world.desk.place(request, as: world.office, basis: shown.basis)
    }

    @Test(arguments: ["party", "staff", "group"])
    func `what is no operation overtakes a preview too`(_ what: String) async throws {
        let world = try await TestWorld()
        let amal = try await world.member("Amal", of: world.arabic)
        let session = try await world.session(world.arabic, on: "2020-01-14")
        let shown = try await world.desk.transfer(
            amal, to: world.somali.id, on: day("2020-01-07"), as: world.office, dryRun: true)
        switch what {
        case "party":
            try await world.desk.addParty(
                .apart, of: [amal, world.person("Salma")], as: world.office)
        case "staff":
            try await world.desk.planStaff(
                amal, role: "volunteer", at: session.id, as: world.office)
        default:
            try await world.desk.addGroup(
                NewGroup(name: "Dari", round: "2020-spring", languages: [.dari]),
                as: world.office)
        }
        await #expect(throws: OperationError.roundChanged(since: [])) {
            try await world.desk.transfer(
                amal, to: world.somali.id, on: day("2020-01-07"), as: world.office,
                basis: shown.basis)
        }
    }

    @Test func `attendance does not overtake a preview, another round's operations don't either`()
        async throws
    {
        let world = try await TestWorld()
        let amal = try await world.member("Amal", of: world.arabic, from: "2020-01-06")
        let session = try await world.session(world.arabic, on: "2020-01-06")
        world.time.turn(to: "2020-01-06T17:00:00Z")
        let shown = try await world.desk.transfer(
            amal, to: world.somali.id, on: day("2020-01-09"), as: world.office, dryRun: true)
        try await TestPhone(world).markPresent([amal], at: session)
        try await world.desk.addRound(
            of: "parent-support", code: "other", name: "Annan", firstDay: day("2020-02-01"),
            as: world.office)
        try await world.desk.apply(
            NewApplication(people: [amal], round: "other"), as: world.office)
        try await world.desk.transfer(
            amal, to: world.somali.id, on: day("2020-01-09"), as: world.office,
            basis: shown.basis)
    }

    @Test func `a session that has begun since overtakes a preview`() async throws {
        let world = try await TestWorld()
        let amal = try await world.member("Amal", of: world.arabic, from: "2020-01-06")
        _ = try await world.session(world.somali, on: "2020-01-06")
        let shown = try await world.desk.transfer(
            amal, to: world.somali.id, on: day("2020-01-09"), as: world.office, dryRun: true)
        world.time.turn(to: "2020-01-06T16:29:59Z")
        let now = try await world.desk.basis(of: "2020-spring", as: world.office)
        #expect(now.digest == shown.basis?.digest)
        world.time.turn(to: "2020-01-06T16:30:00Z")
        await #expect(throws: OperationError.roundChanged(since: [])) {
            try await world.desk.transfer(
                amal, to: world.somali.id, on: day("2020-01-09"), as: world.office,
                basis: shown.basis)
        }
    }

    @Test func `the undo of what brought people is held against the rounds it concerns`()
        async throws
    {
        let world = try await TestWorld()
        try await world.desk.addPerson(
            NewPerson(name: PersonName(latin: [NamePart(.whole, "Amal")])),
            round: "2020-spring", as: world.office)
        let history = try await world.desk.history(of: "2020-spring", as: world.office)
        let brought = try #require(history.entries.last)
        #expect(brought.kind == .importPeople)
        let shown = try await world.desk.undo(brought.id, as: world.office, dryRun: true)
        let basis = try #require(shown.basis)
        let other = try await world.place(
            world.person("Salma"), in: world.arabic, from: "2020-01-07")
        await #expect(throws: OperationError.roundChanged(since: [other.id])) {
            try await world.desk.undo(brought.id, as: world.office, basis: basis)
        }
        let again = try await world.desk.undo(brought.id, as: world.office, dryRun: true)
        try await world.desk.undo(brought.id, as: world.office, basis: again.basis)
    }

    @Test func `an offer that expires overnight overtakes a preview`() async throws {
        let world = try await TestWorld()
        let amal = try await world.person("Amal")
        try await world.desk.apply(
            NewApplication(people: [amal], round: "2020-spring"), as: world.office)
        try await world.desk.offer(
            OfferRequest(people: [amal], group: world.arabic.id, until: day("2020-01-06")),
            as: world.office)
        let before = try await world.desk.basis(of: "2020-spring", as: world.office)
        world.time.turn(to: "2020-01-07T08:00:00Z")
        #expect(try await world.desk.basis(of: "2020-spring", as: world.office) != before)
    }

    @Test func `a clash with another round that nobody was shown overtakes a preview`()
        async throws
    {
        let world = try await TestWorld()
        let (desk, office) = (world.desk, world.office)
        let leyla = try await world.person("Leyla")
        _ = try await world.session(world.arabic, on: "2020-01-14")
        let from = day("2020-01-10")
        let shown = try await desk.changeLeader(
            of: world.arabic.id, to: leyla, from: from, as: office, dryRun: true)
        #expect(shown.clashes.isEmpty)
        try await desk.addRound(
            of: "parent-support", code: "other", name: "Andra", firstDay: day("2020-01-07"),
            as: office)
        let group = try await desk.addGroup(
            NewGroup(name: "Dari", round: "other", languages: [.dari]), as: office)
        let elsewhere = try await world.session(group, on: "2020-01-14")
        try await desk.planStaff(leyla, role: "leader", at: elsewhere.id, as: office)
        await #expect(throws: OperationError.roundChanged(since: [])) {
            try await desk.changeLeader(
                of: world.arabic.id, to: leyla, from: from, as: office, basis: shown.basis)
        }
        let again = try await desk.changeLeader(
            of: world.arabic.id, to: leyla, from: from, as: office, dryRun: true)
        #expect(again.clashes.map(\.over) == [.person(leyla)])
        let basis = try #require(again.basis)
        #expect(RoundBasis(basis.description) == basis)
        try await desk.changeLeader(
            of: world.arabic.id, to: leyla, from: from, as: office, basis: basis)
    }
}
