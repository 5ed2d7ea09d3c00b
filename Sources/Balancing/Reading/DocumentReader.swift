/// Reads values out of a document and notes all that is wrong with them, so that somebody who
/// writes one by hand is told everything at once.
struct DocumentReader {
    private let bytes: [UInt8]
    private(set) var faults: [DocumentFault] = []

    /// Beyond it, more would only hide the first ones.
    private static let mostFaults = 100

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The document's root, an object of version 1.
    mutating func root() throws(DocumentError) -> Field {
        let node: JSONNode
        do {
            node = try JSONParser.parse(bytes)
        } catch {
            let path = error.path.reduce("") { path, step in
                switch step {
                case .member(let name): Field.path(path, name)
                case .element(let index): Field.path(path, index)
                }
            }
            note(.notJSON, at: error.offset, path)
            throw DocumentError(faults: faults)
        }
        let root = Field(node: node, path: "")
        guard case .object = node.content else {
            note(.notAnObject, root)
            throw DocumentError(faults: faults)
        }
        let version = whole(root, "version", 0...Int.max, nil)
        if let version, version != 1, let field = field(root, "version") {
            note(.unknownValue(String(version), ["1"]), field)
        }
        return root
    }

    func finish() throws(DocumentError) {
        if !faults.isEmpty { throw DocumentError(faults: faults) }
    }

    /// A value and how one gets there.
    struct Field {
        let node: JSONNode
        let path: String

        static func path(_ path: String, _ name: String) -> String {
            path.isEmpty ? name : path + "." + name
        }

        static func path(_ path: String, _ index: Int) -> String { "\(path)[\(index)]" }
    }

    // MARK: Noting

    mutating func note(_ kind: DocumentFault.Kind, _ field: Field) {
        note(kind, at: field.node.offset, field.path)
    }

    private mutating func note(_ kind: DocumentFault.Kind, at offset: Int, _ path: String) {
        guard faults.count < Self.mostFaults else { return }
        let before = bytes[..<min(offset, bytes.count)]
        let line = before.count { $0 == 0x0A } + 1
        let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let column = String(decoding: before[start...], as: UTF8.self).unicodeScalars.count + 1
        faults.append(DocumentFault(kind: kind, line: line, column: column, path: path))
    }

    // MARK: Members

    /// The named member; nil where there is none, and for `null`.
    mutating func field(_ parent: Field, _ name: String) -> Field? {
        guard case .object(let members) = parent.node.content else { return nil }
        var found: Field?
        for member in members where member.name == name {
            let field = Field(node: member.value, path: Field.path(parent.path, name))
            if found != nil {
                note(.namedTwice, at: member.offset, field.path)
                continue
            }
            found = field
        }
        return found.flatMap { $0.node.isNull ? nil : $0 }
    }

    private mutating func missing(_ parent: Field, _ name: String) {
        note(.missing, at: parent.node.offset, Field.path(parent.path, name))
    }

    mutating func isObject(_ field: Field) -> Bool {
        if case .object = field.node.content { return true }
        note(.notAnObject, field)
        return false
    }

    /// - Parameter fallback: used where the member is not there; nil when it has to be.
    mutating func whole(
        _ parent: Field, _ name: String, _ range: ClosedRange<Int>, _ fallback: Int?
    ) -> Int? {
        guard let field = field(parent, name) else {
            if fallback == nil { missing(parent, name) }
            return fallback
        }
        guard case .number(let number?) = field.node.content else {
            note(.notAWholeNumber, field)
            return nil
        }
        guard range.contains(number) else {
            note(.outOfRange(range.lowerBound, range.upperBound), field)
            return nil
        }
        return number
    }

    mutating func flag(_ parent: Field, _ name: String) -> Bool {
        guard let field = field(parent, name) else { return false }
        if case .bool(let value) = field.node.content { return value }
        note(.notTrueOrFalse, field)
        return false
    }

    mutating func text(_ field: Field) -> String? {
        guard case .string(let text) = field.node.content else {
            note(.notText, field)
            return nil
        }
        if text.isEmpty { note(.emptyText, field) }
        return text
    }

    mutating func optionalText(_ parent: Field, _ name: String) -> String? {
        field(parent, name).flatMap { text($0) }
    }

    mutating func text(_ parent: Field, _ name: String) -> String? {
        guard let field = field(parent, name) else {
            missing(parent, name)
            return nil
        }
        return text(field)
    }

    mutating func elements(_ parent: Field, _ name: String, needed: Bool = false) -> [Field] {
        guard let field = field(parent, name) else {
            if needed { missing(parent, name) }
            return []
        }
        return elements(field)
    }

    mutating func elements(_ field: Field) -> [Field] {
        guard case .array(let nodes) = field.node.content else {
            note(.notAList, field)
            return []
        }
        return nodes.enumerated().map { Field(node: $1, path: Field.path(field.path, $0)) }
    }

    mutating func texts(_ parent: Field, _ name: String, needed: Bool = false) -> [String] {
        elements(parent, name, needed: needed).compactMap { text($0) }
    }

    /// One of the known words; `fallback` where the member is not there.
    mutating func word<Value>(
        _ parent: Field, _ name: String, _ known: KeyValuePairs<String, Value>, _ fallback: Value
    ) -> Value {
        guard let field = field(parent, name), let text = text(field) else { return fallback }
        if let match = known.first(where: { $0.key == text }) { return match.value }
        note(.unknownValue(text, known.map(\.key)), field)
        return fallback
    }
}
