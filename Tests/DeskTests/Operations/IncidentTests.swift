import Balancing
import Courses
import Desk
import Statistics
import Testing

/// What has gone wrong in other systems, and can't here.
@Suite struct IncidentTests {
    private let round = "2020-spring"

    @Test(arguments: [OperationKind.transfer, .merge, .split, .balance])
    func `moving between groups loses no attendance`(_ kind: OperationKind) async throws {
        let world = try await TestWorld()
        let (desk, office) = (world.desk, world.office)
        let amal = try await world.member("Amal", of: world.arabic)
        let past = try await world.session(world.arabic, on: "2020-01-07")
        let coming = try await world.session(world.somali, on: "2020-01-14", number: 2)
        world.time.turn(to: "2020-01-07T19:00:00Z")
        try await TestPhone(world).markPresent([amal], at: past)
        let (rows, figures) = try await (world.rows(past), world.heldFigures())
        #expect(rows.map(\.person) == [amal] && figures.attended == 1)

        world.time.turn(to: "2020-01-08T08:00:00Z")
        let (from, date) = (world.arabic.id, day("2020-01-09"))
        let moved =
            switch kind {
            case .merge: try await desk.merge([from], into: world.somali.id, on: date, as: office)
            case .split:
                try await desk.split(
                    SplitRequest(
                        people: [amal], group: from, target: .group(world.somali.id), on: date),
                    as: office)
            case .balance:
                try await desk.applyBalance(
                    [BalancedPlace(people: [amal], group: world.somali.id)], in: round, on: date,
                    as: office)
            default: try await desk.transfer(amal, to: world.somali.id, on: date, as: office)
            }
        #expect(moved.kind == kind)
        #expect(try await world.roster(coming) == [amal])
        #expect(try await world.rows(past) == rows)
        #expect(try await world.heldFigures() == figures)
        try await desk.undo(moved.id, as: office)
        #expect(try await world.rows(past) == rows)
        #expect(try await world.heldFigures() == figures)
    }

