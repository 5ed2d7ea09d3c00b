import Courses
import Desk
import Localisation
import Statistics

/// A number and the rows that it counts.
struct FigureRowsPage: Page {
    static let template = "figure-rows"

    let layout: Layout
    let backHref: String
    let backText: String
    /// Live figures stay inside the house.
    let internalText: String
    let heading: String
    /// Which row of the table the number stands in.
    let rowName: String
    /// Of which day, and about what.
    let told: [String]
    let meaning: String
    let facts: [FigureFact]
    let notices: [Notice]
    let emptyText: String?
    let tableTitle: String
    let headings: [FigureHeading]
    let rows: [CountedLine]
    let pages: RowPages?
    let files: [FigureFile]
    let othersLabel: String
    let others: [RowLink]
}

/// A row of the list.
struct CountedLine: Sendable {
    let cells: [CountedCell]
}

struct CountedCell: Sendable {
    let text: String
    let isNumber: Bool
    /// To the session that the row is about.
    let href: String?
}

/// Where in a long list these rows stand.
struct RowPages: Sendable {
    let label: String
    let text: String
    let before: FigureFile?
    let after: FigureFile?
}

/// To the rows behind another number.
struct RowLink: Sendable {
    let href: String
    let name: String
    let isChosen: Bool
}

extension FigureRowsPage {
    init(
        layout: (_ title: String) -> Layout, visitor: Visitor, rows: FigureRows,
        question: RowsQuestion
    ) {
        let words = FigureRowsPageWords(visitor: visitor, rows: rows, question: question)
        let report = rows.report(visitor.localiser)
        heading = report.title
        self.layout = layout(heading)
        backHref = question.table.address("/figures")
        backText = visitor.say(Message("page.figures"))
        internalText = report.preamble.first ?? ""
        rowName =
            rows.key.text(visitor.localiser, rows.names)
            ?? visitor.say(Message("figures.total"))
        told = Array(report.preamble.dropFirst())
        meaning = report.definitions.map(\.text).joined(separator: " ")
        facts = words.facts
        notices = words.notices
        emptyText = rows.rows.isEmpty ? visitor.say(Message("figures.rowsNone")) : nil
        tableTitle = visitor.say(Message("figures.rowsTitle"))
        headings = report.columns.map {
            FigureHeading(text: $0.heading, isNumber: $0.kind == .number)
        }
        self.rows = words.lines(report)
        pages = words.pages
        files = rows.count == 0 ? [] : [words.file]
        othersLabel = visitor.say(Message("figures.rowsOthers"))
        others = words.others
    }
}

private struct FigureRowsPageWords {
    let visitor: Visitor
    let rows: FigureRows
    let question: RowsQuestion

    private var localiser: Localiser { visitor.localiser }

    var facts: [FigureFact] {
        let number =
            rows.numerator.map {
                visitor.say(
                    Message("figures.of", ["part": .number($0), "whole": .number(rows.sum)]))
            } ?? localiser.number(rows.sum)
        return [
            FigureFact(
                label: visitor.say(Message("figures.rowsNumber")), value: number, detail: nil),
            FigureFact(
                label: visitor.say(Message("figures.rowsCount")),
                value: localiser.number(rows.count), detail: nil),
        ]
    }

    var notices: [Notice] {
        rows.number.tellsOfPeople
            ? [Notice(tone: "info", text: visitor.say(Message("figures.rowsLogged")))] : []
    }

    func lines(_ report: Report) -> [CountedLine] {
        zip(rows.rows, report.rows).map { row, line in
            let address = row.session.map { "/sessions/\($0)" }
            return CountedLine(
                cells: zip(report.columns, line.cells).enumerated().map { index, cell in
                    CountedCell(
                        text: cell.1.text(localiser), isNumber: cell.0.kind == .number,
                        href: index == 0 ? address : nil)
                })
        }
    }

    var pages: RowPages? {
        guard let page = rows.page, rows.pages > 1 else { return nil }
        let shown = visitor.say(
            Message(
                "figures.rowsShown",
                [
                    "first": .number(rows.offset + 1),
                    "last": .number(rows.offset + rows.rows.count),
                    "count": .number(rows.count),
                ]))
        return RowPages(
            label: visitor.say(Message("figures.rowsPages")), text: shown,
            before: page > 1 ? link(page - 1, Message("figures.rowsBefore")) : nil,
            after: page < rows.pages ? link(page + 1, Message("figures.rowsAfter")) : nil)
    }

    private func link(_ page: Int, _ text: Message) -> FigureFile {
        FigureFile(href: question.at(page: page).address(), text: visitor.say(text))
    }

    /// All rows, people by their ids.
    var file: FigureFile {
        FigureFile(
            href: question.about(rows.number).address("/figures/rows.csv"),
            text: visitor.say(Message("report.asCSV")))
    }

    var others: [RowLink] {
        rows.related.map { number in
            RowLink(
                href: question.about(number).address(), name: localiser(number.message),
                isChosen: number == rows.number)
        }
    }
}
