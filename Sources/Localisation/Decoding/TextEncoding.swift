/// How a file's bytes stand for letters.
package enum TextEncoding: String, Sendable, CaseIterable, Codable {
    case utf8 = "utf-8"
    case utf16LE = "utf-16le"
    case utf16BE = "utf-16be"
    /// Western European, as Excel in Sweden saves it.
    case windows1252 = "windows-1252"
    /// Arabic.
    case windows1256 = "windows-1256"

    /// Reads an encoding's name in its usual spellings.
    package init?(named name: String) {
        switch name.lowercased().filter({ $0.isLetter || $0.isNumber }) {
        case "utf8", "utf8bom": self = .utf8
        case "utf16", "utf16le": self = .utf16LE
        case "utf16be": self = .utf16BE
        case "windows1252", "cp1252", "1252", "latin1", "iso88591": self = .windows1252
        case "windows1256", "cp1256", "1256": self = .windows1256
        default: return nil
        }
    }

    /// The byte-order mark that files in this encoding may begin with.
    var mark: [UInt8] {
        switch self {
        case .utf8: [0xEF, 0xBB, 0xBF]
        case .utf16LE: [0xFF, 0xFE]
        case .utf16BE: [0xFE, 0xFF]
        case .windows1252, .windows1256: []
        }
    }
}

/// Why bytes are not text in an encoding; offsets count bytes from the start of the file.
package enum DecodingFault: Error, Hashable, Sendable {
    /// Bytes that stand for nothing in the encoding.
    case malformed(offset: Int)
    /// The file ends within a letter that begins here.
    case cutShort(offset: Int)
}
