import Courses
import Testing

@testable import Desk

@Suite struct ImportAfterAddingTests {
    @Test func `a list is taken in after somebody was added by hand`() async throws {
        let world = try await TestWorld()
        _ = try await world.person("Huda")
        let report = try await world.desk.importParticipants(
            Array("Id;Namn;Språk\nA-1;Amal Nur;ar".utf8), options: ImportOptions(),
            as: world.office)
        #expect(report.accepted.map(\.outcome) == [.new])
        let names = try await world.desk.people(as: world.office).map(\.name.latin)
        #expect(names.sorted { ($0 ?? "") < ($1 ?? "") } == ["Amal Nur", "Huda"])
    }
}
