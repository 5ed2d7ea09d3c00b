import JSONReading

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
        let document: JSONDocument
        do {
            document = try JSONDocument(bytes)
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
        let root = Field(value: document.root, path: "")
        guard root.value.kind == .object else {
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
        let value: JSONValue
        let path: String

        static func path(_ path: String, _ name: String) -> String {
            path.isEmpty ? name : path + "." + name
        }

        static func path(_ path: String, _ index: Int) -> String { "\(path)[\(index)]" }
    }

    // MARK: Noting

    mutating func note(_ kind: DocumentFault.Kind, _ field: Field) {
        note(kind, at: field.value.range.lowerBound, field.path)
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
        let path = Field.path(parent.path, name)
        for offset in parent.value.offsets(ofRepeated: name) { note(.namedTwice, at: offset, path) }
        return parent.value[name].map { Field(value: $0, path: path) }
    }

    private mutating func missing(_ parent: Field, _ name: String) {
        note(.missing, at: parent.value.range.lowerBound, Field.path(parent.path, name))
    }

    mutating func isObject(_ field: Field) -> Bool {
        if field.value.kind == .object { return true }
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
        guard let number = field.value.whole else {
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
        if let value = field.value.flag { return value }
        note(.notTrueOrFalse, field)
        return false
    }

    mutating func text(_ field: Field) -> String? {
        guard let text = field.value.text else {
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
        guard let elements = field.value.elements else {
            note(.notAList, field)
            return []
        }
        return elements.enumerated().map { Field(value: $1, path: Field.path(field.path, $0)) }
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
