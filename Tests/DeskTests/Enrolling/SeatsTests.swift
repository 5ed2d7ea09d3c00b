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

    @Test func `who is kept apart since does not meet by an offer that overruled a language`()
        async throws
    {
        let world = try await TestWorld()
        let amal = try await world.member("Amal", of: world.arabic)
        let salma = try await world.person("Salma", [.somali])
        try await world.desk.apply(
            NewApplication(people: [salma], round: round), as: world.office)
        try await world.offer(salma, in: world.arabic, inSpite: "Vill öva arabiska")
        try await world.desk.addParty(.apart, of: [amal, salma], as: world.office)
        let error = await #expect(throws: PlacingError.self) { try await world.accept(salma) }
        #expect(obstacles(error) == [[.apart]])
    }

    @Test func `an offer made in spite of one person brings nobody to another`() async throws {
        let world = try await TestWorld()
        let amal = try await world.member("Amal", of: world.arabic)
        let hodan = try await world.member("Hodan", of: world.arabic)
        let salma = try await world.applicant("Salma")
        try await world.desk.addParty(.apart, of: [amal, salma], as: world.office)
        try await world.offer(salma, in: world.arabic, inSpite: "De är sams igen")
        try await world.desk.addParty(.apart, of: [hodan, salma], as: world.office)
        // Nor where the offer moves with its group.
        try await world.desk.merge(
            [world.arabic.id], into: world.somali.id, on: day("2020-01-08"), as: world.office)
        let error = await #expect(throws: PlacingError.self) { try await world.accept(salma) }
        guard case .obstacles(let faults)? = error else { return }
        #expect(faults.map(\.others) == [[hodan]])
    }

    @Test(arguments: [0, 2])
    func `a place taken up earlier than it was offered has room then too`(_ children: Int)
        async throws
    {
        let world = try await TestWorld()
        let group = try await world.group("Liten", maximum: children > 0 ? 3 : 1, childcare: 2)
        let amal = try await world.applicant("Amal", childcare: children)
        try await world.place(amal, in: group, from: "2020-01-07")
        try await world.withdraw(amal, on: "2020-01-20")
        let salma = try await world.applicant("Salma", childcare: children)
        try await world.offer(salma, in: group, from: "2020-01-20")
        let error = await #expect(throws: PlacingError.self) {
            try await world.desk.accept(
                [salma], in: round, from: day("2020-01-19"), as: world.office)
        }
        #expect(obstacles(error) == [children > 0 ? [.childcare] : [.full]])
        try await world.accept(salma)
        #expect(try await world.placements(salma).map(\.from) == [day("2020-01-20")])
    }

    @Test func `a place that was offered beyond the maximum may be taken up earlier`() async throws
    {
        let world = try await TestWorld()
        let group = try await world.group("Liten", maximum: 1)
        let amal = try await world.applicant("Amal")
        try await world.place(amal, in: group, from: "2020-01-07")
        let salma = try await world.person("Salma", [.swedish])
        try await world.desk.apply(
            NewApplication(people: [salma], round: round), as: world.office)
        try await world.offer(salma, in: group, from: "2020-01-20", inSpite: "Ryms")
        try await world.desk.accept(
            [salma], in: round, from: day("2020-01-19"), as: world.office)
        #expect(try await world.placements(salma).map(\.from) == [day("2020-01-19")])
    }

    @Test func `an offer that moves with its group gives a place from the merge on`() async throws {
        let world = try await TestWorld()
        let group = try await world.group("Liten", maximum: 1)
        let amal = try await world.applicant("Amal")
        try await world.place(amal, in: group, from: "2020-01-07")
        try await world.withdraw(amal, on: "2020-01-20")
        let salma = try await world.applicant("Salma")
        try await world.offer(salma, in: world.arabic, from: "2020-01-08")
        try await world.desk.merge(
            [world.arabic.id], into: group.id, on: day("2020-01-20"), as: world.office)
        #expect(try await world.row(salma)?.enrolment.offer?.from == day("2020-01-20"))
        try await world.accept(salma)
        #expect(try await world.placements(salma).map(\.from) == [day("2020-01-20")])
    }

    @Test func `an offer elsewhere that lapses when somebody is placed is shown`() async throws {
        let world = try await TestWorld()
        let amal = try await world.applicant("Amal")
        try await world.offer(amal, in: world.somali)
        let placed = try await world.place(amal, in: world.arabic, from: "2020-01-08")
        #expect(placed.groups.map(\.name) == ["Arabiska", "Somaliska"])
        #expect(placed.groups.map(\.offered) == [0, 0])
    }

    @Test(arguments: ["transfer", "split", "merge", "balance"])
    func `so is one that lapses when somebody moves`(_ how: String) async throws {
        let world = try await TestWorld()
        let (desk, office, date) = (world.desk, world.office, day("2020-01-09"))
        let amal = try await world.member("Amal", of: world.arabic)
        try await world.withdraw(amal, on: "2020-01-20")
        try await desk.apply(NewApplication(people: [amal], round: round), as: office)
        try await world.offer(amal, in: world.somali, from: "2020-01-20")
        let group = try await world.group("Ny")
        let moved =
            switch how {
            case "transfer": try await desk.transfer(amal, to: group.id, on: date, as: office)
            case "split":
                try await desk.split(
                    SplitRequest(
                        people: [amal], group: world.arabic.id, target: .group(group.id),
                        on: date), as: office)
            case "merge":
                try await desk.merge([world.arabic.id], into: group.id, on: date, as: office)
            default:
                try await desk.applyBalance(
                    [BalancedPlace(people: [amal], group: group.id)], in: round, on: date,
                    as: office)
            }
        #expect(try await world.row(amal)?.enrolment.offer == nil)
        #expect(moved.groups.first { $0.group == world.somali.id }?.offered == 0)
    }
}
