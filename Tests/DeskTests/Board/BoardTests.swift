import Courses
import Desk
import Localisation
import Testing

@Suite struct BoardTests {
    private let round = "2020-spring"

    private func apply(
        _ world: TestWorld, _ names: [String], wishes: [Wish] = []
    ) async throws -> [Person.ID] {
        var people: [Person.ID] = []
        for name in names { people.append(try await world.person(name, [.arabic])) }
        try await world.desk.apply(
            NewApplication(
                people: people, round: round, appliedOn: day("2020-01-02"), wishes: wishes),
            as: world.office)
        return people
    }

    @Test func `those waiting stand by priority, and an open offer takes a seat`() async throws {
        let world = try await TestWorld()
        let late = try await apply(world, ["Amal"])
        let first = try await apply(world, ["Omar"], wishes: [.priority(3)])
        let offered = try await apply(world, ["Nour"])
        try await world.desk.offer(
            OfferRequest(people: offered, group: world.arabic.id, until: day("2020-01-20")),
            as: world.office)
        let board = try await world.desk.board(of: round, as: world.office)
        #expect(board.date == day("2020-01-07"))
        #expect(board.waiting.map(\.row.enrolment.person) == first + late)
        #expect(board.waiting.map(\.waitingDays) == [4, 4])
        let arabic = try #require(board.group(world.arabic.id))
        #expect(arabic.offered.map(\.row.enrolment.person) == offered)
        #expect(arabic.occupancy == Occupancy(people: 1, children: 0))
        #expect(arabic.free == 3)
    }

    @Test func `somebody stands where they are heading`() async throws {
        let world = try await TestWorld()
        let amal = try await world.member("Amal", of: world.arabic)
        let other = try await world.desk.addGroup(
            NewGroup(name: "Arabiska 2", round: round, languages: [.arabic]), as: world.office)
        try await world.desk.transfer(
            amal, to: other.id, on: day("2020-01-20"), as: world.office)
        let moved = try await world.desk.board(of: round, as: world.office)
        #expect(moved.group(world.arabic.id)?.members.isEmpty == true)
        #expect(moved.group(other.id)?.members.map(\.startsOn) == [day("2020-01-20")])
        try await world.desk.applyBalance(
            [BalancedPlace(people: [amal], group: nil)], in: round, on: day("2020-01-25"),
            as: world.office)
        let waiting = try await world.desk.board(of: round, as: world.office)
        #expect(waiting.waiting.map(\.startsOn) == [day("2020-01-25")])
        #expect(waiting.waiting.map { $0.hasPlace(from: day("2020-01-24")) } == [true])
        #expect(waiting.waiting.map { $0.hasPlace(from: day("2020-01-25")) } == [false])
    }

    @Test func `what stands in the way of a move is said of each`() async throws {
        let world = try await TestWorld()
        let people = try await apply(world, ["Amal", "Omar", "Nour", "Huda", "Salma"])
        let board = try await world.desk.board(of: round, as: world.office)
        let arabic = try #require(board.group(world.arabic.id))
        let somali = try #require(board.group(world.somali.id))
        #expect(board.obstacles(of: people, to: arabic).map(\.key) == ["error.obstacleFull"])
        #expect(
            board.obstacles(of: [people[0]], to: somali).map(\.key) == ["error.obstacleLanguage"])
    }
}
