import Courses
import Desk
import Localisation
import Testing

@Suite struct ImportRowTests {
    @Test(arguments: [
        (";ar;;;", "Namn nameMissing"), ("???? ????;ar;;;", "Namn lostLetters"),
        ("123;ar;;;", "Namn nameWithoutLetters"), ("#REF!;ar;;;", "Namn spreadsheetError"),
        ("A;;;;", "Språk courseLanguageMissing"), ("A;klingonska;;;", "Språk languageUnknown"),
        ("A;kurdiska;;;", "Språk languageAmbiguous"), ("A;ar;1,94E+11;;", "Pnr scientificNotation"),
        ("A;ar;850709980;;", "Pnr lostLeadingZero"), ("A;ar;19850709-9806;;", "Pnr checksum"),
        ("A;ar;19850230-1234;;", "Pnr dateDoesNotExist"), ("A;ar;;1/4/1985;", "Född ambiguousDate"),
        ("A;ar;;31232;", "Född spreadsheetDay"), ("A;ar;;2031-01-01;", "Född inTheFuture"),
        ("A;ar;19850709-9805;1986-07-09;", "Född birthDiffers"),
        ("A;ar;;;701234567", "Tel lostLeadingZero"), ("A;ar;;;070", "Tel phoneTooShort"),
        ("A;ar;;;0701234567;mer", "– tooManyCells"),
    ])
    func `what is there must not be wrong`(row: String, fault: String) async throws {
        let desk = try await ImportDesk()
        let report = try await desk.take("Namn;Språk;Pnr;Född;Tel\n\(row)\nB;so;;;\n")
        #expect(told(report) == ["2 \(fault)"])
        #expect(became(report) == ["3 new"])
        #expect(report.rejectedRows.rows.count == 1)
    }

    @Test func `all that is wrong with a row is told, and nothing that the cells hold`()
        async throws
    {
        let desk = try await ImportDesk()
        let report = try await desk.take(
            "Namn;Språk;Pnr;Tel;E-post;Kön\n;x;19850709-9806;07;a@b;båda\n")
        #expect(
            Set(told(report)) == [
                "2 Namn nameMissing", "2 Pnr checksum", "2 Kön notUnderstood",
                "2 Språk languageUnknown", "2 Tel phoneTooShort", "2 E-post notAnEmailAddress",
            ])
        #expect(report.rejectedRows.rows.count == 1)
        let localiser = Localiser.localiser(for: .swedish)
        for cell in report.rejected {
            #expect(!localiser(cell.message).contains("9806"))
        }
    }

    @Test func `kurdiska alone offers the two`() async throws {
        let desk = try await ImportDesk()
        let report = try await desk.take("Namn;Språk\nA;kurdiska\n")
        let message = try #require(report.rejected.first?.message)
        let swedish = Localiser.localiser(for: .swedish)(message)
        #expect(swedish.contains("kurdiska"))
        #expect(swedish.lowercased().contains("sorani"))
        #expect(swedish.lowercased().contains("kurmanji"))
    }

    @Test(arguments: [
        ("arabiska", "ar"), ("Arabic", "ar"), ("ar", "ar"), ("kurdiska (sorani)", "ckb"),
        ("Kurdish (Kurmanji)", "ku"), ("dari", "fa-AF"), ("prs", "fa-AF"), ("tigrinska", "ti"),
        ("somaliska", "so"), (" Arabiska ", "ar"), ("arabiska, somaliska", "ar so"),
        ("dari och engelska", "fa-AF en"),
    ])
    func `languages are understood by any usual name`(
        written: String, tags: String
    ) async throws {
        let desk = try await ImportDesk()
        let report = try await desk.take("Namn;Språk\nA;\(written)\n")
        #expect(told(report) == [])
        let languages = try await desk.people().first?.courseLanguages ?? []
        #expect(languages.map(\.rawValue).joined(separator: " ") == tags)
    }

    @Test(arguments: [
        "19850709-9805", "850709-9805", "8507099805", "198507099805", "1985-07-09-9805",
        "19850709–9805", "19850709 9805", "١٩٨٥٠٧٠٩٩٨٠٥",
    ])
    func `an identity number in any usual writing is the same person`(
        written: String
    ) async throws {
        let desk = try await ImportDesk()
        let first = try await desk.take("Namn;Språk;Personnummer\nA;ar;198507099805\n")
        let report = try await desk.take("Namn;Språk;Personnummer\nA;ar;\(written)\n")
        #expect(became(report) == ["2 unchanged"])
        #expect(report.accepted.map(\.person) == first.accepted.map(\.person))
    }

    @Test func `bad rows come out as a CSV that can be corrected and taken in`() async throws {
        let desk = try await ImportDesk()
        let report = try await desk.take(
            "Namn,Språk,Not\nA,ar,\nB,kurdiska,\"=1+1, \"\"x\"\"\"\nC,so,,extra\n")
        #expect(became(report) == ["2 new"])
        let csv = report.rejectedRows.csv(Localiser.localiser(for: .swedish))
        #expect(csv.contains("'=1+1"))
        let table = try DelimitedText.read(csv)
        #expect(table.header == ["Att rätta", "Namn", "Språk", "Not"])
        #expect(table.rows.first?.cells.dropFirst() == ["B", "kurdiska", "=1+1, \"x\""])
        let again = try await desk.take(csv)
        #expect(told(again) == ["2 Språk languageAmbiguous", "3 – tooManyCells"])
        let twice = again.rejectedRows.csv(Localiser.localiser(for: .swedish))
        #expect(try DelimitedText.read(twice).header == table.header)
        let corrected = csv.split(separator: "\r\n").prefix(2).joined(separator: "\n")
            .replacing(",kurdiska,", with: ",sorani,")
        #expect(became(try await desk.take(corrected)) == ["2 new"])
        #expect(try await desk.names() == ["A", "B"])
    }

    @Test func `names are cleaned, composed and put under their script`() async throws {
        let desk = try await ImportDesk()
        let report = try await desk.take(
            """
            Namn;Eget namn;Farfars namn;Efternamn;Språk
            "  A\u{30A}sa \u{200E}  Berg
             ";;;;sv
            أحمد علي;;;;ar
            Ahmed أحمد;;;;ar
            ;Yonas;Tesfay;;ti
            Anna;;;Ek;sv
            """)
        #expect(told(report) == [])
        let names = try await desk.people().map(\.name)
        #expect(names.map(\.latin) == ["Åsa Berg", nil, "Ahmed", "Yonas Tesfay", "Anna Ek"])
        #expect(names.map(\.native) == [nil, "أحمد علي", "أحمد", nil, nil])
    }
}
