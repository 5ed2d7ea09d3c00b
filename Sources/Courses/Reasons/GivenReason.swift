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
/// Whether a first word is a code only the list can tell; any other text is free text.
package struct ReasonText: Sendable, Equatable {
    package let code: String?
    /// Nil for none.
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
            self.init(code: nil, words: text.isEmpty ? nil : text)
            return
        }
        let words = Self.trimmed(text[colon...].dropFirst())
        self.init(code: code, words: words.isEmpty ? nil : words)
    }

    /// Nil where nothing is said.
    package var text: String? {
        guard let code else { return words }
        return words.map { "\(code): \($0)" } ?? code
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
