import Courses
import Testing

@testable import Desk

struct ImportAfterHandTests {
    @Test func `rows go in after people were added by hand on the same connection`() async throws {
        let world = try await TestWorld()
        try await world.desk.addPerson(
            NewPerson(
                name: PersonName(latin: [NamePart(.whole, "Amal Hassan")]),
                courseLanguages: [.arabic]),
            round: world.round.code, as: world.office)
        let report = try await world.desk.importParticipants(
            Array("Namn\tKursspråk\nSaba Tesfay\ttigrinja".utf8),
            options: ImportOptions(round: world.round.code), as: world.office)
        #expect(report.accepted.map(\.outcome) == [.new])
        let rows = try await world.desk.enrolmentRows(in: world.round.code, as: world.office)
        #expect(rows.count == 2)
    }

    @Test func `nothing is taken in that would be told otherwise than was shown`() async throws {
        let world = try await TestWorld()
        let rows = Array("Namn\tKursspråk\tExternt id\nSaba Tesfay\ttigrinja\tA-7".utf8)
        var options = ImportOptions(round: world.round.code, dryRun: true)
        let shown = try await world.desk.importParticipants(
            rows, options: options, as: world.office)
        try await world.desk.addPerson(
            NewPerson(
                name: PersonName(latin: [NamePart(.whole, "Saba")]), externalID: "A-7",
                courseLanguages: [.tigrinya]),
            as: world.office)
        options.dryRun = false
        options.shown = shown.fingerprint
        await #expect(throws: OperationError.roundChanged(since: [])) {
            try await world.desk.importParticipants(rows, options: options, as: world.office)
        }
        let enrolled = try await world.desk.enrolmentRows(
            in: world.round.code, as: world.office)
        #expect(enrolled.isEmpty)
        options.shown = nil
        let taken = try await world.desk.importParticipants(
            rows, options: options, as: world.office)
        #expect(taken.operation != nil)
    }
}
