/// What a backslash stands for in a string.
enum JSONEscape {
    /// - Parameter content: what stands between the marks of a string that was read.
    static func unescaped(_ content: ArraySlice<UInt8>) -> String {
        var text = ""
        var rest = content
        while let backslash = rest.firstIndex(of: UInt8(ascii: "\\")) {
            text += String(decoding: rest[..<backslash], as: UTF8.self)
            rest = rest[(backslash + 1)...]
            guard let (scalar, length) = read(rest) else { break }
            text.unicodeScalars.append(scalar)
            rest = rest.dropFirst(length)
        }
        return text + String(decoding: rest, as: UTF8.self)
    }

    /// What a backslash and these bytes stand for, and how many of them; nil for nothing.
    static func read(
        _ bytes: ArraySlice<UInt8>
    ) -> (scalar: Unicode.Scalar, length: Int)? {
        switch bytes.first {
        case UInt8(ascii: "\"")?, UInt8(ascii: "\\")?, UInt8(ascii: "/")?:
            (Unicode.Scalar(bytes[bytes.startIndex]), 1)
        case UInt8(ascii: "b")?: ("\u{8}", 1)
        case UInt8(ascii: "f")?: ("\u{C}", 1)
        case UInt8(ascii: "n")?: ("\n", 1)
        case UInt8(ascii: "r")?: ("\r", 1)
        case UInt8(ascii: "t")?: ("\t", 1)
        case UInt8(ascii: "u")?: unicode(bytes.dropFirst())
        default: nil
        }
    }

    /// What follows `\u`, with its second half where it is one of a pair.
    private static func unicode(
        _ bytes: ArraySlice<UInt8>
    ) -> (scalar: Unicode.Scalar, length: Int)? {
        guard let first = codeUnit(bytes) else { return nil }
        if let scalar = Unicode.Scalar(first) { return (scalar, 5) }
        let rest = bytes.dropFirst(4)
        guard first < 0xDC00, rest.starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]),
            let second = codeUnit(rest.dropFirst(2)), (0xDC00...0xDFFF).contains(second),
            let scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
        else { return nil }
        return (scalar, 11)
    }

    private static func codeUnit(_ bytes: ArraySlice<UInt8>) -> UInt32? {
        let digits = bytes.prefix(4)
        guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit })
        else { return nil }
        return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    }
}
