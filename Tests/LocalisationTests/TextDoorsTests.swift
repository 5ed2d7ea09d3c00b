import Courses
import Localisation
import Testing

@Suite struct TextDoorsTests {
    @Test func `a date answers with its text, calendar and digits`() throws {
        #expect(
            try TextDoors.date("2020-04-21", language: "sv")
                == TextDoors.DateAnswer(
                    text: "tisdag 21 april 2020", calendar: .gregorian, digits: .latin))
        #expect(
            try TextDoors.date("2020-04-21", language: "prs", calendar: "persian")
                == TextDoors.DateAnswer(
                    text: "سه‌شنبه 2 ثور 1399", calendar: .persian, digits: .latin))
        #expect(
            try TextDoors.date("٢٠٢٠-٠٤-٢١", language: "ar", calendar: "islamic", digits: "arab")
                == TextDoors.DateAnswer(
                    text: "الثلاثاء، ٢٨ شعبان ١٤٤١", calendar: .islamic, digits: .arabic))
    }

    @Test func `a plural answers with its category`() throws {
        #expect(try TextDoors.plural("1000000", language: "ar").category == "other")
        #expect(try TextDoors.plural("0", language: "ar").category == "zero")
        #expect(try TextDoors.plural("1.5", language: "fa-AF").category == "other")
        #expect(try TextDoors.plural("0.5", language: "Dari").category == "one")
    }

    @Test func `a message is said with exactly its arguments`() throws {
        let said = try TextDoors.message("date.week", language: "kmr", arguments: ["week=17"])
        #expect(said.text == "hefteya 17")
        #expect(throws: TextError.missingArguments(["week"])) {
            try TextDoors.message("date.week", language: "sv")
        }
        #expect(throws: TextError.unknownArguments(["day"])) {
            try TextDoors.message("date.week", language: "sv", arguments: ["week=1", "day=2"])
        }
        #expect(throws: TextError.notCountable(argument: "week", value: "x")) {
            try TextDoors.message("date.week", language: "sv", arguments: ["week=x"])
        }
        #expect(throws: TextError.malformedArgument("week")) {
            try TextDoors.message("date.week", language: "sv", arguments: ["week"])
        }
        #expect(throws: TextError.unknownMessage("no.such")) {
            try TextDoors.message("no.such", language: "sv")
        }
    }

    @Test func `what is not understood is refused, never answered in another language`() {
        #expect(throws: TextError.unknownLanguage("xx")) {
            try TextDoors.plural("1", language: "xx")
        }
        #expect(throws: TextError.noCatalogue(.persian)) {
            try TextDoors.plural("1", language: "fa")
        }
        #expect(throws: TextError.unknownCalendar("mayan")) {
            try TextDoors.date("2020-04-21", language: "sv", calendar: "mayan")
        }
        #expect(throws: TextError.unknownDigits("roman")) {
            try TextDoors.date("2020-04-21", language: "sv", digits: "roman")
        }
        #expect(throws: TextError.notADate("2020-02-30")) {
            try TextDoors.date("2020-02-30", language: "sv")
        }
        #expect(throws: TextError.notANumber("many")) {
            try TextDoors.plural("many", language: "sv")
        }
    }
}
