/// Writes JSON without building values first.
package struct WireWriter {
    package private(set) var bytes: [UInt8] = []
    private var needsComma = false

    package init() {
        bytes.reserveCapacity(4096)
    }

    /// Writes an object and what `body` puts into it.
    package mutating func object(_ name: String? = nil, _ body: (inout WireWriter) -> Void) {
        begin(name)
        enclose("{", "}", body)
    }

    package mutating func array(_ name: String? = nil, _ body: (inout WireWriter) -> Void) {
        begin(name)
        enclose("[", "]", body)
    }

    /// Writes nothing for nil.
    package mutating func field(_ name: String, _ text: String?) {
        guard let text else { return }
        begin(name)
        append(quoted: text)
        needsComma = true
    }

    package mutating func field(_ name: String, _ number: Int?) {
        guard let number else { return }
        begin(name)
        bytes.append(contentsOf: String(number).utf8)
        needsComma = true
    }

    package mutating func field(_ name: String, _ flag: Bool) {
        begin(name)
        bytes.append(contentsOf: (flag ? "true" : "false").utf8)
        needsComma = true
    }

    package mutating func null(_ name: String) {
        begin(name)
        bytes.append(contentsOf: "null".utf8)
        needsComma = true
    }

    /// An element of an array.
    package mutating func element(_ text: String) {
        begin(nil)
        append(quoted: text)
        needsComma = true
    }

    package mutating func element(_ number: Int) {
        begin(nil)
        bytes.append(contentsOf: String(number).utf8)
        needsComma = true
    }

    private mutating func begin(_ name: String?) {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = false
        guard let name else { return }
        append(quoted: name)
        bytes.append(UInt8(ascii: ":"))
    }

    private mutating func enclose(
        _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ body: (inout WireWriter) -> Void
    ) {
        bytes.append(UInt8(ascii: open))
        body(&self)
        bytes.append(UInt8(ascii: close))
        needsComma = true
    }

    private mutating func append(quoted text: String) {
        var text = text
        bytes.append(UInt8(ascii: "\""))
        text.withUTF8 { text in
            // Nearly all are names and codes of which nothing needs escaping.
            if text.allSatisfy({ $0 >= 0x20 && !Self.isMarked($0) }) {
                bytes.append(contentsOf: text)
            } else {
                for byte in text { append(escaped: byte) }
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func append(escaped byte: UInt8) {
        if byte < 0x20 {
            let digits = String(byte, radix: 16)
            bytes.append(contentsOf: "\\u00\(digits.utf8.count == 1 ? "0" : "")\(digits)".utf8)
        } else {
            if Self.isMarked(byte) { bytes.append(UInt8(ascii: "\\")) }
            bytes.append(byte)
        }
    }

    /// Whether the byte would end a text or begin an escape.
    private static func isMarked(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }
}
