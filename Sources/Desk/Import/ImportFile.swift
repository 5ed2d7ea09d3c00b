import Courses
import Foundation
import Localisation

/// A file's bytes, read as a table.
struct ImportFile: Sendable {
    let encoding: TextEncoding
    let isRepaired: Bool
    let table: DelimitedText
    let columns: ImportColumns

    /// No list of a municipality's parents comes near it.
    static let largest = 256 * 1024 * 1024

    struct Refused: Error {
        let refusal: ImportRefusal
        let encoding: TextEncoding?
    }

    init(_ bytes: [UInt8], options: ImportOptions) throws(Refused) {
        var known: TextEncoding?
        do throws(ImportRefusal) {
            guard bytes.count <= Self.largest else { throw .tooLarge }
            if let format = ForeignFormat.recognised(bytes) { throw .foreign(format) }
            encoding = try Self.encoding(of: bytes, asked: options.encoding)
            known = encoding
            let text = try Self.decode(bytes, encoding)
            let repaired =
                Self.mayBeEncodedTwice(text)
                ? TextDecoding.repairDoubleUTF8(text) : nil
            isRepaired = repaired != nil
            table = try Self.table(repaired ?? text)
            columns = try Self.columns(of: table, map: options.map)
        } catch {
            throw Refused(refusal: error, encoding: known)
        }
    }

    /// A mark at the start tells more than whoever asked for UTF-16 without saying which.
    private static func encoding(
        of bytes: [UInt8], asked: TextEncoding?
    ) throws(ImportRefusal) -> TextEncoding {
        switch asked {
        case .utf16LE?, .utf16BE?:
            if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LE }
            if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BE }
        default: break
        }
        if let asked { return asked }
        let plausible = TextDecoding.plausible(bytes)
        if plausible.count > 1 { throw .encodingAmbiguous(plausible[0], plausible[1]) }
        guard let encoding = plausible.first else { throw .malformed(.utf8, line: 1) }
        return isUTF8WithZeros(bytes) ? .utf8 : encoding
    }

    /// A stray NUL or two; UTF-16 has one for each delimiter and line end at least.
    private static func isUTF8WithZeros(_ bytes: [UInt8]) -> Bool {
        guard bytes.contains(0), bytes[0] < 0xFE else { return false }
        let zeros = bytes.count { $0 == 0 }
        return zeros * 10 < bytes.count && String(validating: bytes, as: UTF8.self) != nil
    }

    private static func decode(
        _ bytes: [UInt8], _ encoding: TextEncoding
    ) throws(ImportRefusal) -> String {
        do throws(DecodingFault) {
            return try TextDecoding.decode(bytes, encoding)
        } catch {
            switch error {
            case .malformed(let offset):
                throw .malformed(encoding, line: line(at: offset, in: bytes, encoding))
            case .cutShort(let offset):
                throw .cutShort(line: line(at: offset, in: bytes, encoding))
            }
        }
    }

    private static func line(
        at offset: Int, in bytes: [UInt8], _ encoding: TextEncoding
    ) -> Int {
        let before = bytes.prefix(offset)
        switch encoding {
        case .utf16LE, .utf16BE:
            let low = encoding == .utf16LE ? 0 : 1
            let units = stride(from: 0, to: before.count - 1, by: 2).map { place in
                bytes[place + 1 - low] == 0 ? bytes[place + low] : UInt8(ascii: "x")
            }
            return DelimitedText.lineNumber(at: units.count, in: units)
        case .utf8, .windows1252, .windows1256:
            return DelimitedText.lineNumber(at: before.count, in: bytes)
        }
    }

    /// Looked for before anybody looks at each letter: À to ô and a letter outside ASCII after it.
    private static func mayBeEncodedTwice(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            guard bytes.count >= 3 else { return false }
            for place in 0..<(bytes.count - 2)
            where bytes[place] == 0xC3 && bytes[place + 2] >= 0x80 && bytes[place + 1] < 0xB5 {
                return true
            }
            return false
        }
    }

    private static func table(_ text: String) throws(ImportRefusal) -> DelimitedText {
        do throws(DelimitedTextError) {
            return try DelimitedText.read(text)
        } catch {
            throw ImportRefusal(error)
        }
    }

    private static func columns(
        of table: DelimitedText, map: ColumnMap
    ) throws(ImportRefusal) -> ImportColumns {
        do throws(ImportColumnsError) {
            return try ImportColumns.resolve(table.header, map: map.columns)
        } catch {
            throw ImportRefusal(error, line: table.headerLine)
        }
    }
}
