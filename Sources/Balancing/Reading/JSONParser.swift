/// Reads one JSON text, strictly by RFC 8259, and knows where it stopped when it had to.
struct JSONParser {
    private let bytes: [UInt8]
    private var position = 0
    private var path: [Step] = []

    enum Step {
        case member(String)
        case element(Int)
    }

    struct Malformed: Error {
        let offset: Int
        let path: [Step]
    }

    /// Deeper nesting than any document of ours has is refused before it can exhaust the stack.
    private static let deepest = 64

    static func parse(_ bytes: [UInt8]) throws(Malformed) -> JSONNode {
        var parser = JSONParser(bytes: bytes)
        // Some editors put a byte order mark before everything.
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { parser.position = 3 }
        let value = try parser.value()
        parser.skipBlanks()
        guard parser.position == bytes.count else { throw parser.malformed() }
        return value
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private func malformed() -> Malformed { Malformed(offset: position, path: path) }

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

    private mutating func value() throws(Malformed) -> JSONNode {
        skipBlanks()
        guard path.count < Self.deepest else { throw malformed() }
        let offset = position
        return JSONNode(content: try content(), offset: offset)
    }

    private mutating func content() throws(Malformed) -> JSONNode.Content {
        switch next {
        case UInt8(ascii: "{"): try object()
        case UInt8(ascii: "["): try array()
        case UInt8(ascii: "\""): .string(try string())
        case UInt8(ascii: "t"): try word("true", .bool(true))
        case UInt8(ascii: "f"): try word("false", .bool(false))
        case UInt8(ascii: "n"): try word("null", .null)
        default: .number(try number())
        }
    }

    private mutating func word(
        _ word: StaticString, _ content: JSONNode.Content
    ) throws(Malformed) -> JSONNode.Content {
        let end = position + word.utf8CodeUnitCount
        let fits = word.withUTF8Buffer {
            end <= bytes.count && $0.elementsEqual(bytes[position..<end])
        }
        guard fits else { throw malformed() }
        position = end
        return content
    }

    private mutating func object() throws(Malformed) -> JSONNode.Content {
        position += 1
        var members: [(name: String, offset: Int, value: JSONNode)] = []
        skipBlanks()
        if take("}") { return .object(members) }
        repeat {
            skipBlanks()
            guard next == UInt8(ascii: "\"") else { throw malformed() }
            let offset = position
            let name = try string()
            skipBlanks()
            path.append(.member(name))
            guard take(":") else { throw malformed() }
            members.append((name, offset, try value()))
            skipBlanks()
            guard next == UInt8(ascii: ",") || next == UInt8(ascii: "}") else { throw malformed() }
            path.removeLast()
        } while take(",")
        position += 1
        return .object(members)
    }

    private mutating func array() throws(Malformed) -> JSONNode.Content {
        position += 1
        var elements: [JSONNode] = []
        skipBlanks()
        if take("]") { return .array(elements) }
        repeat {
            path.append(.element(elements.count))
            elements.append(try value())
            skipBlanks()
            guard next == UInt8(ascii: ",") || next == UInt8(ascii: "]") else { throw malformed() }
            path.removeLast()
        } while take(",")
        position += 1
        return .array(elements)
    }

    // MARK: Strings

    private mutating func string() throws(Malformed) -> String {
        position += 1
        let start = position
        while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
            guard byte >= 0x20 else { throw malformed() }
            position += 1
        }
        if take("\"") { return try text(bytes[start..<position - 1]) }
        return try escapedString(from: start)
    }

    private mutating func escapedString(from start: Int) throws(Malformed) -> String {
        var unescaped = Array(bytes[start..<position])
        while let byte = next {
            guard byte >= 0x20 else { throw malformed() }
            position += 1
            switch byte {
            case UInt8(ascii: "\""): return try text(unescaped[...])
            case UInt8(ascii: "\\"): try escape(into: &unescaped)
            default: unescaped.append(byte)
            }
        }
        throw malformed()
    }

    private func text(_ bytes: ArraySlice<UInt8>) throws(Malformed) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw malformed() }
        return text
    }

    private mutating func escape(into unescaped: inout [UInt8]) throws(Malformed) {
        guard let letter = next else { throw malformed() }
        position += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): unescaped.append(letter)
        case UInt8(ascii: "b"): unescaped.append(0x08)
        case UInt8(ascii: "f"): unescaped.append(0x0C)
        case UInt8(ascii: "n"): unescaped.append(0x0A)
        case UInt8(ascii: "r"): unescaped.append(0x0D)
        case UInt8(ascii: "t"): unescaped.append(0x09)
        case UInt8(ascii: "u"): unescaped.append(contentsOf: String(try scalar()).utf8)
        default:
            position -= 1
            throw malformed()
        }
    }

    /// What follows `\u`, with its second half where it is one of a pair.
    private mutating func scalar() throws(Malformed) -> Unicode.Scalar {
        let first = try codeUnit()
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard first < 0xDC00, take("\\"), take("u") else { throw malformed() }
        let second = try codeUnit()
        guard (0xDC00...0xDFFF).contains(second),
            let scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
        else { throw malformed() }
        return scalar
    }

    private mutating func codeUnit() throws(Malformed) -> UInt32 {
        guard position + 4 <= bytes.count else { throw malformed() }
        let digits = bytes[position..<position + 4]
        guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let unit = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw malformed() }
        position += 4
        return unit
    }

    // MARK: Numbers

    /// `12.0` is as whole as `12`.
    private mutating func number() throws(Malformed) -> Int? {
        let start = position
        _ = take("-")
        let first = next
        let whole = try digits()
        guard whole == 1 || first != UInt8(ascii: "0") else { throw malformed() }
        let end = position
        var isWhole = true
        if take(".") {
            let fraction = position
            _ = try digits()
            isWhole = bytes[fraction..<position].allSatisfy { $0 == UInt8(ascii: "0") }
        }
        if take("e") || take("E") {
            isWhole = false
            _ = take("+") || take("-")
            _ = try digits()
        }
        return isWhole ? Int(String(decoding: bytes[start..<end], as: UTF8.self)) : nil
    }

    private mutating func digits() throws(Malformed) -> Int {
        let start = position
        while let byte = next, (0x30...0x39).contains(byte) { position += 1 }
        guard position > start else { throw malformed() }
        return position - start
    }
}
