import Courses
import Testing

@testable import Desk
@testable import Store

/// Whoever is called by an id of somebody who became them is one person still.
@Suite struct MergedNamesTests {
    private let round = "2020-spring"

    @Test func `named twice, by both ids, a person gets one place and one step`() async throws {
        let world = try await TestWorld()
        let desk = world.desk
        let (kept, other) = (try await world.person("Amal"), try await world.person("Amaal"))
        try await world.merge(other, into: kept)
        let both = [kept, other]
        let applied = try await desk.apply(
            NewApplication(people: both, round: round, together: true), as: world.office)
        #expect(applied.people == [kept])
        #expect(try await desk.waitlist(both, in: round, as: world.office).people == [kept])
        #expect(
            try await desk.prioritise(
                both, in: round, priority: 3, reason: "väntat länge", as: world.office
            ).people == [kept])
        try await world.offer(kept, other, in: world.arabic)
        #expect(try await desk.decline(both, in: round, as: world.office).people == [kept])
        try await desk.apply(NewApplication(people: [other], round: round), as: world.office)
        try await world.offer(other, kept, in: world.arabic)
        #expect(try await desk.accept(both, in: round, as: world.office).people == [kept])
        let steps = try await world.row(kept)?.enrolment.steps.map(\.step)
        #expect(
            steps == [
                .applied, .waitlisted, .offered, .declined, .applied, .offered, .placed,
            ])
        #expect(try await world.placements(kept).count == 1)
        #expect(try await world.row(kept)?.together == [])
    }

    @Test func `placed, moved and split by both ids, a person is in one place`() async throws {
        let world = try await TestWorld()
        let desk = world.desk
        let (kept, other) = (try await world.person("Amal"), try await world.person("Amaal"))
        try await world.merge(other, into: kept)
        let both = [other, kept]
        let placed = try await desk.place(
            PlaceRequest(people: both, group: world.arabic.id, from: day("2020-01-07")),
            as: world.office)
        #expect(placed.people == [kept] && placed.groups.map(\.after) == [1])
        #expect(try await world.placements(kept).count == 1)
        let moved = try await desk.transfer(
            both, to: world.somali.id, on: day("2020-01-09"), as: world.office)
        #expect(moved.people == [kept])
        let split = try await desk.split(
            SplitRequest(
                people: both, group: world.somali.id, target: .group(world.arabic.id),
                on: day("2020-01-10")), as: world.office)
        #expect(split.people == [kept])
        #expect(try await world.placements(kept).count == 3)
        let left = try await desk.withdraw(
            other, from: world.round.id, on: day("2020-01-20"), as: world.office)
        #expect(left.people == [kept])
        #expect(try await world.faults() == [])
    }

    @Test func `a party of both ids is a party of one`() async throws {
        let world = try await TestWorld()
        let (kept, other) = (try await world.person("Amal"), try await world.person("Amaal"))
        let friend = try await world.person("Huda")
        try await world.merge(other, into: kept)
        try await world.desk.addParty(
            .together, of: [kept, friend, other], as: world.office)
        #expect(try await world.faults() == [])
        #expect(try await world.dump()["party_member"]?.count == 2)
    }

    @Test func `a merge stands in the history of every round that it changed, with its reason`()
        async throws
    {
        let world = try await TestWorld()
        let kept = try await world.person("Amal")
        let other = try await world.member("Amaal", of: world.arabic)
        let merged = try await world.desk.mergePeople(
            other, into: kept, reason: "samma telefon", as: world.office)
        func entry() async throws -> HistoryEntry? {
            try await world.desk.history(of: round, as: world.office).entries
                .first { $0.id == merged.operation }
        }
        let told = try #require(try await entry())
        #expect(told.kind == .mergePeople && told.reason.text == "samma telefon")
        #expect(told.people == [kept])
        let organiser = Actor(
            identity: .person(kept, userName: "amal"),
            grants: [
                Grant(
                    role: .administrator, scope: .round(world.round.id), from: .distantPast,
                    until: nil)
            ])
        await #expect(throws: NotAllowed(right: .organise)) {
            try await world.desk.undo(merged.operation, as: organiser)
        }
        try await world.desk.protect(kept, level: .sekretessmarkering, as: world.office)
        let hidden = try #require(try await entry())
        #expect(hidden.reason.text == nil && hidden.reason.isWithheld)
    }

    @Test func `why somebody in no round was merged or kept is withheld with their name`()
        async throws
    {
        let world = try await TestWorld()
        let (kept, other) = (try await world.person("Amal"), try await world.person("Amaal"))
        let merged = try await world.desk.mergePeople(
            other, into: kept, reason: "samma telefon", as: world.office)
        try await world.desk.protect(kept, level: .sekretessmarkering, as: world.office)
        let record = try await world.desk.store.read { try $0.operation(merged.operation) }
        #expect(record.reason.text == nil && record.reason.isWithheld)
    }
}
