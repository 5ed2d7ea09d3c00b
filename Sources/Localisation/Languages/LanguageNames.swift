import CICU
package import Courses
import Synchronization

/// Understanding what people call languages.
package enum LanguageNames {
    package enum Reading: Hashable, Sendable {
        case language(Language)
        /// What was written may mean any of these: "kurdiska".
        case ambiguous([Language])
        case unknown
    }

    /// Reads a name in Swedish, English, the language itself or another of the eight, or a code.
    ///
    /// Case, blanks, hyphens, brackets, diacritics and the order of words don't matter; a
    /// misspelt name is not guessed at.
    package static func parse(_ text: String) -> Reading {
        // The usual case, which needs none of the names in eight languages.
        if let exact = Language.catalogue.first(where: { $0.rawValue == text }) {
            return .language(exact)
        }
        if let reading = recent.withLock({ $0[text] }) { return reading }
        let reading = read(text)
        // A list names a few languages thousands of times.
        if text.utf8.count <= 64 {
            recent.withLock { if $0.count < 1000 { $0[text] = reading } }
        }
        return reading
    }

    private static let recent = Mutex<[String: Reading]>([:])

    private static func read(_ text: String) -> Reading {
        let words = words(text)
        if let languages = names[words.sorted().joined(separator: " ")] {
            return reading(languages)
        }
        if let languages = names[words.joined()] { return reading(languages) }
        if let language = LanguageTags.language(trimmed(text)) { return .language(language) }
        return together(words)
    }

    /// Several names that narrow each other down: "kurdiska (sorani)", "persiska/dari".
    private static func together(_ words: [String]) -> Reading {
        let meanings = words.compactMap { names[$0] }
        guard words.count > 1, meanings.count == words.count else { return .unknown }
        let all = Set(meanings.joined())
        let common = meanings.reduce(all) { $0.intersection(widened($1)) }
        return reading(common.isEmpty ? all : common)
    }

    /// Dari is Persian too, when someone says both.
    private static func widened(_ languages: Set<Language>) -> Set<Language> {
        languages == [.persian] ? [.persian, .dari] : languages
    }

    private static func reading(_ languages: Set<Language>) -> Reading {
        guard let first = languages.first else { return .unknown }
        return languages.count == 1 ? .language(first) : .ambiguous(languages.sorted())
    }

    private static func trimmed(_ text: String) -> String {
        let isBlank: (Character) -> Bool = { $0.isWhitespace }
        let start = text.drop(while: isBlank)
        let end = start.lastIndex { !isBlank($0) }
        return end.map { String(start[...$0]) } ?? ""
    }

    /// The letters of each word, folded, without the words for "language".
    private static func words(_ text: String) -> [String] {
        let folded = withBytes(text) { bytes, count in
            icuText { cicu_fold(bytes, count, $0, $1) }
        }
        let letters = (folded ?? text).unicodeScalars.map(unified)
        let words = letters.split { !$0.properties.isAlphabetic }.map { letters in
            String(String.UnicodeScalarView(letters))
        }
        let meaningful = words.filter { !fillers.contains($0) }
        return meaningful.isEmpty ? words : meaningful
    }

    /// Letters that look alike in Arabic script and are typed for each other.
    private static func unified(_ letter: Unicode.Scalar) -> Unicode.Scalar {
        switch letter {
        case "ك": "ک"
        case "ي", "ى": "ی"
        case "ة", "ە", "ۀ": "ه"
        case "ı": "i"
        default: letter
        }
    }

    private static let fillers: Set<String> = [
        "språk", "sprak", "spraket", "language", "langue", "af", "luqadda", "luqad", "ziman",
        "zimane", "زبان", "اللغه", "لغه", "زمان", "زمانی", "ቋንቋ",
    ]

    /// Every name that is understood, folded, its words in alphabetical order.
    private static let names: [String: Set<Language>] = {
        var found: [String: Set<Language>] = [:]
        for entry in table {
            for name in entry.names + ownNames(entry.language) {
                found[words(name).sorted().joined(separator: " "), default: []]
                    .insert(entry.language)
            }
        }
        for entry in table where entry.isNamedByICU {
            for name in icuNames(entry.language) {
                let key = words(name).sorted().joined(separator: " ")
                if found[key] == nil { found[key] = [entry.language] }
            }
        }
        return found
    }()

    /// What the program itself calls the language.
    private static func ownNames(_ language: Language) -> [String] {
        DisplayNames.corrections.values.compactMap { $0[language] }
            + [DisplayNames.endonyms[language]].compactMap(\.self)
    }

    private static func icuNames(_ language: Language) -> [String] {
        (Language.catalogue + [language]).compactMap { DisplayNames.icu(language, in: $0) }
    }
}
