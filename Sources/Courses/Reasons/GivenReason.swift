/// Why something was done, as far as whoever asks may know.
package struct GivenReason: Sendable, Equatable {
    package let listed: ListedReason?
    /// Another one besides: for which a signed list was changed, where an absence has its own.
    package let also: ListedReason?
    /// Free text; nil also where it is withheld.
    package let text: String?
    /// There is free text, but it is for named readers: a protected person is concerned.
    package let isWithheld: Bool

    package init(
        listed: ListedReason? = nil, also: ListedReason? = nil, text: String? = nil,
        isWithheld: Bool = false
    ) {
        self.listed = listed
        self.also = also
        self.text = text
        self.isWithheld = isWithheld
    }
}

/// A reason as one text says it: a listed one's code, `moved`; the code and more words,
/// `moved: to Flen`; or free text.
///
/// Whether a first word is a code only the list can tell; any other text is free text. Words that
/// somebody wrote, and that begin as a code would, say outright that they name none: `: moved`.
package struct ReasonText: Sendable, Equatable {
    package let code: String?
    /// Nil for none. Beside a code they may be a reason's text themselves, as somebody who excuses
    /// an absence on a signed list gives another reason for that.
    package let words: String?

    package init(code: String?, words: String?) {
        self.code = code
        self.words = words
    }

    /// - Parameter isListed: whether a code is one of the organisation's.
    package init(_ text: String, isListed: (String) throws -> Bool) rethrows {
        let colon = text.firstIndex(of: ":") ?? text.endIndex
        let code = Self.trimmed(text[..<colon])
        guard Self.isCode(code), try isListed(code) else {
            self.init(code: nil, words: text.isEmpty ? nil : Self.plain(text))
            return
        }
        let words = Self.trimmed(text[colon...].dropFirst())
        self.init(code: code, words: words.isEmpty ? nil : words)
    }

    /// The words as somebody wrote them, where no other reason stands beside the code.
    package var ownWords: String? { code == nil ? words : words.map(Self.plain) }

    /// Nil where nothing is said.
    package var text: String? {
        guard let code else { return words }
        return words.map { "\(code): \($0)" } ?? code
    }

    /// Somebody's own words as the text of a reason that names no code, whatever they begin with.
    package static func free(_ words: String) -> String {
        resemblesCode(words) ? outright + words : words
    }

    /// The words that such a text, or any other without a code, stands for.
    package static func plain(_ text: String) -> String {
        guard text.hasPrefix(outright) else { return text }
        let words = String(text.dropFirst(outright.count))
        return resemblesCode(words) ? words : text
    }

    private static let outright = ": "

    /// Whether words would be read as a code, if that were listed, or as saying outright that they
    /// are none.
    private static func resemblesCode(_ words: String) -> Bool {
        var rest = words[...]
        while rest.hasPrefix(outright) { rest = rest.dropFirst(outright.count) }
        return isCode(trimmed(rest.prefix { $0 != ":" }))
    }

    /// 1 to 40 of `a`–`z`, digits and hyphens, as all codes.
    package static func isCode(_ text: String) -> Bool {
        (1...40).contains(text.utf8.count)
            && text.utf8.allSatisfy {
                (97...122).contains($0) || (48...57).contains($0) || $0 == 45
            }
    }

    private static func trimmed(_ text: Substring) -> String {
        let start = text.drop(while: \.isWhitespace)
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...last])
    }
}
