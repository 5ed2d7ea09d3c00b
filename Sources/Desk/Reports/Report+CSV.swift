import Courses

extension Report {
    /// Rows by codes, totals last; every row says of which day it is, by which rules, about which
    /// rounds, and that it is internal.
    ///
    /// - Parameter forExcel: as Excel in Sweden opens it by a double click.
    package func csv(forExcel: Bool) -> String {
        let tail = [
            stamp.asOf.description, String(stamp.ruleVersion), stamp.rounds.joined(separator: " "),
            Stamp.use,
        ]
        let header = csvColumns.map { columns[$0].code } + ["asOf", "ruleVersion", "rounds", "use"]
        let body = rows.map { row in csvColumns.map { row.cells[$0].code } + tail }
        return DelimitedText.write(
            [header] + body, delimiter: forExcel ? .semicolon : .comma,
            lineEnding: forExcel ? .crlf : .lf, byteOrderMark: forExcel)
    }

    /// A rate is its two numbers, which stand in columns of their own.
    private var csvColumns: [Int] {
        columns.indices.filter { columns[$0].kind != .percent }
    }
}

extension Report.Cell {
    fileprivate var code: String {
        switch self {
        case .name(let code, _): code
        case .number(let number): String(number)
        case .percent, .gap: ""
        }
    }
}
