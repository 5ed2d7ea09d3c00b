package import Courses
internal import Cryptography

/// Says that two have been shown the same.
package enum ShownStateEntity {}
package typealias ShownState = Identifier<ShownStateEntity>

/// Something that was set up, with what was written of it, as somebody is shown it.
package struct Shown<Value: Sendable & Equatable>: Sendable, Equatable {
    package let value: Value
    package let texts: WrittenText
    /// The same as long as nothing of it has changed.
    package let state: ShownState

    /// - Parameter text: what tells states of the value apart, where its description has no order
    ///   of its own, as that of a dictionary; else its description.
    package init(_ value: Value, saying text: String? = nil, texts: WrittenText = WrittenText()) {
        self.value = value
        self.texts = texts
        let written = texts.texts.sorted { $0.key < $1.key }.map {
            "\($0.key.rawValue)\u{1F}\($0.value)"
        }
        let all = ([text ?? "\(value)"] + written).joined(separator: "\u{1E}")
        let digest = SHA256.hash(Array(all.utf8))
        state = ShownState(bits: digest.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
    }

    /// - Parameter shown: what somebody decided on; nil does not ask.
    /// - Throws: `OrganisingError.changedMeanwhile` when that is no longer so.
    func check(_ shown: ShownState?) throws(OrganisingError) {
        if let shown, shown != state { throw .changedMeanwhile }
    }
}

extension Desk {
    static func check(_ texts: [Language: String]) throws(OrganisingError) {
        for text in texts.values { try check(characters: text) }
        guard texts.values.allSatisfy({ $0.unicodeScalars.count <= WrittenText.limit }) else {
            throw .textTooLong(maximum: WrittenText.limit)
        }
    }

    static func check(name: String) throws(OrganisingError) {
        guard !name.allSatisfy(\.isWhitespace) else { throw .nameMissing }
        try check(characters: name)
    }

    private static func check(characters text: String) throws(OrganisingError) {
        guard !text.utf8.contains(0) else { throw .characterRefused }
    }
}
