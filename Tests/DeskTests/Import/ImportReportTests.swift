import Courses
import Desk
import Foundation
import Localisation
import Testing

@Suite struct ImportReportTests {
    private static let swedish = Localiser.localiser(for: .swedish)

    private static func json(_ report: ImportReport) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(report.worded(swedish)), as: UTF8.self)
    }

    @Test func `the report as JSON has every key`() async throws {
        let desk = try await ImportDesk()
        let report = try await desk.take("Namn;Språk;Annat\nA;ar;\nB;;\n", dryRun: true)
        let person = try #require(report.accepted.first?.person)
        let message = "Kursspråket saknas. Skriv det språk som personen vill gå kursen på."
        #expect(
            try Self.json(report)
                == """
                {"accepted":[{"differences":[],"enrolled":false,"line":2,"notices":[],\
                "outcome":"new","person":"\(person)"}],"delimiter":";","encoding":"utf-8",\
                "ignoredColumns":["Annat"],"operation":null,"refused":null,\
                "rejected":[{"column":"Språk","line":3,"message":"\(message)",\
                "reason":"courseLanguageMissing"}],"repaired":false}
                """)
    }

    @Test func `a refused file says where and why`() async throws {
        let desk = try await ImportDesk()
        let report = try await desk.take("Namn;Språk\n\"A;ar\n")
        #expect(
            try Self.json(report)
                == """
                {"accepted":[],"delimiter":null,"encoding":"utf-8","ignoredColumns":[],\
                "operation":null,"refused":{"column":1,"line":2,"message":"Citattecknet som \
                börjar på rad 2, cell 1, avslutas aldrig. Ta bort det eller sätt ett till där \
                cellen slutar.","reason":"unterminatedQuote"},"rejected":[],"repaired":false}
                """)
        let refusal = try #require(report.refused.flatMap { worded($0) })
        #expect(refusal.kind == .invalid)
        #expect(refusal.code == "unterminatedQuote")
    }

    @Test func `a header that means nothing is told, and so is one that is not kept`()
        async throws
    {
        let desk = try await ImportDesk()
        let text =
            "Namn;Favoritfärg;Språk;Barnpassning;Prio;Önskad dag;Gruppönskemål;Anteckning\n"
            + "A;blå;ar;2;1;tis;alla;hej\n"
        #expect(
            try await desk.take(text, dryRun: true).ignoredColumns
                == ["Favoritfärg", "Barnpassning", "Prio", "Önskad dag", "Gruppönskemål"])
        #expect(
            try await desk.take(text, round: "2020-spring").ignoredColumns == ["Favoritfärg"])
    }

    @Test func `whatever stands in a file, a rehearsal tells the truth and nothing goes in twice`()
        async throws
    {
        var generator = SplitMix(state: 7)
        let pieces = [
            "Namn", "Språk", ";", ",", "\n", "\r\n", "\"", "ar", "é", "أ", "\t", "19850709-9805",
            "=1+1", "\u{200F}", "'", " ", "kurdiska", "\u{FFFD}", "#REF!", "ja", "\0",
        ]
        let desk = try await ImportDesk()
        for _ in 0..<300 {
            let tail = (0..<40).map { _ in pieces[Int(generator.next() % UInt64(pieces.count))] }
            let text = "Namn;Språk;Tel;Sällskap\nA;ar;;\n" + tail.joined()
            let rehearsed = try await desk.take(text, dryRun: true)
            let done = try await desk.take(text)
            #expect(rehearsed.accepted == done.accepted)
            #expect(rehearsed.rejected == done.rejected)
            #expect(rehearsed.refused == done.refused)
            let again = try await desk.take(text)
            #expect(again.operation == nil)
            #expect(again.rejected == done.rejected)
        }
    }
}

private struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
