/// A kind of file that people send where a text with delimiters is meant.
package enum ForeignFormat: String, Hashable, Sendable, CaseIterable {
    case pdf
    /// `.xlsx` and its kin.
    case workbook
    /// `.xls`, `.doc` and whatever else lies in Microsoft's old container.
    case oldOffice
    case openDocument
    case zip, gzip, rtf, html, xml, image

    /// Told by how the file begins; nil for what may be text. Meant for the bytes as they came,
    /// before anybody takes them for letters.
    package static func recognised(_ bytes: some Collection<UInt8>) -> ForeignFormat? {
        let head = Array(bytes.prefix(4096))
        for (magic, format) in magics where head.starts(with: magic) {
            return format == .zip ? zipped(head) : format
        }
        return markup(head)
    }

    private static let magics: [([UInt8], ForeignFormat)] = [
        (Array("%PDF-".utf8), .pdf),
        ([0x50, 0x4B, 0x03, 0x04], .zip), ([0x50, 0x4B, 0x05, 0x06], .zip),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .oldOffice),
        // Excel 2 to 4, before the container.
        ([0x09, 0x00, 0x04, 0x00], .oldOffice), ([0x09, 0x02, 0x06, 0x00], .oldOffice),
        ([0x09, 0x04, 0x06, 0x00], .oldOffice), ([0x1F, 0x8B], .gzip),
        (Array("{\\rtf".utf8), .rtf), ([0x89, 0x50, 0x4E, 0x47], .image),
        ([0xFF, 0xD8, 0xFF], .image), (Array("GIF8".utf8), .image),
    ]

    private static func zipped(_ head: [UInt8]) -> ForeignFormat {
        let names = String(decoding: head.map { $0 < 128 ? $0 : 63 }, as: UTF8.self)
        if names.contains("mimetypeapplication/vnd.oasis") { return .openDocument }
        return names.contains("[Content_Types].xml") || names.contains("xl/") ? .workbook : .zip
    }

    /// Systems that export "to Excel" often write a web page or XML under that name.
    private static func markup(_ head: [UInt8]) -> ForeignFormat? {
        let marks: Set<UInt8> = [0xEF, 0xBB, 0xBF, 0x20, 0x09, 0x0D, 0x0A]
        let start = head.drop(while: marks.contains).prefix(16)
        let text = String(decoding: start, as: UTF8.self).lowercased()
        if text.hasPrefix("<?xml") { return .xml }
        let tags = ["<!doctype", "<html", "<head", "<table", "<meta", "<style"]
        return tags.contains(where: text.hasPrefix) ? .html : nil
    }
}
