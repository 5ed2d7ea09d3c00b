import Courses
import Localisation
import Testing

@Suite struct CharactersTests {
    @Test(arguments: [
        ("٠١٢٣٤٥٦٧٨٩", "0123456789"), ("۰۱۲۳۴۵۶۷۸۹", "0123456789"), ("१२", "12"), ("１２", "12"),
        ("19٨٠-01", "1980-01"), ("", ""), ("½ Ⅳ ²", "½ Ⅳ ²"), ("abc", "abc"),
    ])
    func `decimal digits of any script become ASCII, nothing else does`(
        text: String, expected: String
    ) {
        #expect(asciiDigits(text) == expected)
    }

    @Test(arguments: [
        ("Anna", Direction.rightToLeft, true), ("+46 70 123", .rightToLeft, true),
        ("محمد علي", .rightToLeft, false), ("می‌رود", .rightToLeft, false),
        ("٠٧٠", .rightToLeft, true), ("Anna", .leftToRight, false),
        ("+46 70 123", .leftToRight, false), ("محمد", .leftToRight, true),
        ("", .rightToLeft, false),
    ])
    func `text is isolated only where it could turn its surroundings`(
        text: String, direction: Direction, isIsolated: Bool
    ) {
        let expected = isIsolated ? "\u{2068}\(text)\u{2069}" : text
        #expect(Bidi.isolate(text, in: direction) == expected)
    }

    @Test func `what is isolated as a whole is not isolated once more`() {
        let whole = "\u{2068}Arabiska A\u{2069}"
        #expect(Bidi.isolate(whole, in: .rightToLeft) == whole)
        let apart = "\u{2068}A\u{2069} – \u{2068}B\u{2069}"
        #expect(Bidi.isolate(apart, in: .rightToLeft) == "\u{2068}\(apart)\u{2069}")
        let open = "\u{2068}A\u{2069} B\u{2069}"
        #expect(Bidi.isolate(open, in: .rightToLeft) == "\u{2068}\(open)\u{2069}")
    }

    @Test func `what stands side by side in a line turns none of the others`() {
        let parts = ["ربيع 2020", "Arabiska A", "نساء"]
        #expect(
            Localiser.localiser(for: .arabic).line(parts)
                == "\u{2068}ربيع 2020\u{2069} · \u{2068}Arabiska A\u{2069} · نساء")
        #expect(
            Localiser.localiser(for: .swedish).line(["Vår 2020", "ربيع", "Kvinnor"])
                == "Vår 2020 · \u{2068}ربيع\u{2069} · Kvinnor")
    }

    @Test func `a phone number in plain text begins with a left-to-right mark`() {
        #expect(Bidi.leftToRight("+46 70 123") == "\u{200E}+46 70 123")
    }
}
