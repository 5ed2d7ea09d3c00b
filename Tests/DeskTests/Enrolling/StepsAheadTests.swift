import Balancing
import Courses
import Desk
import Testing

/// Steps that hold from a later day are not true before it.
@Suite struct StepsAheadTests {
    private let round = "2020-spring"

    private func ends(_ world: TestWorld, _ person: Person.ID) async throws -> [LocalDate?] {
        try await world.placements(person).map(\.before)
    }

    @Test func `whoever is moved from a group that is to close stays in the other`() async throws {
        let world = try await TestWorld()
        let amal = try await world.member("Amal", of: world.arabic)
        try await world.close(world.arabic, on: "2020-01-20")
        #expect(try await world.row(amal)?.standing == .placed)
        try await world.desk.transfer(
            amal, to: world.somali.id, on: day("2020-01-10"), as: world.office)
        #expect(try await ends(world, amal) == [day("2020-01-10"), nil])
        world.time.turn(to: "2020-01-21T08:00:00Z")
        #expect(try await world.row(amal)?.standing == .placed)
        #expect(try await world.row(amal)?.enrolment.step == .placed)
    }

    @Test func `whoever is split from a group that is to close stays in the other`() async throws {
        let world = try await TestWorld()
        let amal = try await world.member("Amal", of: world.arabic)
        try await world.close(world.arabic, on: "2020-01-20")
        try await world.desk.split(
            SplitRequest(
                people: [amal], group: world.arabic.id, target: .group(world.somali.id),
                on: day("2020-01-10")), as: world.office)
        #expect(try await ends(world, amal) == [day("2020-01-10"), nil])
        world.time.turn(to: "2020-01-21T08:00:00Z")
        #expect(try await world.row(amal)?.standing == .placed)
    }

    @Test func `the balancing places whoever will wait on its day`() async throws {
        let world = try await TestWorld()
        let amal = try await world.member("Amal", of: world.arabic)
        try await world.close(world.arabic, on: "2020-01-20")
        let before = try await world.desk.balanceProblem(
            BalanceTerms(round: round, on: day("2020-01-10")), as: world.office)
        #expect(before.problem.parties.map(\.currentGroup) == [world.arabic.id.description])
        let after = try await world.desk.proposeBalance(
            BalanceTerms(round: round, on: day("2020-01-20")), as: world.office)
        #expect(after.problem.parties.map(\.currentGroup) == [nil])
        try await world.desk.applyBalance(
            after.changes(), in: round, on: after.effectiveOn, as: world.office)
        #expect(try await ends(world, amal) == [day("2020-01-20"), nil])
        #expect(try await world.placements(amal).map(\.group).last == world.somali.id)
    }

    @Test func `whoever withdraws later does so from the other group too`() async throws {
        let world = try await TestWorld()
        let amal = try await world.member("Amal", of: world.arabic)
        try await world.withdraw(amal, on: "2020-01-20")
        #expect(try await world.row(amal)?.standing == .placed)
        try await world.desk.transfer(
            amal, to: world.somali.id, on: day("2020-01-10"), as: world.office)
        #expect(try await ends(world, amal) == [day("2020-01-10"), day("2020-01-20")])
        world.time.turn(to: "2020-01-21T08:00:00Z")
        #expect(try await world.row(amal)?.standing == .withdrawn)
    }

    @Test func `a withdrawal to come outlasts a group that closes before it`() async throws {
        let world = try await TestWorld()
        let amal = try await world.member("Amal", of: world.arabic)
        try await world.withdraw(amal, on: "2020-01-20")
        try await world.close(world.arabic, on: "2020-01-10")
        for (date, standing) in [
            ("2020-01-09", EnrolmentStanding.placed), ("2020-01-10", .waitlisted),
            ("2020-01-20", .withdrawn),
        ] {
            world.time.turn(to: "\(date)T08:00:00Z")
            #expect(try await world.row(amal)?.standing == standing)
        }
    }

