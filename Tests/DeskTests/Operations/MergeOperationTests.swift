import Courses
import Desk
import Testing

/// What a merge asks before two groups are made one.
@Suite struct MergeOperationTests {
    private let round = "2020-spring"

    private func merge(
        _ world: TestWorld, reason: String? = nil, inSpiteOfRules: Bool = false,
        as actor: Actor = .commandOperator
    ) async throws -> AppliedOperation {
        try await world.desk.merge(
            [world.somali.id], into: world.arabic.id, on: day("2020-01-10"), reason: reason,
            inSpiteOfRules: inSpiteOfRules, as: actor)
    }

    /// An administrator of some groups alone.
    private func organiser(_ world: TestWorld, _ groups: Group...) async throws -> Actor {
        Actor(
            identity: .person(try await world.person("Lena"), userName: "lena"),
            grants: groups.map {
                Grant(role: .administrator, scope: .group($0.id), from: .distantPast, until: nil)
            })
    }

    @Test func `open offers that come along count against the maximum`() async throws {
        let world = try await TestWorld()
        for name in ["Amal", "Salma", "Nour"] {
            _ = try await world.member(name, of: world.arabic)
        }
        _ = try await world.member("Hodan", of: world.somali)
        let invited = try await world.person("Asha")
        try await world.desk.apply(
            NewApplication(people: [invited], round: round), as: world.office)
        try await world.desk.offer(
            OfferRequest(people: [invited], group: world.somali.id, until: day("2020-01-20")),
            as: world.office)
        await #expect(throws: PlacingError.tooMany(count: 5, maximum: 4)) {
            try await merge(world)
        }
        await #expect(throws: PlacingError.reasonNeeded) {
            try await merge(world, reason: " ", inSpiteOfRules: true)
        }
        let merged = try await merge(world, reason: "Stor sal", inSpiteOfRules: true)
        let target = try #require(merged.groups.first { $0.group == world.arabic.id })
        #expect(target.after == 4 && target.offered == 1)
    }

    @Test func `a place that begins later counts against the maximum`() async throws {
        let world = try await TestWorld()
        for name in ["Amal", "Salma"] { _ = try await world.member(name, of: world.arabic) }
        for name in ["Nour", "Huda"] {
            _ = try await world.member(name, of: world.arabic, from: "2020-02-01")
        }
        _ = try await world.member("Hodan", of: world.somali)
        await #expect(throws: PlacingError.tooMany(count: 5, maximum: 4)) {
            try await merge(world)
        }
    }

    @Test func `people who are kept apart are not brought together without a reason`()
        async throws
    {
        let world = try await TestWorld()
        let amal = try await world.member("Amal", of: world.arabic)
        let hodan = try await world.member("Hodan", of: world.somali)
        try await world.desk.addParty(.apart, of: [amal, hodan], as: world.office)
        let refused = await #expect(throws: PlacingError.self) { try await merge(world) }
        guard case .obstacles(let faults)? = refused else {
            Issue.record("refused for \(String(describing: refused))")
            return
        }
        #expect(faults.map(\.person) == [hodan])
        #expect(faults.map(\.obstacles) == [[.apart]] && faults.map(\.others) == [[amal]])
        await #expect(throws: PlacingError.reasonNeeded) {
            try await merge(world, inSpiteOfRules: true)
        }
        let merged = try await merge(world, reason: "De vill själva", inSpiteOfRules: true)
        #expect(merged.people == [hodan])
    }

    @Test func `someone with an offer is kept apart too`() async throws {
        let world = try await TestWorld()
        let amal = try await world.member("Amal", of: world.arabic)
        let invited = try await world.person("Asha")
        try await world.desk.apply(
            NewApplication(people: [invited], round: round), as: world.office)
        try await world.desk.offer(
            OfferRequest(people: [invited], group: world.somali.id, until: day("2020-01-20")),
            as: world.office)
        try await world.desk.addParty(.apart, of: [amal, invited], as: world.office)
        await #expect(throws: PlacingError.self) { try await merge(world) }
    }

    @Test func `people kept apart who were in one group already are not asked of again`()
        async throws
    {
        let world = try await TestWorld()
        let (amal, salma) = try await (
            world.member("Amal", of: world.arabic), world.member("Salma", of: world.arabic)
        )
        try await world.desk.addParty(.apart, of: [amal, salma], as: world.office)
        let hodan = try await world.member("Hodan", of: world.somali)
        #expect(try await merge(world).people == [hodan])
    }

    @Test func `a merge and a transfer are for those who organise every group touched`()
        async throws
    {
        let world = try await TestWorld()
        let hodan = try await world.member("Hodan", of: world.somali)
        let here = try await organiser(world, world.arabic)
        await #expect(throws: NotAllowed(right: .organise)) { try await merge(world, as: here) }
        await #expect(throws: NotAllowed(right: .organise)) {
            try await world.desk.transfer(
                hodan, to: world.arabic.id, on: day("2020-01-10"), as: here)
        }
        let both = try await organiser(world, world.arabic, world.somali)
        #expect(try await merge(world, as: both).people == [hodan])
    }
}
