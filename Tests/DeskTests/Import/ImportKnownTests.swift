import Courses
import Desk
import Foundation
import Localisation
import Store
import Testing

@Suite struct ImportKnownTests {
    @Test func `for someone known blanks are filled, differences told and nothing overwritten`()
        async throws
    {
        let desk = try await ImportDesk()
        try await desk.take(
            "Id;Namn;Språk;Kön;Tel\n7;Amina Ali;arabiska;;070-123 45 67\n")
        let report = try await desk.take(
            """
            Id;Namn;Namn på eget språk;Språk;Kön;Tel;E-post;Född
            7;Amina Aly;أمينة علي;somaliska;K;070-999 99 99;a@b.se;1985-07-09
            """, round: "2020-spring")
        #expect(became(report) == ["2 filled enrolled name courseLanguage phone"])
        #expect(
            report.accepted.first?.differences.map(\.header) == ["Namn", "Språk", "Tel"])
        let person = try #require(try await desk.people().first)
        #expect(person.name == DisplayName(native: "أمينة علي", latin: "Amina Ali"))
        #expect(person.gender == .woman)
        #expect(person.birthDate == day("1985-07-09"))
        #expect(person.courseLanguages == [.arabic])
    }

    @Test func `what an import filled is blank again when it is undone`() async throws {
        let desk = try await ImportDesk()
        try await desk.take("Id;Namn;Språk\n7;Amina;arabiska\n")
        let before = try await desk.people()
        let text = """
            Id;Namn på eget språk;Språk;Kön;Tel;Född;Personnummer;Talar;Läser;Kontaktspråk;Namn
            7;أمينة;arabiska;K;0701234567;;19850709-9805;dari;dari;engelska;
            """
        let fill = try await desk.take(text, round: "2020-spring")
        #expect(became(fill) == ["2 filled enrolled"])
        let operation = try #require(fill.operation)
        _ = try await desk.desk.undo(operation, as: desk.world.office)
        #expect(try await desk.people() == before)
        #expect(try await desk.people(in: "2020-spring").isEmpty)
        #expect(became(try await desk.take(text, round: "2020-spring")) == ["2 filled enrolled"])
    }

    @Test func `an undone import leaves no trace and may come again`() async throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("samsprak-import-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("a.sqlite").path
        let desk = try await Desk.create(
            DatabaseLocation(path: path),
            organisation: Organisation(code: "0428", name: "Vingåker", isDemo: false),
            clock: TurnableClock("2020-01-06T08:00:00Z").clock)
        let text = """
            Namn;Språk;Personnummer;Tel;Skyddad;Sällskap
            Xerxesia;arabiska;19850709-9805;0701234567;;a
            Zyxwina;dari;;;ja;a
            """
        let report = try await desk.importParticipants(Array(text.utf8), as: .commandOperator)
        #expect(became(report) == ["2 new", "3 new"])
        #expect(try Self.finds("Xerxesia", in: folder))
        #expect(try !Self.finds("Zyxwina", in: folder))
        for secret in ["198507099805", "+46701234567", "0701234567"] {
            #expect(try !Self.finds(secret, in: folder))
        }
        _ = try await desk.undo(try #require(report.operation), as: .commandOperator)
        #expect(try await desk.people(as: .commandOperator).isEmpty)
        let again = try await desk.importParticipants(Array(text.utf8), as: .commandOperator)
        #expect(became(again) == ["2 new", "3 new"])
    }

    private static func finds(_ text: String, in folder: URL) throws -> Bool {
        let files = try FileManager.default.contentsOfDirectory(
            at: folder, includingPropertiesForKeys: nil)
        return try files.contains {
            try Data(contentsOf: $0).range(of: Data(text.utf8)) != nil
        }
    }

    @Test func `a protected person comes in as an alias, and no report names them`()
        async throws
    {
        let desk = try await ImportDesk()
        let text =
            "Namn;Språk;Sekretess;Personnummer\nHemlig Person;ar;ja;19850709-9805\nB;so;nej;\n"
        let report = try await desk.take(text)
        #expect(became(report) == ["2 new", "3 new"])
        let people = try await desk.people()
        #expect(people.map(\.isProtected) == [true, false])
        #expect(
            people.map(\.name) == [DisplayName(alias: 1), DisplayName(native: nil, latin: "B")])
        let again = try await desk.take(text.replacing("Hemlig Person", with: "Annat Namn"))
        #expect(became(again) == ["2 unchanged", "3 unchanged"])
        let json = try JSONEncoder().encode(again.worded(Localiser.localiser(for: .swedish)))
        #expect(!String(decoding: json, as: UTF8.self).contains("Namn\""))
    }

    @Test func `someone known who turns out protected is put under protection`() async throws {
        let desk = try await ImportDesk()
        try await desk.take("Id;Namn;Språk\n1;Amina;ar\n")
        let report = try await desk.take("Id;Namn;Språk;Skyddad\n1;Amina;ar;sekretessmarkering\n")
        #expect(became(report) == ["2 filled"])
        #expect(try await desk.people().map(\.name) == [DisplayName(alias: 1)])
    }

    @Test func `the same person twice in a file is told with the line`() async throws {
        let desk = try await ImportDesk()
        let report = try await desk.take(
            """
            Id;Namn;Språk;Pnr
            1;A;ar;850709-9805
            2;B;ar;19850709-9805
            1;C;ar;
            """)
        #expect(became(report) == ["2 new"])
        #expect(told(report) == ["3 Pnr duplicate", "4 Id duplicate"])
        #expect(
            report.rejected.map(\.fault) == [
                .duplicate(.identityNumber, line: 2), .duplicate(.externalID, line: 2),
            ])
    }

    @Test func `an external id and an identity number of two people are a conflict`()
        async throws
    {
        let desk = try await ImportDesk()
        try await desk.take("Id;Namn;Språk;Pnr\n1;A;ar;\n;B;ar;19850709-9805\n")
        let report = try await desk.take("Id;Namn;Språk;Pnr\n1;A;ar;19850709-9805\n")
        #expect(told(report) == ["2 Pnr conflict"])
        #expect(report.operation == nil)
    }

    @Test func `two rows alike are two people, and stay so`() async throws {
        let desk = try await ImportDesk()
        let first = try await desk.take("Namn;Språk\nAli;ar\nAli;ar\n")
        #expect(Set(first.accepted.map(\.person)).count == 2)
        let second = try await desk.take("Namn;Språk\nAli;ar\nAli;Arabic\nAli;arabiska\n")
        #expect(became(second) == ["2 unchanged", "3 unchanged", "4 new"])
    }

    @Test func `a column may say the round, and each row its own`() async throws {
        let desk = try await ImportDesk()
        let report = try await desk.take(
            "Namn;Språk;Omgång;Antal barn\nA;ar;2020-SPRING;2\nB;ar;Hösten 2020;\nC;ar;1999;\nD;ar;;\n"
        )
        #expect(became(report) == ["2 new enrolled", "3 new enrolled", "5 new"])
        #expect(told(report) == ["4 Omgång unknownRound"])
        let other = try await desk.take(
            "Namn;Språk;Omgång\nE;ar;2020-autumn\n", round: "2020-spring")
        #expect(told(other) == ["2 Omgång otherRound"])
    }

    @Test func `people of one party are placed together, once`() async throws {
        let desk = try await ImportDesk()
        let text = "Namn;Språk;Partner\nA;ar;B\nB;ar;\nC;ar;fam1\nD;ar;fam1\nE;ar;ja\nF;ar;ja\n"
        let first = try await desk.take(text)
        #expect(first.accepted.allSatisfy { $0.differences.isEmpty })
        let second = try await desk.take(text)
        #expect(second.accepted.allSatisfy { $0.outcome == .unchanged })
        #expect(second.operation == nil)
    }

    @Test func `nobody but an administrator imports`() async throws {
        let desk = try await ImportDesk()
        let nobody = Actor(identity: .commandOperator, grants: [])
        await #expect(throws: NotAllowed(right: .importPeople)) {
            try await desk.desk.importParticipants(Array("Namn;Språk\nA;ar\n".utf8), as: nobody)
        }
    }
}
