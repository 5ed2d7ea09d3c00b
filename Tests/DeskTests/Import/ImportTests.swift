import Courses
import Desk
import Localisation
import Store
import Testing

@Suite struct ImportTests {
    private static let good = """
        Förnamn;Efternamn;Personnummer;Kön;Språk;Telefon;E-post
        Amina;Ali;19850709-9805;K;arabiska;070-123 45 67;amina@exempel.se
        Yusuf;Hassan;;M;somaliska;;
        ስምረት;ተስፋይ;;;tigrinska;;
        """

    @Test func `good rows go in with what they say`() async throws {
        let desk = try await ImportDesk()
        let report = try await desk.take(Self.good)
        #expect(report.refused == nil)
        #expect(report.encoding == .utf8)
        #expect(report.delimiter == .semicolon)
        #expect(told(report) == [])
        #expect(became(report) == ["2 new", "3 new", "4 new"])
        #expect(report.operation != nil)
        let people = try await desk.people()
        #expect(people.map(\.name.latin) == ["Amina Ali", "Yusuf Hassan", nil])
        #expect(people.map(\.name.native) == [nil, nil, "ስምረት ተስፋይ"])
        #expect(people.map(\.gender) == [.woman, .man, .unknown])
        #expect(people.map(\.birthDate) == [day("1985-07-09"), nil, nil])
        #expect(people.map(\.courseLanguages) == [[.arabic], [.somali], [.tigrinya]])
        #expect(people.map(\.id) == report.accepted.map(\.person))
    }

    @Test func `dry run and real run say the same`() async throws {
        let desk = try await ImportDesk()
        let text = Self.good + "\nBertil;;123;;kurdiska;12;x\n"
        let rehearsed = try await desk.take(text, round: "2020-spring", dryRun: true)
        #expect(try await desk.people().isEmpty)
        let done = try await desk.take(text, round: "2020-spring")
        #expect(rehearsed.accepted == done.accepted)
        #expect(rehearsed.rejected == done.rejected)
        #expect(rehearsed.rejectedRows == done.rejectedRows)
        #expect(rehearsed.operation == nil)
        #expect(done.operation != nil)
        #expect(try await desk.people().count == 3)
    }

    @Test func `the same file twice changes nothing`() async throws {
        let desk = try await ImportDesk()
        let text = Self.good + "\nYusuf;Hassan;;M;somaliska;;\n"
        let first = try await desk.take(text, round: "2020-spring")
        #expect(
            became(first)
                == ["2 new enrolled", "3 new enrolled", "4 new enrolled", "5 new enrolled"])
        let before = try await desk.people()
        let second = try await desk.take(text, round: "2020-spring")
        #expect(became(second) == ["2 unchanged", "3 unchanged", "4 unchanged", "5 unchanged"])
        #expect(second.operation == nil)
        #expect(second.accepted.map(\.person) == first.accepted.map(\.person))
        #expect(try await desk.people() == before)
    }

    @Test func `a second round takes in people who are known`() async throws {
        let desk = try await ImportDesk()
        try await desk.take(Self.good, round: "2020-spring")
        let report = try await desk.take(Self.good, round: "2020-autumn")
        #expect(became(report) == ["2 known enrolled", "3 known enrolled", "4 known enrolled"])
        #expect(try await desk.people(in: "2020-autumn").count == 3)
        #expect(try await desk.people().count == 3)
    }
}
