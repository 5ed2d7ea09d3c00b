import CICU
package import Courses

extension Localiser {
    /// What this language calls a language: "dari", "kurmanji". A language without a known name
    /// is shown by its tag.
    package func languageName(_ named: Language) -> String {
        if let own = DisplayNames.corrections[language]?[named] { return own }
        return DisplayNames.icu(named, in: language) ?? named.rawValue
    }
}

extension Language {
    /// What the language calls itself: العربية, Soomaali.
    package var endonym: String {
        DisplayNames.endonyms[self] ?? DisplayNames.icu(self, in: self) ?? rawValue
    }
}

/// Names of languages where ICU's are wrong, missing or not what people say.
enum DisplayNames {
    static func icu(_ named: Language, in language: Language) -> String? {
        let name = icuText {
            cicu_language_name(language.rawValue, named.rawValue, $0, $1)
        }
        return name == named.rawValue ? nil : name
    }

    static let endonyms: [Language: String] = [
        .arabic: "العربية", .somali: "Soomaali", .dari: "دری", .tigrinya: "ትግርኛ",
        .sorani: "سۆرانی (کوردیی ناوەندی)", .kurmanji: "Kurmancî", .swedish: "svenska",
        .english: "English", .persian: "فارسی", .pashto: "پښتو",
    ]

    static let corrections: [Language: [Language: String]] = [
        .swedish: [
            .dari: "dari", .sorani: "sorani", .kurmanji: "kurmanji", .pashto: "pashto",
            .tigrinya: "tigrinska",
        ],
        .english: [.dari: "Dari", .sorani: "Sorani", .kurmanji: "Kurmanji"],
        .arabic: [
            .dari: "الدارية", .sorani: "الكردية السورانية", .kurmanji: "الكردية الكرمانجية",
        ],
        .somali: [
            .dari: "Daari", .sorani: "Soraani", .kurmanji: "Kurmanji", .pashto: "Bashtuu",
            .somali: "Soomaali",
        ],
        .dari: [
            .dari: "دری", .sorani: "سورانی", .kurmanji: "کرمانجی", .swedish: "سویدنی",
            .tigrinya: "تگرینیا", .somali: "سومالی",
        ],
        .tigrinya: [
            .dari: "ዳሪ", .sorani: "ሶራኒ", .kurmanji: "ኩርማንጂ", .arabic: "ዓረብኛ", .somali: "ሶማልኛ",
        ],
        .sorani: [.dari: "دەری", .sorani: "سۆرانی", .kurmanji: "کورمانجی"],
        .kurmanji: [.dari: "darî", .sorani: "soranî", .kurmanji: "kurmancî"],
    ]
}

extension Language {
    /// Persian of Iran, a language of its own beside Dari.
    package static let persian = Language(rawValue: "fa")
    package static let pashto = Language(rawValue: "ps")
}
