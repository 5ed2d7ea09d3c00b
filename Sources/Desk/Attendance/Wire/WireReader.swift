/// Reads one JSON text, strictly by RFC 8259, in one pass.
///
/// Our own, since each act has to be kept as it stood when it can't be understood, and since a
/// save is answered in less time than a general decoder takes.
struct WireReader {
    private let bytes: [UInt8]
    private var position = 0

    struct Malformed: Error {}

    /// Deeper nesting than any act has is refused before it can exhaust the stack.
    private static let deepest = 16

    static func read(_ bytes: [UInt8]) throws(Malformed) -> WireValue {
        var reader = WireReader(bytes: bytes)
        let value = try reader.value(depth: 0)
        reader.skipBlanks()
        guard reader.position == bytes.count else { throw Malformed() }
        return value
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skipBlanks() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
            position += 1
        }
    }

    private mutating func take(_ byte: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: byte) else { return false }
        position += 1
        return true
    }

    private mutating func value(depth: Int) throws(Malformed) -> WireValue {
        guard depth < Self.deepest else { throw Malformed() }
        skipBlanks()
        let start = position
        let content = try content(depth: depth)
        return WireValue(content: content, range: start..<position)
    }

    private mutating func content(depth: Int) throws(Malformed) -> WireValue.Content {
        switch next {
        case UInt8(ascii: "{"): try object(depth: depth)
        case UInt8(ascii: "["): try array(depth: depth)
        case UInt8(ascii: "\""): .string(try string())
        case UInt8(ascii: "t"): try word("true", .bool(true))
        case UInt8(ascii: "f"): try word("false", .bool(false))
        case UInt8(ascii: "n"): try word("null", .null)
        default: .number(try number())
        }
    }

    private mutating func word(
        _ word: StaticString, _ content: WireValue.Content
    ) throws(Malformed) -> WireValue.Content {
        let end = position + word.utf8CodeUnitCount
        let fits = word.withUTF8Buffer {
            end <= bytes.count && $0.elementsEqual(bytes[position..<end])
        }
        guard fits else { throw Malformed() }
        position = end
        return content
    }

    private mutating func object(depth: Int) throws(Malformed) -> WireValue.Content {
        position += 1
        var members: [(name: String, value: WireValue)] = []
        skipBlanks()
        if take("}") { return .object(members) }
        repeat {
            skipBlanks()
            guard next == UInt8(ascii: "\"") else { throw Malformed() }
            let name = try string()
            skipBlanks()
            guard take(":") else { throw Malformed() }
            members.append((name, try value(depth: depth + 1)))
            skipBlanks()
        } while take(",")
        guard take("}") else { throw Malformed() }
        return .object(members)
    }

    private mutating func array(depth: Int) throws(Malformed) -> WireValue.Content {
        position += 1
        var elements: [WireValue] = []
        skipBlanks()
        if take("]") { return .array(elements) }
        repeat {
            elements.append(try value(depth: depth + 1))
            skipBlanks()
        } while take(",")
        guard take("]") else { throw Malformed() }
        return .array(elements)
    }

    // MARK: Strings

    private mutating func string() throws(Malformed) -> String {
        position += 1
        let start = position
        while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
            guard byte >= 0x20 else { throw Malformed() }
            position += 1
        }
        if take("\"") { return try text(bytes[start..<position - 1]) }
        return try escapedString(from: start)
    }

    private mutating func escapedString(from start: Int) throws(Malformed) -> String {
        var unescaped = Array(bytes[start..<position])
        while let byte = next {
            position += 1
            switch byte {
            case UInt8(ascii: "\""): return try text(unescaped[...])
            case UInt8(ascii: "\\"): try escape(into: &unescaped)
            case ..<0x20: throw Malformed()
            default: unescaped.append(byte)
            }
        }
        throw Malformed()
    }

    private func text(_ bytes: ArraySlice<UInt8>) throws(Malformed) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw Malformed() }
        return text
    }

    private mutating func escape(into unescaped: inout [UInt8]) throws(Malformed) {
        guard let letter = next else { throw Malformed() }
        position += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): unescaped.append(letter)
        case UInt8(ascii: "b"): unescaped.append(0x08)
        case UInt8(ascii: "f"): unescaped.append(0x0C)
        case UInt8(ascii: "n"): unescaped.append(0x0A)
        case UInt8(ascii: "r"): unescaped.append(0x0D)
        case UInt8(ascii: "t"): unescaped.append(0x09)
        case UInt8(ascii: "u"): unescaped.append(contentsOf: String(try scalar()).utf8)
        default: throw Malformed()
        }
    }

    /// What follows `\u`, with its second half where it is one of a pair.
    private mutating func scalar() throws(Malformed) -> Unicode.Scalar {
        let first = try codeUnit()
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard first < 0xDC00, take("\\"), take("u") else { throw Malformed() }
        let second = try codeUnit()
        guard (0xDC00...0xDFFF).contains(second),
            let scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
        else { throw Malformed() }
        return scalar
    }

    private mutating func codeUnit() throws(Malformed) -> UInt32 {
        guard position + 4 <= bytes.count else { throw Malformed() }
        let digits = bytes[position..<position + 4]
        guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let unit = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw Malformed() }
        position += 4
        return unit
    }

    // MARK: Numbers

    private mutating func number() throws(Malformed) -> Int? {
        let start = position
        _ = take("-")
        let first = next
        let digits = try digits()
        guard digits == 1 || first != UInt8(ascii: "0") else { throw Malformed() }
        var isWhole = true
        if take(".") {
            isWhole = false
            _ = try self.digits()
        }
        if take("e") || take("E") {
            isWhole = false
            _ = take("+") || take("-")
            _ = try self.digits()
        }
        return isWhole ? Int(String(decoding: bytes[start..<position], as: UTF8.self)) : nil
    }

    private mutating func digits() throws(Malformed) -> Int {
        let start = position
        while let byte = next, (0x30...0x39).contains(byte) { position += 1 }
        guard position > start else { throw Malformed() }
        return position - start
    }
}
