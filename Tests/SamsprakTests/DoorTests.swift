import Testing

@Suite struct DoorTests {
    @Test func `an identity number is told by kind, form and birth date`() throws {
        let shell = try Shell()
        defer { shell.remove() }
        #expect(
            try shell.json("identifier", "check", "٩٠٠٢٠٣-٢٣٨٢", "--as-of", "2020-04-21") == [
                "valid": true, "kind": "personnummer", "normalised": "199002032382",
                "birthDate": "1990-02-03", "reason": nil,
            ])
        #expect(
            try shell.json("identifier", "check", "19900203 2381") == [
                "valid": false, "kind": nil, "normalised": nil, "birthDate": nil,
                "reason": "checksum",
            ])
        #expect(try shell.run(["identifier", "check", "19900203-2381"]).status == 65)
        #expect(try shell.run(["identifier", "check", "19900203-2382"]).status == 0)
    }

    @Test func `a date is written in a language and a calendar`() throws {
        let shell = try Shell()
        defer { shell.remove() }
        #expect(
            try shell.json("text", "date", "2020-04-21", "--language", "sv") == [
                "text": "tisdag 21 april 2020", "calendar": "gregorian", "digits": "latn",
            ])
        let dari = try shell.json(
            "text", "date", "2020-04-21", "--language", "prs", "--calendar", "persian")
        #expect(dari["calendar"] == "persian")
        #expect(dari["text"].text.contains("ثور"))
        #expect(
            try shell.failure("text", "date", "2020-02-30", "--language", "sv")
                == ["65", "invalid", "notADate"])
    }

    @Test func `lines are sorted by the language's alphabet`() throws {
        let shell = try Shell()
        defer { shell.remove() }
        let lines = "Örjan\nZara\nÅsa\nÄrla\n"
        let swedish = try shell.run(["text", "sort", "--language", "sv"], input: lines)
        #expect(swedish.output == "Zara\nÅsa\nÄrla\nÖrjan\n")
        let english = try shell.run(
            ["text", "sort", "--language", "en", "--json"], input: "Örjan\nZara")
        #expect(try english.json()["lines"] == ["Örjan", "Zara"])
        #expect(try shell.run(["text", "sort", "--language", "sv"]).output.isEmpty)
    }

    @Test func `a message is said with the arguments that it names`() throws {
        let shell = try Shell()
        defer { shell.remove() }
        let said = try shell.json(
            "message", "command.error.unknownLanguage", "--language", "en", "--argument",
            "text=Klingon")
        #expect(said["text"].text.hasPrefix("The language Klingon"))
        #expect(
            try shell.failure("message", "command.error.unknownLanguage", "--language", "en")
                == ["65", "invalid", "missingArguments"])
        #expect(
            try shell.failure("message", "no.such.key", "--language", "en")
                == ["66", "notFound", "unknownMessage"])
    }

    @Test(arguments: [
        ("ar", "3", "few"), ("ar", "0", "zero"), ("ar", "٢", "two"), ("ar", "11", "many"),
        ("sv", "1", "one"), ("sv", "1.0", "other"), ("prs", "0", "one"), ("kmr", "2", "other"),
    ])
    func `a number has a plural category`(
        language: String, number: String, category: String
    ) throws {
        let shell = try Shell()
        defer { shell.remove() }
        #expect(
            try shell.json("message", "plural", number, "--language", language)
                == ["category": .string(category)])
    }

    @Test func `an unknown language is refused, and the eight are named`() throws {
        let shell = try Shell()
        defer { shell.remove() }
        let outcome = try shell.run(["message", "plural", "3", "--language", "tlh"])
        #expect(outcome.status == 65)
        #expect(outcome.output.isEmpty)
        for tag in ["sv", "en", "ar", "so", "fa-AF", "ti", "ckb", "ku"] {
            #expect(outcome.errors.contains(tag))
        }
        #expect(
            try shell.failure("text", "date", "2020-04-21", "--language", "fi")
                == ["65", "invalid", "noCatalogue"])
    }
}
