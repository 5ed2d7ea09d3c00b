import Courses
import Desk
import Localisation

/// A figure on a page: its finding, the picture, the table behind it and the same as a file.
struct ChartView: Sendable {
    let id: String
    let title: String
    let finding: String
    let description: String
    /// Markup; nil where there is nothing to draw.
    let picture: String?
    let tableText: String
    let isOpen: Bool
    let table: ChartTable?
    let files: [FigureFile]
    /// Of which group it is.
    let choice: RoundChoice?
}

struct ChartTable: Sendable {
    let headings: [FigureHeading]
    let rows: [ChartRow]
}

struct ChartRow: Sendable {
    let name: String
    let cells: [ChartCell]
}

struct ChartCell: Sendable {
    let text: String
    let isNumber: Bool
}

extension ChartView {
    /// - Parameters:
    ///   - isOpen: the table is shown; paper can't be clicked.
    ///   - file: the address of the file; nil where files make no sense.
    init(
        _ chart: Chart, _ visitor: Visitor, isOpen: Bool = false, file: String?,
        choice: RoundChoice? = nil
    ) {
        let id = "chart-" + chart.name.rawValue
        self.init(
            id: id, title: chart.report.title, finding: chart.finding,
            description: chart.description,
            picture: chart.plot.map { plot in
                Picture(
                    id: id, title: chart.finding, description: chart.description,
                    drawing: Drawing(plot, visitor.localiser),
                    direction: visitor.localiser.direction
                ).svg
            }, tableText: visitor.say(Message("charts.table")), isOpen: isOpen,
            table: chart.report.rows.isEmpty ? nil : ChartTable(chart.report, visitor.localiser),
            files: file.map {
                [FigureFile(href: $0, text: visitor.say(Message("report.asCSV")))]
            } ?? [], choice: choice)
    }
}

extension ChartTable {
    init(_ report: Report, _ localiser: Localiser) {
        headings = report.columns.map {
            FigureHeading(text: $0.heading, isNumber: $0.kind != .name)
        }
        rows = report.rows.map { row in
            let cells = zip(row.cells, report.columns).map { cell, column in
                ChartCell(text: cell.text(localiser), isNumber: column.kind != .name)
            }
            return ChartRow(name: cells.first?.text ?? "", cells: Array(cells.dropFirst()))
        }
    }
}
