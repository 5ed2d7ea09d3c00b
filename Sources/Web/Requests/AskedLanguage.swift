import Courses
import Hummingbird

/// The language that a browser asks for before anybody is signed in.
enum AskedLanguage {
    /// `?language=`, else the cookie, else the first of `Accept-Language` that has a catalogue,
    /// else Swedish.
    static func language(of request: Request, cookies: Cookies) -> Language {
        if let asked = request.uri.queryParameters["language"].flatMap({ known(String($0)) }) {
            return asked
        }
        if let kept = cookies[CookieName.language].flatMap({ known($0.value) }) { return kept }
        return accepted(request.headers[.acceptLanguage] ?? "") ?? .swedish
    }

    /// The most wanted language of a header such as `ckb, ar;q=0.8, en;q=0.5`.
    static func accepted(_ header: String) -> Language? {
        let wishes = header.split(separator: ",").prefix(20).compactMap { wish in
            let parts = wish.split(separator: ";").map { $0.drop(while: \.isWhitespace) }
            let quality = parts.dropFirst().first { $0.hasPrefix("q=") }
            let weight = quality.flatMap { Double($0.dropFirst(2)) } ?? 1
            return parts.first.flatMap { known(String($0)) }.map { (language: $0, weight: weight) }
        }
        // Of equal weights the first: `max` would take the last.
        return wishes.reduce(nil as (language: Language, weight: Double)?) { best, wish in
            if let best, best.weight >= wish.weight { best } else { wish }
        }?.language
    }

    /// The catalogue that a tag means; a reader of Persian is answered in Dari.
    static func known(_ tag: String) -> Language? {
        let parts = tag.lowercased().split(whereSeparator: { $0 == "-" || $0 == "_" })
        return switch parts.first {
        case "sv": .swedish
        case "en": .english
        case "ar": .arabic
        case "so": .somali
        case "fa", "prs": .dari
        case "ti": .tigrinya
        case "ckb": .sorani
        case "ku", "kmr": parts.contains("arab") ? .sorani : .kurmanji
        default: nil
        }
    }
}
