import Courses
import Testing

@testable import Desk

/// What the one did not know, and the other did.
@Suite struct MergeFillTests {
    @Test(arguments: [(1984, true), (1985, false), (nil, true)])
    func `a day of birth is told of whoever is known by the same year, or by none`(
        year: Int?, isTold: Bool
    ) async throws {
        let world = try await TestWorld()
        let kept = try await world.desk.addPerson(
            NewPerson(
                name: PersonName(latin: [NamePart(.whole, "Amal")]), gender: .woman,
                birthYear: year),
            as: world.office)
        let other = try await world.desk.addPerson(
            NewPerson(
                name: PersonName(latin: [NamePart(.whole, "Amaal")]), gender: .woman,
                birthDate: day("1984-05-01")),
            as: world.office)
        let merged = try await world.merge(other, into: kept)
        #expect(merged.effect.filled.contains(.birthDate) == isTold)
        let told = try await world.desk.person(kept, as: world.office).birthDate
        #expect(told == (isTold ? day("1984-05-01") : nil))
        try await world.undo(merged)
        #expect(try await world.desk.person(kept, as: world.office).birthDate == nil)
    }
}