    @Test func `a withdrawal may be moved to an earlier day, not to a later`() async throws {
        let world = try await TestWorld()
        let amal = try await world.member("Amal", of: world.arabic)
        try await world.withdraw(amal, on: "2020-01-20")
        await #expect(throws: PlacingError.notEnrolled(amal)) {
            try await world.withdraw(amal, on: "2020-01-25")
        }
        try await world.withdraw(amal, on: "2020-01-15")
        #expect(try await ends(world, amal) == [day("2020-01-15")])
    }

    @Test func `an offer in another group outlasts a place that ends, one in the group does not`()
        async throws
    {
        let world = try await TestWorld()
        let third = try await world.group("Tredje")
        let amal = try await world.member("Amal", of: world.arabic)
        try await world.close(world.arabic, on: "2020-01-20")
        try await world.offer(amal, in: world.somali, from: "2020-01-20")
        #expect(try await world.row(amal)?.standing == .placed)
        #expect(try await world.row(amal)?.group == world.arabic.id)
        let salma = try await world.applicant("Salma")
        try await world.offer(salma, in: third)
        try await world.close(third, on: "2020-01-25")
        #expect(try await world.row(salma)?.standing == .waitlisted)
        try await world.accept(amal)
        #expect(try await ends(world, amal) == [day("2020-01-20"), nil])
    }

    @Test func `nobody has two places at a time by accepting`() async throws {
        let world = try await TestWorld()
        let amal = try await world.member("Amal", of: world.arabic)
        await #expect(throws: PlacingError.alreadyPlaced(amal, in: world.arabic.id)) {
            try await world.offer(amal, in: world.somali)
        }
        try await world.close(world.arabic, on: "2020-01-20")
        await #expect(throws: PlacingError.alreadyPlaced(amal, in: world.arabic.id)) {
            try await world.offer(amal, in: world.somali, from: "2020-01-19")
        }
        try await world.offer(amal, in: world.somali, from: "2020-01-20")
        await #expect(throws: PlacingError.alreadyPlaced(amal, in: world.arabic.id)) {
            try await world.desk.accept(
                [amal], in: round, from: day("2020-01-15"), as: world.office)
        }
    }

    @Test func `a withdrawal dated back is asked of its marks though there is an offer`()
        async throws
    {
        let world = try await TestWorld()
        let amal = try await world.member("Amal", of: world.arabic)
        let session = try await world.session(world.arabic, on: "2020-01-07")
        world.time.turn(to: "2020-01-07T19:00:00Z")
        try await TestPhone(world).markPresent([amal], at: session)
        world.time.turn(to: "2020-01-08T08:00:00Z")
        try await world.close(world.arabic, on: "2020-01-20")
        try await world.offer(amal, in: world.somali, from: "2020-01-20")
        await #expect(throws: PlacingError.againstMarks(amal, sessions: [session.id])) {
            try await world.withdraw(amal, on: "2020-01-07")
        }
    }

    @Test func `whoever was to move to a group that closes waits when their place ends`()
        async throws
    {
        let world = try await TestWorld()
        let amal = try await world.member("Amal", of: world.arabic)
        try await world.desk.transfer(
            amal, to: world.somali.id, on: day("2020-01-30"), as: world.office)
        try await world.close(world.somali, on: "2020-01-20")
        #expect(try await ends(world, amal) == [day("2020-01-30")])
        #expect(try await world.row(amal)?.standing == .placed)
        world.time.turn(to: "2020-01-30T08:00:00Z")
        #expect(try await world.row(amal)?.standing == .waitlisted)
        try await world.offer(amal, in: world.arabic, from: "2020-01-30")
        #expect(try await world.row(amal)?.standing == .offered)
    }

    @Test func `whoever was to withdraw from a group that closes does so still`() async throws {
        let world = try await TestWorld()
        let amal = try await world.member("Amal", of: world.arabic)
        try await world.withdraw(amal, on: "2020-01-30")
        try await world.desk.transfer(
            amal, to: world.somali.id, on: day("2020-01-29"), as: world.office)
        try await world.close(world.somali, on: "2020-01-20")
        world.time.turn(to: "2020-01-29T08:00:00Z")
        #expect(try await world.row(amal)?.standing == .waitlisted)
        world.time.turn(to: "2020-01-30T08:00:00Z")
        #expect(try await world.row(amal)?.standing == .withdrawn)
    }
}
