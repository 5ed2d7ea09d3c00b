/// Reads a text strictly, in one pass.
struct JSONReader {
    typealias Malformed = JSONDocument.Malformed

    private let bytes: [UInt8]
    private let depth: Int
    private var position = 0
    private(set) var nodes: [JSONNode] = []
    /// The lists and objects around the present place.
    private var around: [Place] = []

    private enum Place {
        case list(element: Int)
        /// The member's name; nil between two members.
        case object(name: Int?)
    }

    init(_ bytes: [UInt8], depth: Int) {
        self.bytes = bytes
        self.depth = depth
        nodes.reserveCapacity(bytes.count / 10)
    }

    mutating func document() throws(Malformed) {
        guard bytes.count < UInt32.max else { throw malformed() }
        if let offset = bytes.invalidUTF8 {
            position = offset
            throw malformed()
        }
        // Some editors put a byte order mark before everything.
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        try value()
        skipBlanks()
        guard position == bytes.count else { throw malformed() }
    }

    private func malformed() -> Malformed {
        Malformed(
            offset: position,
            path: around.compactMap { place in
                switch place {
                case .list(let element): .element(element)
                case .object(let name?):
                    .member(
                        JSONEscape.unescaped(
                            bytes[(Int(nodes[name].start) + 1)..<(Int(nodes[name].end) - 1)]))
                case .object(nil): nil
                }
            })
    }

    // MARK: Bytes

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

    // MARK: Values

    private mutating func value() throws(Malformed) {
        skipBlanks()
        guard around.count < depth else { throw malformed() }
        switch next {
        case UInt8(ascii: "{"): try object()
        case UInt8(ascii: "["): try list()
        case UInt8(ascii: "\""): try string()
        case UInt8(ascii: "t"): try word("true", .yes)
        case UInt8(ascii: "f"): try word("false", .no)
        case UInt8(ascii: "n"): try word("null", .null)
        default: try number()
        }
    }

    /// - Returns: the node's index.
    @discardableResult
    private mutating func begin(_ kind: JSONNode.Kind) -> Int {
        nodes.append(JSONNode(kind: kind, start: UInt32(position)))
        return nodes.count - 1
    }

    private mutating func end(_ node: Int) {
        nodes[node].end = UInt32(position)
        nodes[node].next = UInt32(nodes.count)
    }

    private mutating func word(
        _ word: StaticString, _ kind: JSONNode.Kind
    ) throws(Malformed) {
        let end = position + word.utf8CodeUnitCount
        let fits = word.withUTF8Buffer {
            end <= bytes.count && $0.elementsEqual(bytes[position..<end])
        }
        guard fits else { throw malformed() }
        let node = begin(kind)
        position = end
        self.end(node)
    }

    private mutating func object() throws(Malformed) {
        let node = begin(.object)
        position += 1
        skipBlanks()
        if !take("}") {
            around.append(.object(name: nil))
            repeat {
                around[around.count - 1] = .object(name: nil)
                skipBlanks()
                guard next == UInt8(ascii: "\"") else { throw malformed() }
                let name = nodes.count
                try string()
                around[around.count - 1] = .object(name: name)
                skipBlanks()
                guard take(":") else { throw malformed() }
                try value()
                skipBlanks()
            } while take(",")
            guard take("}") else { throw malformed() }
            around.removeLast()
        }
        end(node)
    }

    private mutating func list() throws(Malformed) {
        let node = begin(.array)
        position += 1
        skipBlanks()
        if !take("]") {
            var element = 0
            around.append(.list(element: 0))
            repeat {
                around[around.count - 1] = .list(element: element)
                try value()
                element += 1
                skipBlanks()
            } while take(",")
            guard take("]") else { throw malformed() }
            around.removeLast()
        }
        end(node)
    }

    private mutating func number() throws(Malformed) {
        let node = begin(.number)
        _ = take("-")
        let first = next
        guard try digits() == 1 || first != UInt8(ascii: "0") else { throw malformed() }
        if take(".") { _ = try digits() }
        if take("e") || take("E") {
            _ = take("+") || take("-")
            _ = try digits()
        }
        end(node)
    }

    private mutating func digits() throws(Malformed) -> Int {
        let start = position
        while let byte = next, (0x30...0x39).contains(byte) { position += 1 }
        guard position > start else { throw malformed() }
        return position - start
    }

    // MARK: Strings

    private mutating func string() throws(Malformed) {
        let node = begin(.string)
        position += 1
        while let byte = next, byte != UInt8(ascii: "\"") {
            guard byte >= 0x20 else { throw malformed() }
            position += 1
            guard byte == UInt8(ascii: "\\") else { continue }
            nodes[node].isEscaped = true
            guard let length = JSONEscape.read(bytes[position...])?.length else {
                throw malformed()
            }
            position += length
        }
        guard take("\"") else { throw malformed() }
        end(node)
    }
}

extension [UInt8] {
    /// Where the first byte stands that is no UTF-8; nil for a text that all is.
    fileprivate var invalidUTF8: Int? {
        do {
            _ = try UTF8Span(validating: span)
            return nil
        } catch {
            return error.byteOffsets.lowerBound
        }
    }
}
