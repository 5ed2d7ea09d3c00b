import CXlsx
import Courses
package import FoundationEssentials
import Localisation
import Statistics

/// Why a report could not be written as a workbook.
package struct WorkbookError: Error, Sendable {}

extension Report {
    /// A workbook for Excel: a sheet with the table, its head frozen, and one with what the
    /// columns mean; from right to left where the language is.
    ///
    /// The same report gives the same bytes.
    ///
    /// - Parameter folder: where the file is made before it is read; removed again.
    /// - Throws: `WorkbookError` when the folder can't be written to.
    package func workbook(in folder: URL = FileManager.default.temporaryDirectory) throws -> Data {
        let file = folder.appending(path: "samsprak-\(UUID().uuidString).xlsx")
        defer { try? FileManager.default.removeItem(at: file) }
        let midnight = WallClock.instant(stamp.asOf, .midnight).milliseconds / 1000
        guard let book = xlsx_open(file.path, title, midnight) else { throw WorkbookError() }
        writeTable(book)
        writeDefinitions(book)
        guard xlsx_close(book) else { throw WorkbookError() }
        return try Data(contentsOf: file)
    }

    private var isRightToLeft: Bool { language.direction == .rightToLeft }

    private func writeTable(_ book: OpaquePointer) {
        let localiser = Localiser.localiser(for: language)
        let name = localiser(Message("report.tableSheet"))
        guard xlsx_add_sheet(book, name, isRightToLeft) else { return }
        xlsx_write_text(book, 0, 0, title, xlsx_title)
        for (index, line) in preamble.enumerated() {
            xlsx_write_text(book, Int32(index + 1), 0, line, xlsx_note)
        }
        let heading = Int32(preamble.count + 2)
        for (index, column) in columns.enumerated() {
            xlsx_column_width(book, Int32(index), column.kind == .name ? 24 : 13)
            xlsx_write_text(book, heading, Int32(index), column.heading, xlsx_heading)
        }
        for (index, row) in rows.enumerated() {
            write(row, at: heading + 1 + Int32(index), book)
        }
        let names = columns.prefix { $0.kind == .name }.count
        xlsx_freeze(book, heading + 1, Int32(names))
        var end = heading + Int32(rows.count) + 2
        if let note { xlsx_write_text(book, end, 0, note, xlsx_note) }
        end += 2
        writeChart(name, heading, below: end, book)
    }

    private func write(_ row: Row, at line: Int32, _ book: OpaquePointer) {
        let (text, number, percent) =
            row.isTotal
            ? (xlsx_strong, xlsx_strong_number, xlsx_strong_percent)
            : (xlsx_plain, xlsx_number, xlsx_percent)
        for (index, cell) in row.cells.enumerated() {
            let column = Int32(index)
            switch cell {
            case .name(_, let name): xlsx_write_text(book, line, column, name, text)
            case .number(let count): xlsx_write_number(book, line, column, Double(count), number)
            case .percent(let ratio):
                let share = Double(ratio.numerator) / Double(ratio.denominator)
                xlsx_write_number(book, line, column, share, percent)
            case .gap: xlsx_write_text(book, line, column, "–", text)
            }
        }
    }

    private func writeChart(
        _ sheet: String, _ heading: Int32, below row: Int32, _ book: OpaquePointer
    ) {
        let bars = Int32(rows.prefix { !$0.isTotal }.count)
        guard let chart, bars > 0 else { return }
        xlsx_add_bars(
            book, sheet, chart.title, heading, heading + bars, Int32(chart.columns.lowerBound),
            Int32(chart.columns.upperBound), row)
    }

    private func writeDefinitions(_ book: OpaquePointer) {
        let localiser = Localiser.localiser(for: language)
        let name = localiser(Message("report.definitionsSheet"))
        guard xlsx_add_sheet(book, name, isRightToLeft) else { return }
        xlsx_column_width(book, 0, 32)
        xlsx_column_width(book, 1, 100)
        xlsx_write_text(book, 0, 0, localiser(Message("figures.definitions")), xlsx_heading)
        xlsx_write_text(book, 0, 1, "", xlsx_heading)
        for (index, definition) in definitions.enumerated() {
            xlsx_write_text(book, Int32(index + 1), 0, definition.term, xlsx_plain)
            xlsx_write_text(book, Int32(index + 1), 1, definition.text, xlsx_plain)
        }
        xlsx_freeze(book, 1, 1)
    }
}
