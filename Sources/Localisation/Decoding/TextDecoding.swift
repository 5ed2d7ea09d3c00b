import CICU

/// Turning a file's bytes into text, strictly: nothing is replaced or left out.
package enum TextDecoding {
    /// The text without a byte-order mark; of the two UTF-16 a mark decides, whichever was asked
    /// for.
    package static func decode(
        _ bytes: [UInt8], _ encoding: TextEncoding
    ) throws(DecodingFault) -> String {
        let marked = marked(bytes, encoding)
        let start = bytes.starts(with: marked.mark) ? marked.mark.count : 0
        switch marked {
        case .utf8: return try utf8(bytes, from: start)
        case .utf16LE: return try utf16(bytes, from: start, isBigEndian: false)
        case .utf16BE: return try utf16(bytes, from: start, isBigEndian: true)
        case .windows1252, .windows1256: return try codePage(bytes, CodePage.of(encoding))
        }
    }

    private static func marked(_ bytes: [UInt8], _ encoding: TextEncoding) -> TextEncoding {
        let wide: [TextEncoding] = [.utf16LE, .utf16BE]
        guard wide.contains(encoding) else { return encoding }
        return wide.first { bytes.starts(with: $0.mark) } ?? encoding
    }

    private static func utf8(_ bytes: [UInt8], from start: Int) throws(DecodingFault) -> String {
        if let text = String(validating: bytes[start...], as: UTF8.self) { return text }
        throw UTF8Scan(bytes).fault ?? .malformed(offset: start)
    }

    private static func utf16(
        _ bytes: [UInt8], from start: Int, isBigEndian: Bool
    ) throws(DecodingFault) -> String {
        let count = bytes.count - start
        var fault = 0
        let text = decoded(capacity: count / 2 * 3 + 3) { out, capacity in
            bytes.withUnsafeBufferPointer { buffer in
                cicu_decode_utf16(
                    buffer.baseAddress.map { $0 + start }, count, isBigEndian, out, capacity,
                    &fault)
            }
        }
        if let text { return text }
        let unit = bytes[(start + fault)...].prefix(2)
        let high =
            unit.count < 2 ? 0xD8 : isBigEndian ? unit[unit.startIndex] : unit[unit.endIndex - 1]
        let isCut = fault + 2 >= count && (0xD8...0xDB).contains(high)
        throw isCut ? .cutShort(offset: start + fault) : .malformed(offset: start + fault)
    }

    private static func codePage(
        _ bytes: [UInt8], _ page: CodePage
    ) throws(DecodingFault) -> String {
        var fault = 0
        let length = cicu_decode_bytes(page.table, bytes, bytes.count, nil, 0, &fault)
        let text = decoded(capacity: max(length, 1)) { out, capacity in
            cicu_decode_bytes(page.table, bytes, bytes.count, out, capacity, &fault)
        }
        if length >= 0, let text { return text }
        throw .malformed(offset: fault)
    }

    /// Lets C write straight into a string's own memory.
    private static func decoded(
        capacity: Int, _ write: (UnsafeMutablePointer<CChar>?, Int) -> Int
    ) -> String? {
        var isRefused = false
        let text = String(unsafeUninitializedCapacity: capacity) { buffer in
            let length = buffer.withMemoryRebound(to: CChar.self) {
                write($0.baseAddress, $0.count)
            }
            isRefused = length < 0 || length > buffer.count
            return isRefused ? 0 : length
        }
        return isRefused ? nil : text
    }
}

/// What the 256 bytes of a single-byte encoding mean.
struct CodePage: Sendable {
    /// UTF-16 units; 0xFFFF where the encoding defines nothing.
    let table: [UInt16]

    static let western = CodePage("windows-1252")
    static let arabic = CodePage("windows-1256")

    static func of(_ encoding: TextEncoding) -> CodePage {
        encoding == .windows1256 ? arabic : western
    }

    private init(_ name: String) {
        var table = [UInt16](repeating: 0xFFFF, count: 256)
        if !cicu_code_page(name, &table) { table = Array(repeating: 0xFFFF, count: 256) }
        self.table = table
    }

    func scalar(_ byte: UInt8) -> Unicode.Scalar? {
        let unit = table[Int(byte)]
        return unit == 0xFFFF ? nil : Unicode.Scalar(unit)
    }
}
