import Courses
import Testing

@testable import Localisation

@Suite struct LocaliserMessageTests {
    @Test func `a message is said in each language with its arguments named`() {
        let message = Message("date.week", ["week": 17])
        #expect(Localiser.localiser(for: .swedish)(message) == "vecka 17")
        #expect(Localiser.localiser(for: .kurmanji)(message) == "hefteya 17")
        #expect(Localiser.localiser(for: .somali).text("date.week", ["week": 3]) == "toddobaadka 3")
    }

    @Test func `a language without a catalogue is answered in Swedish`() {
        #expect(Localiser.localiser(for: Language(rawValue: "fi")).language == .swedish)
    }

    @Test func `foreign text is isolated within a right-to-left message, its own is not`() {
        let arabic = Localiser.localiser(for: .arabic)
        let latin = arabic.text("calendar.approximate", ["date": "Anna"])
        #expect(latin == "\u{2068}Anna\u{2069} (تقريبًا)")
        #expect(arabic.text("calendar.approximate", ["date": "أحمد"]) == "أحمد (تقريبًا)")
        let swedish = Localiser.localiser(for: .swedish)
        #expect(
            swedish.text("calendar.approximate", ["date": "أحمد"])
                == "\u{2068}أحمد\u{2069} (ungefärligt)")
        #expect(swedish.text("calendar.approximate", ["date": "Anna"]) == "Anna (ungefärligt)")
    }

    /// The categories of 0, 1, 2, 3, 11 and 100.
    @Test(arguments: [
        ("sv", ["other", "one", "other", "other", "other", "other"]),
        ("en", ["other", "one", "other", "other", "other", "other"]),
        ("ar", ["zero", "one", "two", "few", "many", "other"]),
        ("so", ["other", "one", "other", "other", "other", "other"]),
        ("fa-AF", ["one", "one", "other", "other", "other", "other"]),
        ("ti", ["one", "one", "other", "other", "other", "other"]),
        ("ckb", ["other", "one", "other", "other", "other", "other"]),
        ("ku", ["other", "one", "other", "other", "other", "other"]),
    ])
    func `plural categories are CLDR's`(tag: String, expected: [String]) throws {
        let localiser = Localiser.localiser(for: Language(rawValue: tag))
        let numbers = try ["0", "1", "2", "3", "11", "100"].map {
            try #require(DecimalText($0))
        }
        #expect(numbers.map(localiser.pluralCategory) == expected)
    }

    @Test(arguments: [
        ("sv", "1.0", "other"), ("fa-AF", "0.5", "one"), ("sv", "1,5", "other"),
        ("ar", "1000000", "other"), ("ar", "١٠٣", "few"), ("ar", "111", "many"),
        ("ti", "1.5", "other"), ("en", "-1", "one"),
    ])
    func `a plural sees decimals as they are written, in any digits`(
        tag: String, number: String, category: String
    ) throws {
        let number = try #require(DecimalText(number))
        let localiser = Localiser.localiser(for: Language(rawValue: tag))
        #expect(localiser.pluralCategory(of: number) == category)
    }

    @Test(arguments: ["", "a", "1.2.3", "--1", "1e6", ".", "1.", ".5", "1 000", "+1"])
    func `what is no number has no plural`(text: String) {
        #expect(DecimalText(text) == nil)
    }

    /// Sixteen tasks say the same messages, dates and numbers in all languages at once; each
    /// must hear what one alone heard.
    @Test func `many tasks may speak at once`() async {
        @Sendable func speak(_ number: Int) -> [String] {
            Language.catalogue.map { language in
                let localiser = Localiser.localiser(for: language)
                let date = LocalDate(dayNumber: 18_000 + number)
                let own = shared[language]?.format([
                    ("n", .whole(number)), ("name", .text("x\(number)")),
                ])
                return [
                    localiser.text("date.week", ["week": .number(number)]),
                    localiser.date(date), localiser.date(date, calendar: .persian),
                    localiser.number(number * 1001), localiser.list(["a\(number)", "b", "c"]),
                    own ?? "{",
                ].joined(separator: "|")
            }
        }
        let alone = (0..<200).map(speak)
        let together = await withTaskGroup(of: [[String]].self) { group in
            for _ in 0..<16 { group.addTask { (0..<200).map(speak) } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(together.count == 16)
        for heard in together { #expect(heard == alone) }
        #expect(alone.allSatisfy { $0.allSatisfy { !$0.contains("{") } })
    }
}

private let shared: [Language: MessageFormatter] = Dictionary(
    uniqueKeysWithValues: Language.catalogue.compactMap { language in
        MessageFormatter(
            pattern:
                "{n, plural, zero {# z} one {# one} two {# t} few {# f} many {# m} other {# many}}"
                + " {name}",
            locale: language.rawValue
        ).map { (language, $0) }
    })
