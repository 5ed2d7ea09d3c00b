/// A value of a document, and where it stands.
package struct JSONValue: Sendable {
    let document: JSONDocument
    let index: Int

    package enum Kind: Sendable { case null, bool, number, string, array, object }

    private var node: JSONNode { document.nodes[index] }

    package var kind: Kind {
        switch node.kind {
        case .null: .null
        case .yes, .no: .bool
        case .number: .number
        case .string: .string
        case .array: .array
        case .object: .object
        }
    }

    /// Bytes of the text.
    package var range: Range<Int> { Int(node.start)..<Int(node.end) }

    /// As it stands in the text.
    package var raw: String { String(decoding: document.bytes[range], as: UTF8.self) }

    package var flag: Bool? {
        switch node.kind {
        case .yes: true
        case .no: false
        default: nil
        }
    }

    /// `12.0` is as whole as `12`; nil for any other fraction, an exponent, and beyond `Int`.
    package var whole: Int? {
        guard node.kind == .number else { return nil }
        let digits = document.bytes[range]
        let point = digits.firstIndex(of: UInt8(ascii: ".")) ?? digits.endIndex
        guard digits[point...].dropFirst().allSatisfy({ $0 == UInt8(ascii: "0") }) else {
            return nil
        }
        return Int(String(decoding: digits[..<point], as: UTF8.self))
    }

    package var text: String? { node.kind == .string ? string(node) : nil }

    private func string(_ node: JSONNode) -> String {
        let content = document.bytes[(Int(node.start) + 1)..<(Int(node.end) - 1)]
        guard node.isEscaped else { return String(decoding: content, as: UTF8.self) }
        return JSONEscape.unescaped(content)
    }

    /// Nil for what is no list.
    package var elements: [JSONValue]? {
        guard node.kind == .array else { return nil }
        var elements: [JSONValue] = []
        var place = index + 1
        while place < node.next {
            elements.append(JSONValue(document: document, index: place))
            place = Int(document.nodes[place].next)
        }
        return elements
    }

    /// The named member of an object; nil where there is none, and for `null`. Of a name that stands
    /// twice the first is read.
    package subscript(name: String) -> JSONValue? {
        guard let place = place(of: name, from: index + 1) else { return nil }
        let value = JSONValue(document: document, index: place + 1)
        return value.node.kind == .null ? nil : value
    }

    /// Where the name stands again.
    package func offsets(ofRepeated name: String) -> [Int] {
        var offsets: [Int] = []
        var first = place(of: name, from: index + 1)
        while let place = first {
            let after = Int(document.nodes[place + 1].next)
            first = self.place(of: name, from: after)
            if let first { offsets.append(Int(document.nodes[first].start)) }
        }
        return offsets
    }

    private func place(of name: String, from start: Int) -> Int? {
        let node = node
        guard node.kind == .object else { return nil }
        var (name, place) = (name, start)
        return name.withUTF8 { name in
            while place < node.next {
                if isName(document.nodes[place], name) { return place }
                place = Int(document.nodes[place + 1].next)
            }
            return nil
        }
    }

    private func isName(_ node: JSONNode, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
        if node.isEscaped { return string(node).utf8.elementsEqual(name) }
        let start = Int(node.start) + 1
        guard Int(node.end) - 1 - start == name.count else { return false }
        for place in name.indices where document.bytes[start + place] != name[place] {
            return false
        }
        return true
    }
}
