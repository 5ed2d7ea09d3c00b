/// What somebody wrote for an identity number, with the ways of writing it taken away: digits of
/// any script are ASCII digits, every dash is a hyphen, spaces and direction marks are gone.
struct IdentityNumberWriting {
    /// ASCII digits and capital letters.
    private(set) var symbols: [UInt8] = []
    /// Each separator as the number of symbols before it; several in a row count as one.
    private(set) var signs: [Sign] = []

    struct Sign: Equatable {
        let position: Int
        let mark: UInt8
    }

    init(_ text: String) throws(IdentityNumberError) {
        let plain = try Self.plain(text)
        guard !plain.isEmpty else { throw .empty }
        guard !Self.isScientific(plain) else { throw .scientificNotation }
        for byte in plain {
            switch byte {
            case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "/"):
                let sign = Sign(position: symbols.count, mark: byte)
                if signs.last != sign { signs.append(sign) }
            case UInt8(ascii: "."): throw .notDigits
            default: symbols.append(byte)
            }
        }
        // A lone dash is how people leave a cell empty.
        guard !symbols.isEmpty else { throw .empty }
    }

    /// Digits, capitals, `-`, `+`, `/` and `.` (for a comma too), in ASCII.
    private static func plain(_ text: String) throws(IdentityNumberError) -> [UInt8] {
        var plain: [UInt8] = []
        plain.reserveCapacity(16)
        for (index, scalar) in text.unicodeScalars.enumerated() {
            // Spreadsheets mark a cell as text with an apostrophe in front.
            if index == 0, scalar == "'" { continue }
            guard let byte = try Self.plain(scalar) else { continue }
            plain.append(byte)
        }
        return plain
    }

    /// Nil for what carries no meaning: spaces, direction marks, joiners, a byte order mark.
    private static func plain(_ scalar: Unicode.Scalar) throws(IdentityNumberError) -> UInt8? {
        switch scalar {
        case "0"..."9", "A"..."Z", "-", "+", "/", ".": return UInt8(scalar.value)
        case "a"..."z": return UInt8(scalar.value - 32)
        case ",": return UInt8(ascii: ".")
        case "\u{2212}", "\u{2D7}", "\u{2043}", "\u{207B}", "\u{AD}": return UInt8(ascii: "-")
        case "\u{FF0B}", "\u{FE62}", "\u{207A}": return UInt8(ascii: "+")
        case "\u{FF21}"..."\u{FF3A}": return UInt8(scalar.value - 0xFF21) + UInt8(ascii: "A")
        case "\u{FF41}"..."\u{FF5A}": return UInt8(scalar.value - 0xFF41) + UInt8(ascii: "A")
        default: break
        }
        if let digit = scalar.decimalDigit { return UInt8(ascii: "0") + digit }
        let properties = scalar.properties
        if properties.isWhitespace || properties.generalCategory == .format { return nil }
        if properties.generalCategory == .dashPunctuation { return UInt8(ascii: "-") }
        throw .notDigits
    }

    /// `1.94E+11`: digits, perhaps a fraction, and an exponent.
    private static func isScientific(_ plain: [UInt8]) -> Bool {
        guard let exponent = plain.firstIndex(of: UInt8(ascii: "E")) else { return false }
        let mantissa = plain[..<exponent].split(
            separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        var power = plain[(exponent + 1)...]
        if power.first == UInt8(ascii: "+") || power.first == UInt8(ascii: "-") {
            power = power.dropFirst()
        }
        return !(mantissa.first?.isEmpty ?? true) && !power.isEmpty
            && (mantissa + [power]).allSatisfy { $0.allSatisfy(\.isASCIIDigit) }
    }
}

extension UInt8 {
    package var isASCIIDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
