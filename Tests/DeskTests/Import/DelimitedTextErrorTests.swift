import Desk
import Testing

@Suite struct DelimitedTextErrorTests {
    @Test(arguments: [
        ("", DelimitedTextError.empty), ("\n\r\n  \n", .empty), ("\u{FEFF}", .empty),
        ("sep=;", .empty), ("sep=;\n", .empty), (";;;\n;;\n", .empty),
        ("Namn;Språk", .headerOnly), ("Namn;Språk\n\n;\n", .headerOnly),
        ("Namn;Språk\nNamn;Språk\n", .headerOnly),
        ("Namn;Språk\nA;\"ar\nB;so\n", .unterminatedQuote(line: 2, column: 2)),
        ("Namn;Språk\nA;\"a\nb\"\nB;\"\n\n\n", .unterminatedQuote(line: 4, column: 2)),
        ("Namn;\"Språk\nA;ar\n", .unterminatedQuote(line: 1, column: 2)),
        ("Namn;Språk\nA;\"ar\"\"", .unterminatedQuote(line: 2, column: 2)),
        ("Namn;Språk\nA;\"", .unterminatedQuote(line: 2, column: 2)),
        ("Namn;Språk\nA;a\u{0}r\n", .nul(line: 2)),
        ("N\u{0}a\u{0}m\u{0}n\u{0}", .nul(line: 1)),
        ("Namn;Språk\r\nA;ar\r\n\u{0}", .nul(line: 3)), ("Namn\rA\r\u{0}", .nul(line: 3)),
        ("Namn;Språk;Namn\nA;ar;B\n", .columnTwice(name: "Namn", first: 1, second: 3)),
        (
            "\u{FEFF}Namn; Namn \nA;ar\n", .columnTwice(name: "Namn", first: 1, second: 2)
        ),
        ("%PDF-1.7\n…", .foreign(.pdf)), ("PK\u{3}\u{4}…", .foreign(.zip)),
        ("<html><table><tr>", .foreign(.html)), ("<?xml version=\"1.0\"?>", .foreign(.xml)),
        ("\u{FEFF}\n <!DOCTYPE HTML>", .foreign(.html)), ("{\\rtf1", .foreign(.rtf)),
    ])
    func `a file that can't be read says one clear thing`(
        text: String, expected: DelimitedTextError
    ) {
        #expect(error { () throws(DelimitedTextError) in try DelimitedText.read(text) } == expected)
    }

    @Test func `columns without a name may be many`() throws {
        let table = try DelimitedText.read("Namn;;Språk;;\nA;x;ar;;\n")
        #expect(table.header == ["Namn", "", "Språk"])
        #expect(table.rows == [row(2, "A", "x", "ar")])
    }

    @Test(arguments: [false, true])
    func `a cell is at most 64 KB`(isQuoted: Bool) throws {
        let quote = isQuoted ? "\"" : ""
        let fits = String(repeating: "å", count: 32_768)
        let table = try DelimitedText.read("Namn;Not\nA;\(quote)\(fits)\(quote)\n")
        #expect(table.rows == [row(2, "A", fits)])
        let text = "Namn;Not\nB;x\nA;\(quote)\(fits)a\(quote)\n"
        #expect(
            error { () throws(DelimitedTextError) in try DelimitedText.read(text) }
                == .cellTooLong(line: 3, column: 2))
    }

    @Test func `a megabyte in one cell is told where it begins`() {
        let long = String(repeating: "abc\n", count: 262_144)
        let text = "Namn;Not\nA;\"\(long)\"\nB;x\n"
        #expect(
            error { () throws(DelimitedTextError) in try DelimitedText.read(text) }
                == .cellTooLong(line: 2, column: 2))
        let open = "Namn;Not\nA;\"\(long)"
        #expect(
            error { () throws(DelimitedTextError) in try DelimitedText.read(open) }
                == .unterminatedQuote(line: 2, column: 2))
    }

    @Test(arguments: [
        ([0x4E, 0x61, 0xC3], 1), ([0x4E, 0x0A, 0xE5, 0x0A], 2), ([0x0D, 0x0A, 0x0D, 0xFF], 3),
        ([0xE2, 0x82], 1), ([0x41, 0x0A, 0x42, 0x0A, 0xED, 0xA0, 0x80], 3),
    ])
    func `bytes that are no UTF-8 are not guessed at`(bytes: [UInt8], line: Int) {
        let found = error { () throws(DelimitedTextError) in try DelimitedText.read(utf8: bytes) }
        #expect(found == .notUTF8(line: line))
    }

    @Test(arguments: [
        (Array("%PDF-1.4".utf8), ForeignFormat.pdf),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], .oldOffice),
        ([0x09, 0x04, 0x06, 0x00, 0, 0], .oldOffice), ([0x1F, 0x8B, 8], .gzip),
        (Array("PK\u{3}\u{4}…[Content_Types].xml".utf8), .workbook),
        (Array("PK\u{3}\u{4}…xl/workbook.xml".utf8), .workbook),
        (
            Array("PK\u{3}\u{4}…mimetypeapplication/vnd.oasis.opendocument.spreadsheet".utf8),
            .openDocument
        ),
        (Array("PK\u{3}\u{4}…names.csv".utf8), .zip), (Array("PK\u{5}\u{6}".utf8), .zip),
        ([0x89, 0x50, 0x4E, 0x47], .image), ([0xFF, 0xD8, 0xFF, 0xE0], .image),
        (Array("<TABLE border=1>".utf8), .html),
    ])
    func `other kinds of files are called by their name`(bytes: [UInt8], format: ForeignFormat) {
        #expect(ForeignFormat.recognised(bytes) == format)
        let found = error { () throws(DelimitedTextError) in try DelimitedText.read(utf8: bytes) }
        #expect(found == .foreign(format))
    }

    @Test(arguments: ["Namn;Språk", "", "PKnr;Namn", "<5 år;Namn", "\u{FEFF}Namn", "\tNamn\tx"])
    func `text is no other kind of file`(text: String) {
        #expect(ForeignFormat.recognised(Array(text.utf8)) == nil)
    }

    @Test func `each refusal has a code of its own`() {
        let errors: [DelimitedTextError] = [
            .empty, .headerOnly, .foreign(.pdf), .notUTF8(line: 1), .nul(line: 1),
            .unterminatedQuote(line: 1, column: 1), .cellTooLong(line: 1, column: 1),
            .columnTwice(name: "", first: 1, second: 2),
            .tooManyCells(line: 1, expected: 1, found: 2),
        ]
        #expect(Set(errors.map(\.code)).count == errors.count)
    }

    private func error<Value>(
        _ work: () throws(DelimitedTextError) -> Value
    ) -> DelimitedTextError? {
        do throws(DelimitedTextError) {
            _ = try work()
            return nil
        } catch {
            return error
        }
    }
}
