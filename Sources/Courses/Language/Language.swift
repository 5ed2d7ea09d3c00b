/// A language as a BCP 47 tag in ICU's form: `ar`, `fa-AF`, `ku`.
///
/// Which tags mean what, and how people write them, is Localisation's business; here a language
/// is only the same as another or not.
package struct Language: Hashable, Sendable, Codable, RawRepresentable {
    package let rawValue: String

    package init(rawValue: String) {
        self.rawValue = rawValue
    }

    package init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(String.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}

extension Language {
    package static let swedish = Language(rawValue: "sv")
    package static let english = Language(rawValue: "en")
    package static let arabic = Language(rawValue: "ar")
    package static let somali = Language(rawValue: "so")
    package static let dari = Language(rawValue: "fa-AF")
    package static let tigrinya = Language(rawValue: "ti")
    package static let sorani = Language(rawValue: "ckb")
    package static let kurmanji = Language(rawValue: "ku")

    /// The languages that have a catalogue, Swedish (the source) first.
    package static let catalogue: [Language] = [
        .swedish, .english, .arabic, .somali, .dari, .tigrinya, .sorani, .kurmanji,
    ]
}

extension Language: Comparable {
    package static func < (left: Language, right: Language) -> Bool {
        left.rawValue < right.rawValue
    }
}
