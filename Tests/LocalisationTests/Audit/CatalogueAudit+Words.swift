import Courses

@testable import Localisation

extension CatalogueAudit {
    func wordFaults() -> [CatalogueFault] {
        catalogues.flatMap { language, catalogue in
            catalogue.messages.flatMap { key, pattern in
                untranslated(key, pattern, language) + wrongScript(key, pattern, language)
            }
        }
    }

    /// Words that only repeat the Swedish or English ones.
    private func untranslated(
        _ key: String, _ pattern: String, _ language: Language
    ) -> [CatalogueFault] {
        let words = PatternText.words(pattern)
        guard words.joined().count > 3, !words.allSatisfy(names.contains) else { return [] }
        let others = [Language.swedish, .english].filter { $0 != language && language != .swedish }
        let isSame = others.contains { other in
            catalogues[other]?.messages[key].map(PatternText.words) == words
        }
        return isSame ? [.untranslated(key: key, language)] : []
    }

    /// What the source quotes is typed as it stands, in every language: commands and codes.
    private func quotedWords(in pattern: String) -> Set<String> {
        let quoted = pattern.split(separator: "”", omittingEmptySubsequences: false)
            .enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
        return Set(quoted.flatMap(PatternText.words))
    }

    private func wrongScript(
        _ key: String, _ pattern: String, _ language: Language
    ) -> [CatalogueFault] {
        guard let script = Script(language) else { return [] }
        let quoted = quotedWords(in: catalogues[.swedish]?.messages[key] ?? "")
        return PatternText.words(pattern)
            .filter {
                !names.contains($0) && !quoted.contains($0)
                    && !$0.unicodeScalars.allSatisfy(script.admits)
            }
            .map { .wrongScript(key: key, language, $0) }
    }
}

/// The letters that words of a language may consist of.
private struct Script {
    let admits: (Unicode.Scalar) -> Bool

    init?(_ language: Language) {
        switch language {
        case .arabic: admits = Self.isArabic
        // Arabic kāf and yāʾ look like the Persian letters but are not found by a search.
        case .dari: admits = { Self.isArabic($0) && !"كي".unicodeScalars.contains($0) }
        case .sorani: admits = { Self.isArabic($0) && !"كيىة".unicodeScalars.contains($0) }
        case .tigrinya: admits = { (0x1200...0x139F).contains($0.value) }
        default: return nil
        }
    }

    private static func isArabic(_ letter: Unicode.Scalar) -> Bool {
        (0x0600...0x06FF).contains(letter.value) || letter.value == 0x200C
            || letter.value == 0x200D
    }
}

/// The words of a MessageFormat pattern without the names and selectors of its arguments.
enum PatternText {
    static func words(_ pattern: String) -> [String] {
        var rest = Substring(pattern)
        let text = message(&rest)
        return text.split { letter in
            !letter.unicodeScalars.contains {
                $0.properties.isAlphabetic || $0.value == 0x200C || $0.value == 0x200D
            }
        }.map(String.init)
    }

    /// Reads to the end or to the brace that closes the message.
    private static func message(_ rest: inout Substring) -> String {
        var text = ""
        while let letter = rest.first, letter != "}" {
            rest.removeFirst()
            text += letter == "{" ? argument(&rest) : String(letter)
        }
        return text
    }

    private static func argument(_ rest: inout Substring) -> String {
        var text = " "
        while let letter = rest.first, letter != "}" {
            rest.removeFirst()
            guard letter == "{" else { continue }
            text += message(&rest) + " "
            rest = rest.dropFirst()
        }
        rest = rest.dropFirst()
        return text
    }
}
