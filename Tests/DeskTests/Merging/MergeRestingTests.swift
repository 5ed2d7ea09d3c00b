import Courses
import Localisation
import Testing

@testable import Desk

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
}
