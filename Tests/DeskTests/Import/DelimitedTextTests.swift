import Desk
import Testing

@Suite struct DelimitedTextTests {
    @Test(arguments: [";", ",", "\t", "|"], ["\n", "\r\n", "\r"])
    func `the delimiter and the line ends are found out`(
        delimiter: Character, lineEnd: String
    ) throws {
        let lines = ["Namn;Språk;Ort", "Amina;arabiska;Vingåker", "Yusuf;somaliska;"]
        let text = lines.map { $0.replacing(";", with: String(delimiter)) + lineEnd }.joined()
        let table = try DelimitedText.read(text)
        #expect(table.delimiter.character == delimiter)
        #expect(table.header == ["Namn", "Språk", "Ort"])
        #expect(table.headerLine == 1)
        #expect(
            table.rows == [
                row(2, "Amina", "arabiska", "Vingåker"), row(3, "Yusuf", "somaliska", ""),
            ])
    }

    @Test(arguments: ["Namn;Språk\nAmina;ar", "Namn;Språk\nAmina;ar\n"])
    func `the last line may end or not`(text: String) throws {
        #expect(try DelimitedText.read(text).rows == [row(2, "Amina", "ar")])
    }

    @Test func `mixed line ends each count once`() throws {
        let table = try DelimitedText.read("Namn;Språk\r\nA;ar\rB;so\nC;ti\r\n\r\nD;ku\r\r\nE;en")
        #expect(table.rows.map(\.line) == [2, 3, 4, 6, 8])
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func `a line break inside quotes counts as an editor counts`(lineEnd: String) throws {
        let text = ["Namn;Not", "A;\"ett", "två", "tre\"", "B;x", "\"C\";\"\"", "D;y"]
            .joined(separator: lineEnd)
        let table = try DelimitedText.read(text)
        #expect(
            table.rows == [
                row(2, "A", "ett\(lineEnd)två\(lineEnd)tre"), row(5, "B", "x"), row(6, "C", ""),
                row(7, "D", "y"),
            ])
    }

    @Test func `a quoted line break in the header moves the rows down`() throws {
        let table = try DelimitedText.read("\n\n\"Person-\nnummer\";Namn\n1;A\n")
        #expect(table.header == ["Person-\nnummer", "Namn"])
        #expect(table.headerLine == 3)
        #expect(table.rows == [row(5, "1", "A")])
    }

    @Test(arguments: [
        ("\"a\"\"b\"", "a\"b"), ("\"\"\"a\"\"\"", "\"a\""), ("\"\"", ""), ("\"\"\"\"", "\""),
        ("\"a;b\"", "a;b"), ("\"a\nb\"", "a\nb"), ("\" a \"", " a "), ("  \"a;b\"  ", "a;b"),
        ("a \"b\" c", "a \"b\" c"), ("5\" rör", "5\" rör"), ("\"a\" b", "a b"),
        ("\"a\"b\"", "ab\""), ("\"Abu\"\"x\"\" \"y", "Abu\"x\" y"),
        ("  a b  ", "a b"), ("\u{A0}a\u{A0}", "a"), ("\ta\t", "a"), ("O'Brien", "O'Brien"),
        ("أحمد", "أحمد"), ("a\u{2028}b", "a\u{2028}b"), ("a,b|c", "a,b|c"),
        ("=\"0701\"", "0701"), ("\"=\"\"0701\"\"\"", "0701"), ("=\"\"", ""), ("=\"", "=\""),
        ("=\"a\"&\"b\"", "=\"a\"&\"b\""), ("'=1+1", "=1+1"), ("'070", "'070"),
    ])
    func `quotes and spaces are taken as a spreadsheet takes them`(
        written: String, cell: String
    ) throws {
        let table = try DelimitedText.read("Namn;Not;Mer\nA;\(written);x\n")
        #expect(table.rows == [row(2, "A", cell, "x")])
    }

    @Test(arguments: [
        ("sep=;\nNamn;Språk\nA;ar", ";"), ("sep=,\r\nNamn,Språk\r\nA,ar", ","),
        ("SEP=\t\nNamn\tSpråk\nA\tar", "\t"), ("\u{FEFF}sep=|\nNamn|Språk\nA|ar", "|"),
        ("\"sep=;\"\nNamn;Språk\nA;ar", ";"), ("sep=^\nNamn^Språk\nA^ar", "^"),
        ("sep=:\nNamn:Språk\nA:ar", ":"), ("sep=;;;\nNamn;Språk\nA;ar", ";"),
        ("sep=\nNamn;Språk\nA;ar", ";"),
    ])
    func `a line that names the delimiter is believed and counted`(
        text: String, delimiter: Character
    ) throws {
        let table = try DelimitedText.read(text)
        #expect(table.delimiter.character == delimiter)
        #expect(table.headerLine == 2)
        #expect(table.header == ["Namn", "Språk"])
        #expect(table.rows == [row(3, "A", "ar")])
    }

    @Test func `the named delimiter wins over the one that would fit`() throws {
        let table = try DelimitedText.read("sep=,\nNamn;x,Språk\nA;B,ar")
        #expect(table.header == ["Namn;x", "Språk"])
        #expect(table.rows == [row(3, "A;B", "ar")])
    }

    @Test(arguments: [
        ("Namn;Språk;Adress, ort\nA;ar;Gatan 1, Vingåker, Sverige\n", ";"),
        ("Name,Language,Note\nA,ar,x;y;z\nB,so,\"a;b;c;d\"\n", ","),
        ("Namn\tSpråk\nA, B; C\tar\n", "\t"), ("Namn;\"a,b,c,d\"\nA;ar\n", ";"),
        ("Namn\nAmina\n", ";"), ("Namn;Språk\n\"A\nB,C\";ar\n", ";"),
        ("Namn, för- och efternamn, helt;Språk\nA;ar\nB;so\n", ";"),
    ])
    func `signs inside cells don't mislead`(text: String, delimiter: Character) throws {
        #expect(try DelimitedText.read(text).delimiter.character == delimiter)
    }

    @Test func `blank lines are passed over and still counted`() throws {
        let table = try DelimitedText.read("\n;;\nNamn;Språk;\n\nA;ar;\n;;\n  ;\t; \nB;so\n\n\n")
        #expect(table.header == ["Namn", "Språk"])
        #expect(table.headerLine == 3)
        #expect(table.rows == [row(5, "A", "ar"), row(8, "B", "so")])
    }

    @Test func `a short row is filled up and a long empty one cut`() throws {
        let table = try DelimitedText.read("A;B;C\n1\n1;2;3;;\n1;2;3; ;\u{A0}\n")
        #expect(table.rows == [row(2, "1", "", ""), row(3, "1", "2", "3"), row(4, "1", "2", "3")])
    }

    @Test func `a row with something beyond the header is told and kept`() throws {
        let table = try DelimitedText.read("A;B\n1;2\n1;2;3\n1;2;;4;\n5;6\n")
        #expect(
            table.rows == [
                row(2, "1", "2"),
                .init(
                    line: 3, cells: ["1", "2", "3"],
                    problem: .tooManyCells(line: 3, expected: 2, found: 3)),
                .init(
                    line: 4, cells: ["1", "2", "", "4"],
                    problem: .tooManyCells(line: 4, expected: 2, found: 4)),
                row(5, "5", "6"),
            ])
    }

    @Test func `a header that stands again midway is passed over`() throws {
        let text = "Namn;Språk\nA;ar\nNamn;Språk\nB;so\n\u{FEFF}Namn ; Språk;\nC;ti\nNamn;ar\n"
        let table = try DelimitedText.read(text)
        #expect(table.rows.map(\.line) == [2, 4, 6, 7])
        #expect(table.repeatedHeaders == [3, 5])
    }

    @Test(arguments: ["\u{FEFF}Namn;Språk\nA;ar", "\u{FEFF}\u{FEFF}Namn;Språk\nA;ar"])
    func `a byte order mark is no part of the first header`(text: String) throws {
        #expect(try DelimitedText.read(text).header == ["Namn", "Språk"])
    }

    @Test func `whatever comes, reading ends and lines only grow`() {
        var dice = Dice(seed: 7)
        var tablesRead = 0
        for _ in 0..<5000 {
            let text = (0..<dice.next(12)).map { _ in dice.cell() }.joined()
            guard let table = try? DelimitedText.read(text) else { continue }
            tablesRead += 1
            let lines = [table.headerLine] + table.rows.map(\.line)
            #expect(zip(lines, lines.dropFirst()).allSatisfy(<))
            #expect(table.rows.allSatisfy { $0.cells.count >= table.header.count })
            #expect(
                table.rows.allSatisfy {
                    ($0.problem == nil) == ($0.cells.count == table.header.count)
                })
        }
        #expect(tablesRead > 500)
    }

    @Test func `bytes and text are read alike`() throws {
        let text = "Namn;Språk\r\nÅsa Öberg;ትግርኛ\r\n"
        let (fromText, fromBytes) = (
            try DelimitedText.read(text), try DelimitedText.read(utf8: Array(text.utf8))
        )
        #expect(fromText.rows == fromBytes.rows)
        #expect(fromText.rows == [row(2, "Åsa Öberg", "ትግርኛ")])
    }
}

func row(_ line: Int, _ cells: String...) -> DelimitedText.Row {
    DelimitedText.Row(line: line, cells: cells)
}
