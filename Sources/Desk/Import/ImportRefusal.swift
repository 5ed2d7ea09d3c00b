package import Localisation

/// Why a file as a whole was not taken in; nothing was changed.
///
/// Lines count from 1 as an editor shows them, columns from 1 as the cells of a row.
package enum ImportRefusal: Error, Hashable, Sendable {
    case empty, headerOnly
    case foreign(ForeignFormat)
    /// More bytes than anybody's list has.
    case tooLarge
    /// The file ends within a letter.
    case cutShort(line: Int)
    /// Bytes that mean nothing in the encoding.
    case malformed(TextEncoding, line: Int)
    case nul(line: Int)
    /// It can be read in either way; which, only somebody can tell who knows the names in it.
    case encodingAmbiguous(TextEncoding, TextEncoding)
    case unterminatedQuote(line: Int, column: Int)
    case cellTooLong(line: Int, column: Int)
    /// The same header stands over two columns.
    case columnTwice(name: String, first: Int, second: Int)
    /// Two headers mean the same.
    case sameColumn(first: String, second: String, line: Int)
    case nameColumnMissing(line: Int)
    case languageColumnMissing(line: Int)
    case mapUnreadable
    case mapNamesNoColumn(header: String, column: String)
    case mapNamesNoHeader(String)
    /// Nobody is enrolled in a round that has ended.
    case roundEnded(String)

    /// Stable; stands as `reason` in JSON.
    package var code: String {
        switch self {
        case .empty: "empty"
        case .headerOnly: "headerOnly"
        case .foreign: "foreign"
        case .tooLarge: "tooLarge"
        case .cutShort: "cutShort"
        case .malformed: "malformed"
        case .nul: "nul"
        case .encodingAmbiguous: "encodingAmbiguous"
        case .unterminatedQuote: "unterminatedQuote"
        case .cellTooLong: "cellTooLong"
        case .columnTwice: "columnTwice"
        case .sameColumn: "sameColumn"
        case .nameColumnMissing: "nameColumnMissing"
        case .languageColumnMissing: "languageColumnMissing"
        case .mapUnreadable: "mapUnreadable"
        case .mapNamesNoColumn: "mapNamesNoColumn"
        case .mapNamesNoHeader: "mapNamesNoHeader"
        case .roundEnded: "roundEnded"
        }
    }

    package var line: Int? {
        switch self {
        case .cutShort(let line), .malformed(_, let line), .nul(let line),
            .unterminatedQuote(let line, _), .cellTooLong(let line, _),
            .sameColumn(_, _, let line), .nameColumnMissing(let line),
            .languageColumnMissing(let line):
            line
        case .empty, .headerOnly, .foreign, .tooLarge, .encodingAmbiguous, .columnTwice,
            .mapUnreadable, .mapNamesNoColumn, .mapNamesNoHeader, .roundEnded:
            nil
        }
    }

    /// Which cell of the line.
    package var column: Int? {
        switch self {
        case .unterminatedQuote(_, let column), .cellTooLong(_, let column),
            .columnTwice(_, _, let column):
            column
        default: nil
        }
    }
}

extension ImportRefusal {
    init(_ error: DelimitedTextError) {
        switch error {
        case .empty: self = .empty
        case .headerOnly: self = .headerOnly
        case .foreign(let format): self = .foreign(format)
        case .notUTF8(let line): self = .malformed(.utf8, line: line)
        case .nul(let line): self = .nul(line: line)
        case .unterminatedQuote(let line, let column):
            self = .unterminatedQuote(line: line, column: column)
        case .cellTooLong(let line, let column), .tooManyCells(let line, let column, _):
            self = .cellTooLong(line: line, column: column)
        case .columnTwice(let name, let first, let second):
            self = .columnTwice(name: name, first: first, second: second)
        }
    }

    init(_ error: ImportColumnsError, line: Int) {
        switch error {
        case .sameColumn(_, let first, let second):
            self = .sameColumn(first: first, second: second, line: line)
        case .nameMissing: self = .nameColumnMissing(line: line)
        case .courseLanguageMissing: self = .languageColumnMissing(line: line)
        case .mapNamesNoColumn(let header, let column):
            self = .mapNamesNoColumn(header: header, column: column)
        case .mapNamesNoHeader(let header): self = .mapNamesNoHeader(header)
        }
    }
}
