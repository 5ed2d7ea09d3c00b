import CICU

/// CLDR's cardinal plural rules.
enum Plurals {
    /// The categories that a locale's numbers fall into.
    static func categories(_ locale: String) -> [String] {
        let words = icuText { cicu_plural_categories(locale, $0, $1) }
        return words?.split(separator: " ").map(String.init) ?? []
    }

    static func category(of number: DecimalText, locale: String) -> String? {
        withBytes(number.ascii) { bytes, count in
            icuText {
                cicu_plural_category(locale, bytes, count, Int32(number.decimals), $0, $1)
            }
        }
    }
}
