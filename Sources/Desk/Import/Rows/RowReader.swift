import Courses
import Localisation
import Store

/// Reads the cells of one row after another; remembers what words mean, since a column has few
/// different ones.
struct RowReader {
    let columns: ImportColumns
    let asOf: LocalDate
    let sealer: Sealer
    var languages: [String: LanguageNames.Reading] = [:]
    private var faults: [ImportFault] = []

    init(columns: ImportColumns, asOf: LocalDate, sealer: Sealer) {
        self.columns = columns
        self.asOf = asOf
        self.sealer = sealer
    }

    enum Result {
        case good(ImportedRow)
        case faulty([ImportFault])
    }

    mutating func read(_ row: DelimitedText.Row) -> Result {
        faults = []
        if case .tooManyCells(_, let expected, let found)? = row.problem {
            faults.append(.tooManyCells(expected: expected, found: found))
        }
        let cells = row.cells
        var imported = ImportedRow(line: row.line, person: NewPerson(name: name(cells)))
        imported.person.preferredName = preferredName(cells)
        readPerson(cells, into: &imported)
        readLanguages(cells, into: &imported)
        readContacts(cells, into: &imported)
        readWishes(cells, into: &imported)
        guard faults.isEmpty else { return .faulty(faults) }
        if let key = imported.person.identifier?.key {
            imported.identifier = sealer.fingerprint(ofIdentifier: key)
        } else if imported.person.identifier != nil {
            imported.notices.append(.issuerUnknown)
        }
        imported.content = imported.writtenContent
        return .good(imported)
    }

    mutating func fault(_ fault: ImportFault) {
        if !faults.contains(fault) { faults.append(fault) }
    }

    /// The cell as it is, once nothing in it shows that letters were lost on the way.
    mutating func cell(
        _ column: ImportColumn, _ cells: [String], atMost longest: Int = 200
    ) -> String? {
        guard let cell = columns.cell(column, of: cells) else { return nil }
        if cell.utf8.count > longest, cell.unicodeScalars.count > longest {
            fault(.tooLong(column))
            return nil
        }
        if cell.utf8.contains(0xEF), cell.unicodeScalars.contains("\u{FFFD}") {
            fault(.lostLetters(column))
            return nil
        }
        if cell.utf8.first == UInt8(ascii: "#"), Self.spreadsheetErrors.contains(cell) {
            fault(.spreadsheetError(column))
            return nil
        }
        return cell
    }

    /// What Excel and its kin show in Swedish and English where a formula came to nothing.
    private static let spreadsheetErrors: Set<String> = [
        "#REF!", "#REFERENS!", "#N/A", "#SAKNAS!", "#SAKNAS", "#NAME?", "#NAMN?", "#VALUE!",
        "#VÄRDEFEL!", "#VÄRDE!", "#DIV/0!", "#DIVISION/0!", "#NUM!", "#OGILTIGT!", "#NULL!",
        "#SKÄRNING!", "#####", "######", "#######", "########", "##########",
    ]

    /// Reads a cell that is there; what is wrong with it is told.
    mutating func value<Value>(
        _ column: ImportColumn, _ cells: [String],
        _ parse: (String) throws(ImportValueError) -> Value
    ) -> Value? {
        guard let text = cell(column, cells) else { return nil }
        do throws(ImportValueError) {
            return try parse(text)
        } catch {
            fault(.value(column, error))
            return nil
        }
    }
}
