import Courses
import Desk
import Localisation

/// The standard table for the county, as it is to be sent.
struct CountyPage: Page {
    static let template = "county"

    let layout: Layout
    let backHref: String
    let backText: String
    let heading: String
    let internalText: String
    let preamble: [String]
    let roundChoice: RoundChoice?
    let tables: [FigureTable]
    let nextStep: NextStep?
    let definitionsHeading: String
    let definitions: [Definition]
}

extension CountyPage {
    init(
        layout: (_ title: String) -> Layout, visitor: Visitor, report: Report, rounds: [Round],
        question: FiguresQuestion
    ) {
        let chosen = question.round(among: rounds)
        self.layout = layout(report.title)
        backHref = question.address("/figures")
        backText = visitor.say(Message("page.figures"))
        heading = report.title
        internalText = report.preamble.first ?? ""
        preamble = Array(report.preamble.dropFirst())
        roundChoice = RoundChoice(
            rounds, chosen: chosen, all: Message("figures.allRounds"), visitor
        ) { question.narrowed(to: $0).address("/figures/county") }
        let words = FigureWords(visitor: visitor)
        let isEmpty = report.rows.count < 2
        tables =
            isEmpty
            ? []
            : [
                words.table(
                    of: report, isOfOneRound: chosen != nil,
                    files: words.files("/figures/county", question))
            ]
        nextStep =
            isEmpty
            ? NextStep(
                title: visitor.say(Message("figures.noneTitle")),
                text: visitor.say(Message("figures.noneText"))) : nil
        definitionsHeading = visitor.say(Message("figures.definitions"))
        definitions = report.definitions.map { Definition(term: $0.term, text: $0.text) }
    }
}

extension FigureWords {
    /// - Parameter isOfOneRound: then its name needn't stand in each row.
    fileprivate func table(
        of report: Report, isOfOneRound: Bool, files: [FigureFile]
    ) -> FigureTable {
        let names = report.columns.indices.filter { report.columns[$0].kind == .name }
        let shown = isOfOneRound ? Array(names.dropFirst()) : names
        let rows = report.rows.map { row in
            let last = row == report.rows.last
            return FigureRow(
                name: (last ? names : shown).map { text(row.cells[$0]) }
                    .filter { !$0.isEmpty }.joined(separator: " · "),
                cells: report.columns.indices.dropFirst(names.count).map {
                    FigureCell(text: text(row.cells[$0]), detail: nil)
                }, isTotal: row.isTotal)
        }
        let name = shown.map { report.columns[$0].heading }.joined(separator: " · ")
        return FigureTable(
            title: report.title,
            headings: [FigureHeading(text: name, isNumber: false)]
                + report.columns.dropFirst(names.count).map {
                    FigureHeading(text: $0.heading, isNumber: true)
                }, rows: rows.dropLast(),
            total: rows.last ?? FigureRow(name: "", cells: []), note: report.note, files: files)
    }

    private func text(_ cell: Report.Cell) -> String {
        switch cell {
        case .name(_, let text): text
        case .number(let number): visitor.localiser.number(number)
        case .percent, .gap: "–"
        }
    }
}
