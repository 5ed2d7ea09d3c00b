import Courses
import Localisation
import Testing

@Suite struct LocaliserNumberTests {
    @Test(arguments: [
        ("sv", "1\u{A0}234\u{A0}567", "88\u{A0}%", "12,50"),
        ("en", "1,234,567", "88%", "12.50"),
        ("ar", "1,234,567", "88\u{200E}%\u{200E}", "12.50"),
        ("so", "1,234,567", "88%", "12.50"),
        ("fa-AF", "1,234,567", "88%", "12.50"),
        ("ti", "1,234,567", "88%", "12.50"),
        ("ckb", "1,234,567", "88%", "12.50"),
        ("ku", "1.234.567", "%88", "12,50"),
    ])
    func `numbers and percentages are the language's own in Latin digits`(
        tag: String, number: String, percent: String, decimal: String
    ) throws {
        let localiser = Localiser.localiser(for: Language(rawValue: tag))
        #expect(localiser.number(1_234_567) == number)
        #expect(localiser.percent(numerator: 7, denominator: 8) == percent)
        #expect(localiser.decimal(try #require(DecimalText("12,50"))) == decimal)
    }

    @Test func `a quotient is rounded in whole numbers, half away from zero`() {
        let swedish = Localiser.localiser(for: .swedish)
        #expect(swedish.decimal(numerator: 1, denominator: 8, decimals: 2) == "0,13")
        #expect(swedish.decimal(numerator: -1, denominator: 8, decimals: 2) == "−0,13")
        #expect(swedish.decimal(numerator: -1, denominator: 800, decimals: 1) == "0,0")
        #expect(swedish.percent(numerator: 2, denominator: 3, decimals: 1) == "66,7\u{A0}%")
        #expect(swedish.percent(numerator: 0, denominator: 3) == "0\u{A0}%")
    }

    @Test func `no denominator, no rate`() {
        #expect(Localiser.localiser(for: .swedish).percent(numerator: 0, denominator: 0) == nil)
        #expect(Localiser.localiser(for: .swedish).decimal(numerator: 5, denominator: 0) == nil)
    }

    @Test(arguments: [
        ("sv", "A, B och C"), ("en", "A, B, and C"), ("so", "A, B iyo C"), ("ku", "A, B û C"),
        ("ti", "A፣ Bን Cን"),
        ("ar", "\u{2068}A\u{2069} و\u{2068}B\u{2069} و\u{2068}C\u{2069}"),
        ("ckb", "\u{2068}A\u{2069}، \u{2068}B\u{2069} و \u{2068}C\u{2069}"),
    ])
    func `a list has the language's own and`(tag: String, list: String) {
        let localiser = Localiser.localiser(for: Language(rawValue: tag))
        #expect(localiser.list(["A", "B", "C"]) == list)
    }

    @Test func `short lists need no comma`() {
        for language in Language.catalogue {
            let localiser = Localiser.localiser(for: language)
            #expect(localiser.list([]) == "")
            #expect(!localiser.list(["A"]).contains(","))
        }
        #expect(Localiser.localiser(for: .sorani).list(["هێمن", "ئاسۆ"]) == "هێمن و ئاسۆ")
        #expect(Localiser.localiser(for: .arabic).list(["هدى", "أحمد"]) == "هدى وأحمد")
    }
}
