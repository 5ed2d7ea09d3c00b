import Courses
import Statistics

extension Report {
    /// Rows by codes, totals last; every row says of which day it is, by which rules, about which
    /// rounds, and that it is internal.
    ///
    /// - Parameter forExcel: as Excel in Sweden opens it by a double click.
    package func csv(forExcel: Bool) -> String {
        let header = csvColumns.map { columns[$0].code } + tailHeader
        let body = rows.map { row in csvColumns.map { row.cells[$0].code } + tail }
        return DelimitedText.write(
            [header] + body, delimiter: forExcel ? .semicolon : .comma,
            lineEnding: forExcel ? .crlf : .lf, byteOrderMark: forExcel)
    }

    /// What is kept of a frozen report: the same rows, and beside codes that may come to mean
    /// something else what they were called.
    var content: String {
        let named = csvColumns.filter { Self.renamed.contains(columns[$0].code) }
        let header =
            csvColumns.map { columns[$0].code } + named.map { columns[$0].code + "Name" }
            + tailHeader
        let body = rows.map { row in
            csvColumns.map { row.cells[$0].code } + named.map { row.cells[$0].name } + tail
        }
        return DelimitedText.write(
            [header] + body, delimiter: .comma, lineEnding: .lf, byteOrderMark: false)
    }

    private static let renamed: Set<String> = ["round", "group"]

    /// A filter is told only where there is one, so that a report frozen without keeps its bytes.
    private var tailHeader: [String] {
        ["asOf", "ruleVersion", "rounds"] + (stamp.filter.isEmpty ? [] : ["filter"]) + ["use"]
    }

    private var tail: [String] {
        [
            stamp.asOf.description, String(stamp.ruleVersion),
            stamp.rounds.joined(separator: " "),
        ] + (stamp.filter.isEmpty ? [] : [stamp.filter.fields.joined(separator: " ")]) + [Stamp.use]
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

    fileprivate var name: String {
        if case .name(let code, let text) = self, code != "total" { text } else { "" }
    }
}
