import Courses

extension ImportValue {
    /// E.164, `+46701234567`; a number without a country is Swedish.
    ///
    /// Written with spaces, hyphens, dots, brackets or a slash, `00` for the plus, `(0)` after the
    /// country, digits of any script. Numbers in Sweden have seven to nine digits after the zero,
    /// mobile ones nine (the Post and Telecom Authority's numbering plan).
    package static func phone(_ text: String) throws(ImportValueError) -> String {
        let plain = text.plainASCII
        guard !plain.isScientificNotation else { throw .scientificNotation }
        let compact = try compact(Array(plain.utf8))
        guard let first = compact.first else { throw .phoneTooShort }
        if first == UInt8(ascii: "+") { return try international(compact.dropFirst()) }
        if compact.starts(with: "00".utf8) { return try international(compact.dropFirst(2)) }
        guard first == UInt8(ascii: "0") else { throw reasonAgainstBare(compact.count) }
        return try swedish(compact.dropFirst())
    }

    /// Digits, and at most a plus in front of them.
    private static func compact(_ plain: [UInt8]) throws(ImportValueError) -> [UInt8] {
        var compact: [UInt8] = []
        compact.reserveCapacity(plain.count)
        var rest = plain[...]
        while let byte = rest.first {
            switch byte {
            case UInt8(ascii: "(") where rest.starts(with: "(0)".utf8) && !compact.isEmpty:
                rest = rest.dropFirst(2)
            case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"),
                UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\t"):
                break
            case UInt8(ascii: "+") where compact.isEmpty: compact.append(byte)
            case _ where byte.isASCIIDigit: compact.append(byte)
            default: throw .notAPhoneNumber
            }
            rest = rest.dropFirst()
        }
        return compact
    }

    private static func international(
        _ digits: ArraySlice<UInt8>
    ) throws(ImportValueError) -> String {
        if digits.starts(with: "46".utf8) {
            // No number begins with a zero after the country; people keep it by habit.
            let national = digits.dropFirst(2)
            return try swedish(
                national.first == UInt8(ascii: "0") ? national.dropFirst() : national)
        }
        guard digits.first != UInt8(ascii: "0") else { throw .notAPhoneNumber }
        guard digits.count >= 8 else { throw .phoneTooShort }
        guard digits.count <= 15 else { throw .phoneTooLong }
        return "+" + String(decoding: digits, as: UTF8.self)
    }

    private static func swedish(_ digits: ArraySlice<UInt8>) throws(ImportValueError) -> String {
        guard digits.first != UInt8(ascii: "0") else { throw .notAPhoneNumber }
        let isMobile =
            digits.first == UInt8(ascii: "7")
            && "02369".utf8.contains(digits.dropFirst().first ?? 0)
        guard digits.count >= (isMobile ? 9 : 7) else { throw .phoneTooShort }
        guard digits.count <= 9 else { throw .phoneTooLong }
        return "+46" + String(decoding: digits, as: UTF8.self)
    }

    /// Neither a zero nor a plus in front.
    private static func reasonAgainstBare(_ count: Int) -> ImportValueError {
        switch count {
        case ..<7: .phoneTooShort
        case 7...9: .lostLeadingZero
        case 10...15: .lostPlus
        default: .phoneTooLong
        }
    }
}
