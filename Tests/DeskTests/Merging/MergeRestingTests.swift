import Courses
import Localisation
import Testing

@testable import Desk
@testable import Store

/// What rests on a merge, and what a merge rests on.
@Suite struct MergeRestingTests {
    @Test func `an application that made a party is undone after a merge that was undone`()
        async throws
    {
        let world = try await TestWorld()
        let (kept, other) = (try await world.person("Amal"), try await world.person("Amaal"))
        let friend = try await world.person("Huda")
        let applied = try await world.desk.apply(
            NewApplication(people: [other, friend], round: "2020-spring", together: true),
            as: world.office)
        let merged = try await world.merge(other, into: kept)
        await #expect(throws: PlacingError.cannotUndo([.restedOnBy([merged.operation])])) {
            try await world.desk.undo(applied.id, as: world.office)
        }
        try await world.undo(merged)
        try await world.desk.undo(applied.id, as: world.office)
        let rows = [try await world.row(other), try await world.row(friend)]
        #expect(rows == [nil, nil])
        #expect(try await world.faults() == [])
    }

    @Test func `a change of leader since is undone first, so that nobody else is put back`()
        async throws
    {
        let world = try await TestWorld()
        let (kept, other) = (try await world.person("Amal"), try await world.person("Amaal"))
        let third = try await world.person("Huda")
        _ = try await world.session(world.arabic, on: "2020-01-07")
        _ = try await world.session(world.arabic, on: "2020-01-14", number: 2)
        func lead(_ person: Person.ID, from date: String) async throws -> OperationID {
            try await world.desk.changeLeader(
                of: world.arabic.id, to: person, from: day(date), as: world.office
            ).id
        }
        _ = try await lead(other, from: "2020-01-07")
        let before = try await world.dump()
        let merged = try await world.merge(other, into: kept)
        let changed = try await lead(third, from: "2020-01-14")
        await #expect(throws: PlacingError.cannotUndo([.restedOnBy([changed])])) {
            try await world.desk.undo(merged.operation, as: world.office)
        }
        try await world.desk.undo(changed, as: world.office)
        try await world.undo(merged)
        let after = try await world.dump()
        #expect(after["session_staff"] == before["session_staff"])
    }

    @Test func `what an import knew somebody by is told apart when a merge is undone`()
        async throws
    {
        let world = try await TestWorld()
        func imported(_ text: String) async throws -> OperationID? {
            try await world.desk.importParticipants(
                Array("Id;Namn;Språk;Telefon;E-post\n\(text)".utf8),
                options: ImportOptions(), as: world.office
            ).operation
        }
        _ = try await imported("A-1;Amal Nur;ar;;\nA-2;Amaal Nuur;ar;;")
        let people = try await world.desk.people(as: world.office).map(\.id)
        try #require(people.count == 2)
        let (kept, other) = (people[0], people[1])
        let before = try await world.dump()
        let merged = try await world.merge(other, into: kept)
        let own = try await imported("A-1;Amal Nur;ar;070-123 45 67;")
        let others = try #require(try await imported("A-2;Amaal Nuur;ar;;amal@exempel.se"))
        await #expect(throws: PlacingError.cannotUndo([.restedOnBy([others])])) {
            try await world.desk.undo(merged.operation, as: world.office)
        }
        try await world.desk.undo(others, as: world.office)
        try await world.undo(merged)
        try await world.desk.undo(try #require(own), as: world.office)
        let after = try await world.dump()
        for (table, rows) in before { #expect(after[table] == rows, "\(table)") }
    }

    @Test func `an enrolment that an import brings since goes back with whom it knew`()
        async throws
    {
        let world = try await TestWorld()
        func imported(_ text: String, round: String?) async throws -> OperationID? {
            try await world.desk.importParticipants(
                Array("Id;Namn;Språk;Barnpassning;Sällskap\n\(text)".utf8),
                options: ImportOptions(round: round), as: world.office
            ).operation
        }
        _ = try await imported("A-1;Amal Nur;ar;;\nA-2;Amaal Nuur;ar;;", round: nil)
        let third = try await world.person("Zahra")
        let people = try await world.desk.people(as: world.office).map(\.id)
        try #require(people.count == 3)
        let (kept, other) = (people[0], people[1])
        let first = try await world.merge(other, into: kept)
        let second = try await world.merge(kept, into: third)
        let told = try await world.desk.mergedPeople(by: first.operation, as: world.office)
        _ = try #require(
            try await imported(
                "A-2;Amaal Nuur;ar;2;F1\nA-3;Huda Nur;ar;;F1", round: "2020-spring"))
        #expect(try await world.row(third)?.childcare == 2)
        #expect(
            try await world.desk.mergedPeople(by: first.operation, as: world.office).effect
                == told.effect)
        // Placed and marked since, the enrolment takes all of that along.
        let group = try await world.group("Med barn", childcare: 4)
        let friend = try #require(
            try await world.desk.people(as: world.office).map(\.id).first { $0 != third })
        let session = try await world.session(group, on: "2020-01-07")
        try await world.desk.place(
            PlaceRequest(people: [third, friend], group: group.id, from: day("2020-01-07")),
            as: world.office)
        world.time.turn(to: "2020-01-07T19:00:00Z")
        try await TestPhone(world).markPresent([third], at: session)
        try await world.undo(second)
        #expect(try await world.row(kept)?.childcare == 2)
        try await world.undo(first)
        #expect(try await world.row(other)?.childcare == 2)
        #expect([try await world.row(kept), try await world.row(third)] == [nil, nil])
        #expect(try await world.roster(session) == [other, friend])
        #expect(try await world.rows(session).filter { $0.mark != nil }.map(\.person) == [other])
        let company = try await world.desk.store.read { try $0.parties() }.together(with: other)
        #expect(company.count == 2 && !company.contains(kept))
    }
}
