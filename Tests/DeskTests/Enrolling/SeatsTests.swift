import Courses
import Desk
import Testing

/// Seats that are held, and people who meet in a group or must not.
@Suite struct SeatsTests {
    private let round = "2020-spring"

    @Test(arguments: [true, false])
    func `a place that begins later holds its seat in between`(_ isOffered: Bool) async throws {
        let world = try await TestWorld()
        let group = try await world.group("Liten", maximum: 1, childcare: 2)
        let amal = try await world.applicant("Amal", childcare: 1)
        if isOffered {
            try await world.offer(amal, in: group, from: "2020-01-20")
            try await world.accept(amal)
        } else {
            try await world.place(amal, in: group, from: "2020-01-20")
        }
        let salma = try await world.applicant("Salma", childcare: 2)
        let error = await #expect(throws: PlacingError.self) {
            try await world.place(salma, in: group, from: "2020-01-08")
        }
        #expect(obstacles(error) == [[.childcare, .full]])
    }

    @Test func `a seat is free for whoever comes when another leaves`() async throws {
        let world = try await TestWorld()
        let group = try await world.group("Liten", maximum: 1)
        let amal = try await world.person("Amal")
        try await world.place(amal, in: group, from: "2020-01-08")
        try await world.withdraw(amal, on: "2020-01-20")
        let salma = try await world.person("Salma")
        try await world.place(salma, in: group, from: "2020-01-20")
        #expect(try await world.placements(salma).count == 1)
    }

    @Test func `whoever comes later is met all the same`() async throws {
        let world = try await TestWorld()
        let (amal, salma) = try await (world.person("Amal"), world.person("Salma"))
        try await world.desk.addParty(.apart, of: [amal, salma], as: world.office)
        try await world.place(amal, in: world.arabic, from: "2020-01-20")
        let error = await #expect(throws: PlacingError.self) {
            try await world.place(salma, in: world.arabic, from: "2020-01-08")
        }
        #expect(obstacles(error) == [[.apart]])
    }

    @Test func `an offer made in spite of what keeps people apart can be accepted`() async throws {
        let world = try await TestWorld()
        let amal = try await world.member("Amal", of: world.arabic)
        let salma = try await world.applicant("Salma")
        try await world.desk.addParty(.apart, of: [amal, salma], as: world.office)
        try await world.offer(salma, in: world.arabic, inSpite: "De är sams igen")
        try await world.accept(salma)
        #expect(try await world.row(salma)?.standing == .placed)
    }

    @Test func `people whom one learns to keep apart after the offer do not meet`() async throws {
        let world = try await TestWorld()
        let amal = try await world.member("Amal", of: world.arabic)
        let salma = try await world.applicant("Salma")
        try await world.offer(salma, in: world.arabic)
        try await world.desk.addParty(.apart, of: [amal, salma], as: world.office)
        let error = await #expect(throws: PlacingError.self) { try await world.accept(salma) }
        #expect(obstacles(error) == [[.apart]])
    }

    @Test func `whoever holds an offer in the same group comes along`() async throws {
        let world = try await TestWorld()
        let (amal, omar) = try await (world.applicant("Amal"), world.applicant("Omar"))
        try await world.offer(omar, in: world.arabic)
        try await world.desk.addParty(.together, of: [amal, omar], as: world.office)
        try await world.offer(amal, in: world.arabic)
        #expect(try await world.row(amal)?.standing == .offered)
        // They accept together only.
        let error = await #expect(throws: PlacingError.self) { try await world.accept(amal) }
        #expect(obstacles(error) == [[.party]])
        try await world.accept(amal, omar)
    }

    @Test func `a couple does not lose one of its places by the balancing`() async throws {
        let world = try await TestWorld()
        let amal = try await world.member("Amal", of: world.arabic)
        let omar = try await world.member("Omar", of: world.arabic)
        try await world.desk.addParty(.together, of: [amal, omar], as: world.office)
        let error = await #expect(throws: PlacingError.self) {
            try await world.desk.applyBalance(
                [BalancedPlace(people: [amal], group: nil)], in: round, on: day("2020-01-08"),
                as: world.office)
        }
        #expect(obstacles(error) == [[.party]])
        try await world.desk.applyBalance(
            [BalancedPlace(people: [amal, omar], group: nil)], in: round, on: day("2020-01-08"),
            as: world.office)
        world.time.turn(to: "2020-01-08T08:00:00Z")
        #expect(try await world.row(omar)?.standing == .waitlisted)
    }

    @Test func `whoever is offered a place is shown in that group`() async throws {
        let world = try await TestWorld()
        let amal = try await world.member("Amal", of: world.arabic)
        try await world.withdraw(amal, on: "2020-01-08")
        world.time.turn(to: "2020-01-09T08:00:00Z")
        #expect(try await world.row(amal)?.group == world.arabic.id)
        try await world.desk.apply(
            NewApplication(people: [amal], round: round), as: world.office)
        #expect(try await world.row(amal)?.group == nil)
        try await world.offer(amal, in: world.somali)
        #expect(try await world.row(amal)?.group == world.somali.id)
    }
}
