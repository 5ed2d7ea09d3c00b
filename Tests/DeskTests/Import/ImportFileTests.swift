import Courses
import Desk
import Localisation
import Testing

@Suite struct ImportFileTests {
    private static let lines = [
        ["Namn", "Språk", "Kön", "Född"], ["Åsa Öberg", "svenska", "K", "1985-07-09"],
        ["Élodie, Noël", "Arabic", "", ""], ["Ali Hassan", "kurdiska (sorani)", "M", "1990"],
    ]

    private static func text(_ delimiter: String, _ lineEnd: String) -> String {
        lines.map { line in
            line.map { $0.contains(",") ? "\"\($0)\"" : $0 }.joined(separator: delimiter)
        }.joined(separator: lineEnd) + lineEnd
    }

    private static func bytes(_ text: String, _ encoding: String) -> [UInt8] {
        switch encoding {
        case "utf-8": Array(text.utf8)
        case "utf-8 with mark": [0xEF, 0xBB, 0xBF] + Array(text.utf8)
        case "utf-16le with mark": [0xFF, 0xFE] + wide(text, littleEndian: true)
        case "utf-16be with mark": [0xFE, 0xFF] + wide(text, littleEndian: false)
        case "utf-16le": wide(text, littleEndian: true)
        case "utf-16be": wide(text, littleEndian: false)
        default: text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
        }
    }

    private static func wide(_ text: String, littleEndian: Bool) -> [UInt8] {
        text.utf16.flatMap { unit in
            let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
            return littleEndian ? [low, high] : [high, low]
        }
    }

    private static let encodings = [
        "utf-8", "utf-8 with mark", "utf-16le with mark", "utf-16be with mark", "utf-16le",
        "utf-16be", "windows-1252",
    ]

    @Test(arguments: encodings, [";", ",", "\t"])
    func `every encoding, delimiter and line end gives the same`(
        encoding: String, delimiter: String
    ) async throws {
        let desk = try await ImportDesk()
        let expected = try await desk.take(Self.text(";", "\n"))
        for lineEnd in ["\n", "\r\n", "\r"] {
            let text = Self.text(delimiter, lineEnd)
            let report = try await desk.take(bytes: Self.bytes(text, encoding))
            #expect(report.refused == nil)
            #expect(encoding.hasPrefix(report.encoding?.rawValue ?? "none"))
            #expect(report.delimiter.map { String($0.character) } == delimiter)
            #expect(report.accepted.map(\.line) == [2, 3, 4])
            #expect(report.accepted.map(\.person) == expected.accepted.map(\.person))
            #expect(report.operation == nil)
        }
    }

    @Test func `columns may stand in any order`() async throws {
        let desk = try await ImportDesk()
        let first = try await desk.take(Self.text(";", "\n"))
        for order in [[1, 0, 2, 3], [3, 2, 1, 0], [2, 3, 0, 1]] {
            let text = Self.lines.map { line in
                order.map { line[$0] }.joined(separator: ";")
            }.joined(separator: "\n")
            let report = try await desk.take(text)
            #expect(became(report) == ["2 unchanged", "3 unchanged", "4 unchanged"])
            #expect(report.accepted.map(\.person) == first.accepted.map(\.person))
        }
    }

    @Test func `a sep line, a header repeated midway and blank lines at the end are no rows`()
        async throws
    {
        let desk = try await ImportDesk()
        let report = try await desk.take(
            "sep=,\r\nName,Language\r\n\"A\r\nB\",Arabic\r\nName,Language\r\nC,so\r\n,,\r\n\r\n")
        #expect(became(report) == ["3 new", "6 new"])
        #expect(try await desk.names() == ["A B", "C"])
    }

    @Test func `a text that was encoded twice is put right, and told`() async throws {
        let desk = try await ImportDesk()
        let twice = String(
            String.UnicodeScalarView(
                "Namn;Språk\nÅsa Öberg;svenska\n".utf8.map { byte in
                    // Å and Ö end in 0x85 and 0x96, which Windows-1252 shows as … and –.
                    [0x85: "\u{2026}", 0x96: "\u{2013}"][byte] ?? Unicode.Scalar(byte)
                }))
        let report = try await desk.take(twice)
        #expect(report.isRepaired)
        #expect(try await desk.names() == ["Åsa Öberg"])
        #expect(try await desk.take("Namn;Språk\nÅsa;svenska\n").isRepaired == false)
    }

    @Test func `what can be read in two ways is asked about`() async throws {
        let desk = try await ImportDesk()
        let bytes = Array("Namn;Lang\n".utf8) + [0xE3, 0x20, 0xE5] + Array(";ar\n".utf8)
        let report = try await desk.take(bytes: bytes)
        #expect(report.refused == .encodingAmbiguous(.windows1252, .windows1256))
        #expect(try await desk.people().isEmpty)
        #expect(became(try await desk.take(bytes: bytes, encoding: .windows1256)) == ["2 new"])
        #expect(try await desk.people().map(\.name.native) == ["م ه"])
    }

    @Test(
        arguments: [
            ([], "empty"), (Array("\n\n  \n".utf8), "empty"),
            (Array("Namn;Språk\n".utf8), "headerOnly"),
            (Array("%PDF-1.7 x".utf8), "foreign"), ([0x50, 0x4B, 3, 4, 0, 0], "foreign"),
            (Array("Namn;Språk\nÅs".utf8) + [0xC3], "cutShort"),
            ([0xFF, 0xFE, 0x4E], "cutShort"),
            (Array("Namn;Språk\nA\0B;ar\n".utf8), "nul"),
            (Array("Namn;Språk\n\"A;ar\nB;so\n".utf8), "unterminatedQuote"),
            (Array("Namn;Språk\n".utf8) + Array(repeating: 0x61, count: 1 << 20), "cellTooLong"),
            (Array("Namn;Språk;Namn\nA;ar;B\n".utf8), "columnTwice"),
            (Array("Namn;Språk;name\nA;ar;B\n".utf8), "sameColumn"),
            (Array("Telefon;Språk\n070;ar\n".utf8), "nameColumnMissing"),
            (Array("Namn;Telefon\nA;\n".utf8), "languageColumnMissing"),
            (Array("Hej, detta är ett brev.\nMed två rader.\n".utf8), "nameColumnMissing"),
            (Array("{\"Namn\": \"A\", \"Språk\": \"ar\"}\n[]\n".utf8), "nameColumnMissing"),
        ] as [([UInt8], String)])
    func `a file that is no such list gives one clear error and changes nothing`(
        bytes: [UInt8], reason: String
    ) async throws {
        let desk = try await ImportDesk()
        let report = try await desk.take(bytes: bytes)
        #expect(report.refused?.code == reason)
        #expect(report.accepted.isEmpty && report.rejected.isEmpty)
        #expect(report.operation == nil)
        #expect(try await desk.people().isEmpty)
        let localiser = Localiser.localiser(for: .swedish)
        let refusal = try #require(report.refused)
        #expect(localiser(refusal.message).count > 20)
    }

    @Test func `a given map says what headers mean`() async throws {
        let desk = try await ImportDesk()
        let text = "Elev;Vad de talar;Namn\nA;arabiska;nej\n"
        let map = ["Elev": "name", "Vad de talar": "courseLanguage", "Namn": "-"]
        let report = try await desk.take(text, map: map)
        #expect(became(report) == ["2 new"])
        #expect(report.ignoredColumns == ["Namn"])
        let wrong = try await desk.take(text, map: ["Elev": "nobody"])
        #expect(wrong.refused == .mapNamesNoColumn(header: "Elev", column: "nobody"))
    }
}
