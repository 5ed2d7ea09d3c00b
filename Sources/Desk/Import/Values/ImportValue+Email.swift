import Courses

extension ImportValue {
    /// One `@`, a domain with a dot, nothing that no mailbox has; letters of any script.
    ///
    /// The domain in small letters, what stands before it as written.
    package static func email(_ text: String) throws(ImportValueError) -> String {
        let address = visible(text).withoutOuterSpaces
        let bytes = Array(address.utf8)
        guard bytes.count <= 254, let at = bytes.firstIndex(of: UInt8(ascii: "@")),
            isLocal(bytes[..<at]), isDomain(bytes[(at + 1)...]),
            address.unicodeScalars.allSatisfy({ $0.isASCII || isLetter($0) })
        else { throw .notAnEmailAddress }
        return String(decoding: bytes[..<at], as: UTF8.self)
            + String(decoding: bytes[at...], as: UTF8.self).lowercased()
    }

    /// Without direction marks and the like, which come along when an address is copied.
    private static func visible(_ text: String) -> String {
        guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
        let scalars = text.unicodeScalars.filter { $0.properties.generalCategory != .format }
        return String(String.UnicodeScalarView(scalars))
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.decimalDigit != nil
            || scalar.properties.generalCategory == .nonspacingMark
    }

    private static func isLocal(_ local: ArraySlice<UInt8>) -> Bool {
        local.count <= 64
            && local.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
                .allSatisfy { !$0.isEmpty && $0.allSatisfy(isAtom) }
    }

    private static func isAtom(_ byte: UInt8) -> Bool {
        isLabel(byte) || "!#$%&'*+/=?^_`{|}~".utf8.contains(byte)
    }

    private static func isDomain(_ domain: ArraySlice<UInt8>) -> Bool {
        let labels = domain.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let hyphen = UInt8(ascii: "-")
        return labels.count >= 2
            && labels.allSatisfy { label in
                (1...63).contains(label.count) && label.first != hyphen && label.last != hyphen
                    && label.allSatisfy(isLabel)
            }
            && labels.last.map { $0.count >= 2 && !$0.allSatisfy(\.isASCIIDigit) } ?? false
    }

    /// Whatever is not ASCII is looked at as a letter elsewhere.
    private static func isLabel(_ byte: UInt8) -> Bool {
        switch byte | 0x20 {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): true
        default: byte >= 0x80 || byte == UInt8(ascii: "-") || byte.isASCIIDigit
        }
    }
}
