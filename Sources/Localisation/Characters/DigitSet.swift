/// The digits in which a reader has numbers written, named as CLDR names them.
package enum DigitSet: String, Sendable, CaseIterable, Codable {
    /// 0–9, on letters from Swedish authorities in every language.
    case latin = "latn"
    /// ٠–٩
    case arabic = "arab"
    /// ۰–۹, as Persian writes them.
    case persian = "arabext"

    private var zero: UInt32 {
        switch self {
        case .latin: 0x30
        case .arabic: 0x660
        case .persian: 0x6F0
        }
    }

    /// The text with its ASCII digits replaced.
    func rewrite(_ text: String) -> String {
        guard self != .latin else { return text }
        var result = String.UnicodeScalarView()
        for letter in text.unicodeScalars {
            let isDigit = (0x30...0x39).contains(letter.value)
            let digit = isDigit ? Unicode.Scalar(zero + letter.value - 0x30) : nil
            result.append(digit ?? letter)
        }
        return String(result)
    }
}

/// The text with every decimal digit of any script (٠–٩, ۰–۹, …) as the ASCII digit, so that a
/// number may be typed in the digits that someone's keyboard has.
package func asciiDigits(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var result = String.UnicodeScalarView()
    for letter in text.unicodeScalars {
        let properties = letter.properties
        if letter.value >= 0x80, properties.generalCategory == .decimalNumber,
            let value = properties.numericValue
        {
            result.append(Unicode.Scalar(UInt8(ascii: "0") + UInt8(value)))
        } else {
            result.append(letter)
        }
    }
    return String(result)
}
