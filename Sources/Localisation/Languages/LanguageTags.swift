import CICU
package import Courses

/// Which language a tag means.
package enum LanguageTags {
    /// The language of a BCP 47 tag or an ISO 639 code, in the form that is stored; nil for a tag
    /// that can't be mapped. ICU itself would quietly answer in another language.
    ///
    /// Region and script are kept only where they make another language: `fa-AF` is Dari,
    /// `ku-Arab` Sorani.
    package static func language(_ tag: String) -> Language? {
        let parts = tag.lowercased().split(omittingEmptySubsequences: false) {
            $0 == "-" || $0 == "_"
        }
        guard let primary = parts.first, (2...3).contains(primary.utf8.count),
            parts.allSatisfy({
                !$0.isEmpty && $0.utf8.count <= 8 && $0.utf8.allSatisfy(isAlphanumeric)
            })
        else { return nil }
        let subtags = Set(parts.dropFirst().prefix { $0.utf8.count > 1 }.map(String.init))
        let code = String(primary)
        switch aliases[code] ?? code {
        case "fa": return subtags.contains("af") ? .dari : .persian
        case "ku": return kurdish(subtags)
        case let code: return plain(code)
        }
    }

    /// Kurdish written in Arabic letters is Sorani; in Iraq it may be either.
    private static func kurdish(_ subtags: Set<String>) -> Language? {
        if subtags.contains("arab") { return .sorani }
        if subtags.contains("iq") || subtags.contains("ir") {
            return subtags.contains("latn") ? .kurmanji : nil
        }
        return .kurmanji
    }

    private static func plain(_ code: String) -> Language? {
        switch code {
        case "prs": return .dari
        case "kmr": return .kurmanji
        default:
            let language = Language(rawValue: code)
            guard LanguageNames.table.contains(where: { $0.language == language }) else {
                return nil
            }
            return language
        }
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
    }

    /// Codes of ISO 639-2 and -3, and old ones, by the code that is stored.
    private static let aliases: [String: String] = {
        var found: [String: String] = [:]
        for entry in LanguageNames.table {
            for code in entry.codes { found[code] = entry.language.rawValue }
        }
        for code in ["fas", "per", "pes"] { found[code] = "fa" }
        for code in ["kur"] { found[code] = "ku" }
        found["prs"] = "prs"
        found["kmr"] = "kmr"
        return found
    }()
}
