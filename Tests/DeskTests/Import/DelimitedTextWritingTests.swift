import Desk
import Testing

@Suite struct DelimitedTextWritingTests {
    @Test func `rows are written as Excel in Sweden opens them`() {
        let text = DelimitedText.write([["Namn", "Språk"], ["Åsa", "ትግርኛ"]])
        #expect(text == "\u{FEFF}Namn;Språk\r\nÅsa;ትግርኛ\r\n")
        let other = DelimitedText.write(
            [["a", "b"], [""], []], delimiter: .comma, lineEnding: .lf, byteOrderMark: false)
        #expect(other == "a,b\n\"\"\n\n")
    }

    @Test(arguments: [
        ("a;b", "\"a;b\""), ("a,b", "\"a,b\""), ("a\tb", "\"a\tb\""), ("a|b", "\"a|b\""),
        ("a\"b", "\"a\"\"b\""), ("a\nb", "\"a\nb\""), ("a\rb", "\"a\rb\""), (" a", "\" a\""),
        ("a\u{A0}", "\"a\u{A0}\""), ("a b", "a b"), ("", ""), ("O'Brien", "O'Brien"),
        ("a\r\nb", "\"a\r\nb\""),
    ])
    func `what any reader could cut stands in quotes`(cell: String, written: String) {
        let text = DelimitedText.write([["x", cell]], lineEnding: .lf, byteOrderMark: false)
        #expect(text == "x;\(written)\n")
    }

    @Test(arguments: [
        "=1+1", "+46 70 123 45 67", "-1+1", "@SUM(A1)", "\t=1", "\rx", "\nx", "\tx", " =1",
        "\u{A0}=1",
        "\u{FEFF}=1", "\u{200E}=1", "\u{3000}=1", "＝1+1", "＋1", "－1", "＠x", "-", "--5", "-5x",
        "- 5", "-5 ",
        "-5-5", "+5", "=cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0", "'=1", "''=1", "' =1", "-5.x",
        "=HYPERLINK(\"http://x\";\"y\")", "-5.", "-.5",
    ])
    func `a cell that a spreadsheet would run begins with an apostrophe`(cell: String) {
        #expect(HarmlessCell.guarded(cell).unicodeScalars.first == "'")
        #expect(HarmlessCell.restored(HarmlessCell.guarded(cell)) == cell)
        #expect(HarmlessCell.guarded(cell) != cell)
    }

    @Test(arguments: [
        "", "a", "-5", "-12", "-12.5", "-12,5", "0", "12", "Anna-Maria", "2020-04-01", "a@b.se",
        "a+b@c.se", "1=1", "070-123 45 67", "'", "'abc", "''", "O'-x", "5 -4", "a = b", "'-5",
        "Ali (född -82)", "Ａ＝Ｂ", "\u{1F600}",
    ])
    func `a cell that runs nowhere stays as it is`(cell: String) {
        #expect(HarmlessCell.guarded(cell) == cell)
        #expect(HarmlessCell.restored(cell) == cell)
    }

    @Test(arguments: [
        ("a;=1+1", "a;'=1+1"), ("a,=1", "a,'=1"), ("a\t@x", "a\t'@x"), ("a|+1", "a|'+1"),
        ("a\"=1", "a\"'=1"), ("\"=1", "\"'=1"), ("a\n=1", "a\n'=1"), ("a; =1", "a;' =1"),
        ("a;\u{200F}＝1", "a;'\u{200F}＝1"), ("a;-5", "a;-5"), ("1,-5,3", "1,-5,3"),
        ("a,-5+1", "a,'-5+1"), ("=1;=2", "'=1;'=2"), ("a,'=1", "a,''=1"),
    ])
    func `a formula behind anything that cuts is marked too`(cell: String, guarded: String) {
        #expect(HarmlessCell.guarded(cell) == guarded)
        #expect(HarmlessCell.restored(guarded) == cell)
    }

    @Test func `whatever is cut by whichever delimiter, no piece of it runs`() {
        var random = Dice(seed: 20_200_421)
        for _ in 0..<20_000 {
            let cell = random.cell()
            let line = DelimitedText.write([["x", cell]], lineEnding: .lf, byteOrderMark: false)
            let pieces = line.unicodeScalars.split(omittingEmptySubsequences: false) {
                ";,\t|\"\n\r".unicodeScalars.contains($0)
            }
            for piece in pieces {
                let begun = piece.drop {
                    $0.properties.isWhitespace || $0.properties.generalCategory == .format
                }
                guard let first = begun.first, "=+-@＝＋－＠".unicodeScalars.contains(first) else {
                    continue
                }
                // Only a plain negative number may begin so.
                let rest = begun.dropFirst()
                #expect(
                    first == "-" && !rest.isEmpty
                        && rest.allSatisfy { "0"..."9" ~= $0 || $0 == "." })
            }
        }
    }

    @Test(arguments: [Delimiter.semicolon, .comma, .tab, .bar], DelimitedText.LineEnding.allCases)
    func `what is written reads back as it was`(
        delimiter: Delimiter, lineEnding: DelimitedText.LineEnding
    ) throws {
        var random = Dice(seed: 4)
        let rows = (0..<800).map { ["row \($0)"] + (0..<3).map { _ in random.cell() } }
        let text = DelimitedText.write(
            [["a", "b", "c", "d"]] + rows, delimiter: delimiter, lineEnding: lineEnding)
        let table = try DelimitedText.read(text)
        #expect(table.delimiter == delimiter)
        #expect(table.rows.map(\.cells) == rows)
        let again = DelimitedText.write(
            [table.header] + table.rows.map(\.cells), delimiter: delimiter, lineEnding: lineEnding)
        #expect(again == text)
    }

    @Test func `a long cell of tabs is guarded in good time`() {
        let cell = String(repeating: "\t", count: 60_000) + "="
        #expect(HarmlessCell.restored(HarmlessCell.guarded(cell)) == cell)
    }
}
