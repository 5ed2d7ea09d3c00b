/// Why a file can't be read as rows of cells, or one of its rows can't.
///
/// Lines count from 1 as an editor shows them, columns from 1 as the cells of a row.
package enum DelimitedTextError: Error, Hashable, Sendable {
    case empty
    /// A header and not one row.
    case headerOnly
    /// Another kind of file altogether.
    case foreign(ForeignFormat)
    case notUTF8(line: Int)
    /// A NUL, as UTF-16 read as something else leaves them.
    case nul(line: Int)
    /// A quote that begins there and never ends.
    case unterminatedQuote(line: Int, column: Int)
    /// A cell of more than 65,536 bytes.
    case cellTooLong(line: Int, column: Int)
    case columnTwice(name: String, first: Int, second: Int)
    /// Of one row: it has something in a cell beyond the header's last column.
    case tooManyCells(line: Int, expected: Int, found: Int)

    /// Stable; stands as `reason` in JSON.
    package var code: String {
        switch self {
        case .empty: "empty"
        case .headerOnly: "headerOnly"
        case .foreign: "foreign"
        case .notUTF8: "notUTF8"
        case .nul: "nul"
        case .unterminatedQuote: "unterminatedQuote"
        case .cellTooLong: "cellTooLong"
        case .columnTwice: "columnTwice"
        case .tooManyCells: "tooManyCells"
        }
    }
}
