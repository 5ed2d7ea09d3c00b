import Balancing
import Courses
import Desk
import Testing

@Suite struct BalanceOperationTests {
    private let round = "2020-spring"

    private func apply(
        _ world: TestWorld, _ names: [String], _ languages: [Language] = [.arabic],
        wishes: [Wish] = [], together: Bool = false, childcare: Int = 0
    ) async throws -> [Person.ID] {
        var people: [Person.ID] = []
        for name in names { people.append(try await world.person(name, languages)) }
        try await world.desk.apply(
            NewApplication(
                people: people, round: round, appliedOn: day("2020-01-02"), wishes: wishes,
                childcare: childcare, together: together), as: world.office)
        return people
    }

    @Test func `the problem says who waits, with whom, for how long and what they wish`()
        async throws
    {
        let world = try await TestWorld()
        _ = try await world.desk.addGroup(
            NewGroup(
                name: "Tisdag", round: round, languages: [.arabic], maximum: 4,
                childcarePlaces: 3,
                slot: Slot(weekday: .tuesday, start: clock("17:30"), end: clock("19:30"))),
            as: world.office)
        let couple = try await apply(
            world, ["Amal", "Omar"], wishes: [.slots([WishedSlot(.tuesday)]), .priority(2)],
            together: true, childcare: 2)
        let placed = try await world.member("Salma", of: world.arabic)
        let gone = try await apply(world, ["Huda"])
        try await world.desk.withdraw(
            gone[0], from: world.round.id, on: day("2020-01-06"), as: world.office)
        let offered = try await apply(world, ["Nour"])
        try await world.desk.offer(
            OfferRequest(people: offered, group: world.arabic.id, until: day("2020-01-20")),
            as: world.office)

        let question = try await world.desk.balanceProblem(
            BalanceTerms(round: round), as: world.office)
        #expect(question.effectiveOn == day("2020-01-07"))
        #expect(question.people.values.map(Set.init).contains(Set(couple)))
        #expect(!question.people.values.joined().contains(gone[0]))
        let parties = question.problem.parties
        let waiting = try #require(parties.first { $0.members.count == 2 })
        #expect(waiting.slots.isEmpty && waiting.childcare == 2 && waiting.priority == 2)
        #expect(waiting.waitingDays == 4 && waiting.currentGroup == nil)
        #expect(waiting.members.map(\.slots) == [["tuesday 17:30-19:30"], ["tuesday 17:30-19:30"]])
        let member = try #require(parties.first { $0.id == placed.description })
        #expect(member.currentGroup == world.arabic.id.description && member.lockedTo == nil)
        let held = try #require(parties.first { $0.id == offered[0].description })
        #expect(held.lockedTo == world.arabic.id.description)
        #expect(held.currentGroup == held.lockedTo)
    }

    @Test func `a proposal is applied as one operation and undone as one`() async throws {
        let world = try await TestWorld()
        let arabic = try await apply(world, ["Amal", "Omar"], together: true)
        let somali = try await apply(world, ["Hodan"], [.somali])
        let balance = try await world.desk.proposeBalance(
            BalanceTerms(round: round), as: world.office)
        #expect(balance.proposal.unplaced.isEmpty)
        let applied = try await world.desk.applyBalance(
            balance.changes(), in: round, on: balance.effectiveOn, as: world.office,
            basis: balance.basis)
        #expect(Set(applied.people) == Set(arabic + somali))
        #expect(applied.groups.map(\.name) == ["Arabiska", "Somaliska"])
        #expect(applied.groups.map(\.after) == [2, 1])
        let rows = try await world.desk.enrolmentRows(in: round, as: world.office)
        #expect(rows.allSatisfy { $0.standing == .placed })
        try await world.desk.undo(applied.id, as: world.office)
        #expect(
            try await world.desk.basis(of: round, as: world.office).digest
                == balance.basis.digest)
    }

    @Test func `only the parties that were chosen are placed`() async throws {
        let world = try await TestWorld()
        let couple = try await apply(world, ["Amal", "Omar"], together: true)
        let other = try await apply(world, ["Salma"])
        let balance = try await world.desk.proposeBalance(
            BalanceTerms(round: round), as: world.office)
        let applied = try await world.desk.applyBalance(
            balance.changes(only: [couple[1]]), in: round, on: balance.effectiveOn,
            as: world.office, basis: balance.basis)
        #expect(Set(applied.people) == Set(couple))
        await #expect(throws: OperationError.roundChanged(since: [applied.id])) {
            try await world.desk.applyBalance(
                balance.changes(only: other), in: round, on: balance.effectiveOn,
                as: world.office, basis: balance.basis)
        }
    }

    @Test func `people change places between two full groups`() async throws {
        let world = try await TestWorld()
        for name in ["A", "B", "C"] { _ = try await world.member(name, of: world.arabic) }
        for name in ["D", "E", "F"] { _ = try await world.member(name, of: world.somali) }
        let (amal, hodan) = try await (
            world.member("Amal", of: world.arabic), world.member("Hodan", of: world.somali)
        )
        let applied = try await world.desk.applyBalance(
            [
                BalancedPlace(people: [amal], group: world.somali.id),
                BalancedPlace(people: [hodan], group: world.arabic.id),
            ], in: round, on: day("2020-01-08"), as: world.office)
        #expect(applied.groups.map(\.before) == [4, 4])
        #expect(applied.groups.map(\.after) == [4, 4])
        let third = try await apply(world, ["Mona"])
        await #expect(throws: PlacingError.self) {
            try await world.desk.applyBalance(
                [BalancedPlace(people: third, group: world.arabic.id)], in: round,
                on: day("2020-01-08"), as: world.office)
        }
    }

    @Test func `whoever is unlocked may lose their place, and waits again`() async throws {
        let world = try await TestWorld()
        let amal = try await world.member("Amal", of: world.arabic)
        let applied = try await world.desk.applyBalance(
            [BalancedPlace(people: [amal], group: nil)], in: round, on: day("2020-01-08"),
            as: world.office)
        #expect(applied.groups.map(\.after) == [0])
        #expect(try await world.row(amal)?.standing == .placed)
        world.time.turn(to: "2020-01-08T08:00:00Z")
        #expect(try await world.row(amal)?.standing == .waitlisted)
    }
}
