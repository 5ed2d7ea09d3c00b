import Courses
import Testing

@testable import Desk

/// What is noted of an enrolment, sealed for whoever it is then.
@Suite struct MergedNoteTests {
    @Test func `a note of the other's enrolment is undone before a merge, and is not lost`()
        async throws
    {
        let world = try await TestWorld()
        func imported(_ text: String) async throws -> OperationID {
            let report = try await world.desk.importParticipants(
                Array("Id;Namn;Språk;Anteckning\n\(text)".utf8),
                options: ImportOptions(round: "2020-spring"), as: world.office)
            return try #require(report.operation)
        }
        let kept = try await world.desk.addPerson(
            NewPerson(
                name: PersonName(latin: [NamePart(.whole, "Amal Nur")]), externalID: "A-1",
                courseLanguages: [.arabic]),
            as: world.office)
        _ = try await imported("A-2;Amaal Nuur;ar;")
        let people = try await world.desk.people(as: world.office).map(\.id)
        let other = try #require(people.first { $0 != kept })
        let before = try await world.dump()
        func note(of person: Person.ID) async throws -> String? {
            try await world.desk.details(of: person, as: world.office)
                .rounds[world.round.id]?.note
        }
        let merged = try await world.merge(other, into: kept)
        // Known by an id of their own, so that nothing tells that it was the other's.
        let noted = try await imported("A-1;Amal Nur;ar;Ring efter fyra")
        #expect(try await note(of: kept) == "Ring efter fyra")
        await #expect(throws: PlacingError.cannotUndo([.restedOnBy([noted])])) {
            try await world.desk.undo(merged.operation, as: world.office)
        }
        try await world.desk.undo(noted, as: world.office)
        try await world.undo(merged)
        let after = try await world.dump()
        for table in ["enrolment", "person_note", "person"] {
            #expect(after[table] == before[table])
        }
    }
}
