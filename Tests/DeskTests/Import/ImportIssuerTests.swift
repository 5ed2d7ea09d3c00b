import Courses
import Desk
import Testing

/// A TF number is unique only together with its issuer.
@Suite struct ImportIssuerTests {
    private static let number = "19850709TF12"

    @Test func `with its issuer a TF number is recognised, however the issuer is written`()
        async throws
    {
        let desk = try await ImportDesk()
        let header = "Namn;Språk;Personnummer;Utfärdare\n"
        let first = try await desk.take(header + "A;ar;\(Self.number);Region Sörmland\n")
        #expect(became(first) == ["2 new"])
        #expect(first.accepted.first?.notices == [])
        let again = try await desk.take(header + "A;ar;850709-TF12;region  sörmland\n")
        #expect(became(again) == ["2 unchanged"])
        #expect(again.operation == nil)
        let other = try await desk.take(header + "B;so;\(Self.number);Vingåkers skola\n")
        #expect(became(other) == ["2 new"])
        #expect(try await desk.names() == ["A", "B"])
        let twice = try await desk.take(
            header + "C;so;\(Self.number);Skolan\nD;so;\(Self.number);SKOLAN\n")
        #expect(told(twice) == ["3 Personnummer duplicate"])
    }

    @Test func `without its issuer nobody is recognised by a TF number, and the row says so`()
        async throws
    {
        let desk = try await ImportDesk()
        let text = "Namn;Språk;Personnummer\nA;ar;\(Self.number)\nB;so;\(Self.number)\n"
        let first = try await desk.take(text)
        #expect(became(first) == ["2 new", "3 new"])
        #expect(first.accepted.map(\.notices) == [[.issuerUnknown], [.issuerUnknown]])
        let again = try await desk.take(text)
        #expect(became(again) == ["2 unchanged", "3 unchanged"])
        #expect(again.operation == nil)
        let issued = try await desk.take(
            "Namn;Språk;Personnummer;Utfärdare\nC;ar;\(Self.number);Skolan\n")
        #expect(became(issued) == ["2 new"])
    }
}
