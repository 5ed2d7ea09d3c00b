import Desk
import Localisation

extension FigureWords {
    /// A report as a page shows it; what its last row is counted over is all of it.
    ///
    /// - Parameters:
    ///   - columns: of those with numbers; nil for all.
    ///   - isOfOneRound: then its name needn't stand in each row.
    func table(
        of report: Report, title: String, columns: Range<Int>? = nil, isOfOneRound: Bool = false,
        files: [FigureFile] = []
    ) -> FigureTable {
        let names = report.columns.indices.filter { report.columns[$0].kind == .name }
        let shown = isOfOneRound ? Array(names.dropFirst()) : names
        let numbers = columns ?? names.count..<report.columns.count
        func row(_ row: Report.Row, _ names: [Int]) -> FigureRow {
            FigureRow(
                name: localiser.line(
                    names.map { row.cells[$0].text(localiser) }.filter { !$0.isEmpty }),
                cells: numbers.map {
                    FigureCell(text: row.cells[$0].text(localiser), detail: nil)
                }, isTotal: row.isTotal)
        }
        let rows = report.rows.dropLast()
        let name = localiser.line(shown.map { report.columns[$0].heading })
        return FigureTable(
            title: title,
            headings: [FigureHeading(text: name, isNumber: false)]
                + report.columns[numbers].map { FigureHeading(text: $0.heading, isNumber: true) },
            rows: rows.prefix(Self.mostRows).map { row($0, shown) },
            total: report.rows.last.map { row($0, names) } ?? FigureRow(name: "", cells: []),
            note: tooMany(rows.count) ?? report.note, files: files)
    }
}