    @Test func `waitlisted or withdrawn people do not turn up as unplaced`() async throws {
        let world = try await TestWorld()
        let (desk, office) = (world.desk, world.office)
        var people: [String: Person.ID] = [:]
        for name in ["new", "waitlisted", "withdrawn", "declined"] {
            let person = try await world.person(name)
            people[name] = person
            try await desk.apply(NewApplication(people: [person], round: round), as: office)
        }
        let named = { (name: String) in try #require(people[name]) }
        try await desk.waitlist([named("waitlisted")], in: round, as: office)
        try await desk.withdraw(
            named("withdrawn"), from: world.round.id, on: day("2020-01-06"), as: office)
        try await desk.offer(
            OfferRequest(
                people: [named("declined")], group: world.arabic.id, until: day("2020-01-20")),
            as: office)
        try await desk.decline([named("declined")], in: round, as: office)
        people["left"] = try await world.member("left", of: world.arabic, from: "2020-01-06")
        try await desk.withdraw(
            named("left"), from: world.round.id, on: day("2020-01-06"), as: office)
        people["closed"] = try await world.member("closed", of: world.somali, from: "2020-01-06")
        try await desk.closeGroup(
            world.somali.id, on: day("2020-01-06"), waitlisting: true, as: office)

        let rows = try await desk.enrolmentRows(in: round, as: office)
        let standings = Dictionary(
            uniqueKeysWithValues: rows.map { ($0.enrolment.person, $0.standing) })
        #expect(standings.filter(\.value.isUnplaced).map(\.key) == [try named("new")])
        #expect(standings[try named("waitlisted")] == .waitlisted)
        #expect(standings[try named("closed")] == .waitlisted)
        for gone in ["withdrawn", "left"] {
            #expect(standings[try named(gone)] == .withdrawn)
        }
        let asked = try await desk.proposeBalance(BalanceTerms(round: round), as: office)
        let toPlace = Set(asked.people.values.joined())
        #expect(toPlace == [try named("new"), try named("waitlisted"), try named("closed")])
    }

    @Test func `a single free seat tears no couple apart`() async throws {
        let world = try await TestWorld()
        let (desk, office) = (world.desk, world.office)
        try await desk.closeGroup(world.somali.id, on: day("2020-01-06"), as: office)
        for name in ["A", "B", "C"] { _ = try await world.member(name, of: world.arabic) }
        let couple = [try await world.person("Amal"), try await world.person("Omar")]
        try await desk.apply(
            NewApplication(
                people: couple, round: round, appliedOn: day("2020-01-01"), together: true),
            as: office)
        for people in [couple, [couple[0]], [couple[1]]] {
            await #expect(throws: PlacingError.self) {
                try await desk.place(
                    PlaceRequest(
                        people: people, group: world.arabic.id, from: day("2020-01-07")),
                    as: office)
            }
            await #expect(throws: PlacingError.self) {
                try await desk.offer(
                    OfferRequest(
                        people: people, group: world.arabic.id, until: day("2020-01-20")),
                    as: office)
            }
        }
        // Half a couple is not placed for any reason.
        await #expect(throws: PlacingError.self) {
            try await desk.place(
                PlaceRequest(
                    people: [couple[0]], group: world.arabic.id, from: day("2020-01-07"),
                    reason: "En plats kvar", inSpiteOfRules: true), as: office)
        }
        let single = try await world.person("Salma")
        try await desk.apply(NewApplication(people: [single], round: round), as: office)
        let balance = try await desk.proposeBalance(BalanceTerms(round: round), as: office)
        let unplaced = balance.proposal.unplaced.flatMap { balance.people[$0.party] ?? [] }
        #expect(Set(unplaced) == Set(couple))
        try await desk.applyBalance(
            balance.changes(), in: round, on: balance.effectiveOn, as: office,
            basis: balance.basis)
        let rows = try await desk.enrolmentRows(in: round, as: office)
        #expect(
            Set(rows.filter { $0.standing == .applied }.map(\.enrolment.person))
                == Set(couple))
        #expect(rows.first { $0.enrolment.person == single }?.standing == .placed)
    }

    @Test func `an accepted invitation is not counted as attendance`() async throws {
        let world = try await TestWorld()
        let (desk, office) = (world.desk, world.office)
        let amal = try await world.person("Amal")
        let other = try await world.member("Salma", of: world.arabic)
        let session = try await world.session(world.arabic, on: "2020-01-07")
        try await desk.apply(NewApplication(people: [amal], round: round), as: office)
        try await desk.offer(
            OfferRequest(people: [amal], group: world.arabic.id, until: day("2020-01-07")),
            as: office)
        try await desk.accept([amal], in: round, as: office)
        world.time.turn(to: "2020-01-07T19:00:00Z")
        try await TestPhone(world).markPresent([other], at: session)
        let register = try await desk.register(of: session.id, as: office)
        let row = try #require(register.rows.first { $0.person == amal })
        #expect(row.isOnRoster && row.mark == nil && row.version == 0)
        let figures = try await world.heldFigures()
        #expect(figures.expected == 2 && figures.unmarked == 1)
        #expect(figures.attended == 1 && figures.uniqueParticipants == 1)
    }

    @Test func `a person added later leaves no register complete`() async throws {
        let world = try await TestWorld()
        let (desk, office) = (world.desk, world.office)
        let amal = try await world.member("Amal", of: world.arabic)
        let session = try await world.session(world.arabic, on: "2020-01-07")
        world.time.turn(to: "2020-01-07T19:00:00Z")
        try await TestPhone(world).markPresent([amal], at: session)
        #expect(try await desk.register(of: session.id, as: office).unmarked == 0)

        let late = try await world.member("Salma", of: world.arabic, from: "2020-01-07")
        let register = try await desk.register(of: session.id, as: office)
        #expect(register.unmarked == 1)
        #expect(register.session.expected == 2 && register.session.marked == 1)
        #expect(register.rows.first { $0.person == late }?.mark == nil)
        let figures = try await world.heldFigures()
        #expect(figures.unmarked == 1 && figures.absentUnnotified == 0)
        #expect(figures.attendanceRate == Ratio(numerator: 1, denominator: 1))
    }

    @Test func `saving a filtered list leaves the others as they are`() async throws {
        let world = try await TestWorld()
        var people: [Person.ID] = []
        for name in ["Amal", "Salma", "Nour"] {
            people.append(try await world.member(name, of: world.arabic))
        }
        let session = try await world.session(world.arabic, on: "2020-01-07")
        world.time.turn(to: "2020-01-07T19:00:00Z")
        try await TestPhone(world).markPresent(people, at: session)
        let before = try await world.rows(session)
        // Whoever filters sees one of them, and saves that one.
        let phone = TestPhone(world, "filtered")
        try await phone.send(
            phone.act(.absent(people[1], .notified, base: 1), at: session, 1))
        let after = try await world.rows(session)
        #expect(after.count == 3)
        for row in after where row.person != people[1] {
            #expect(before.contains(row))
        }
        let changed = try #require(after.first { $0.person == people[1] })
        #expect(changed.mark?.value == .absent(.notified))
        // And a list with nobody in it changes nobody.
        _ = try await phone.send([])
        #expect(try await world.rows(session) == after)
    }
}
