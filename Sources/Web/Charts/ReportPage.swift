import Courses
import Desk
import Localisation
import Statistics

/// The figures of some rounds on A4, for those inside the house.
struct ReportPage: Page {
    static let template = "figure-report"

    let layout: Layout
    let style: String
    let pageStyle: String
    let backHref: String
    let backText: String
    let internalText: String
    let heading: String
    let organisation: String
    let helpText: String
    let roundChoice: RoundChoice?
    let preamble: [String]
    let summary: [FigureFact]
    let caveats: [Notice]
    let charts: [ChartView]
    let definitionsHeading: String
    let definitions: [Definition]
}

extension ReportPage {
    /// - Parameter total: of the same rounds.
    init(
        layout: (_ title: String) -> Layout, style: String, pageStyle: String, visitor: Visitor,
        organisation: String, scope: FigureScope, total: Figures, charts: [Chart]
    ) {
        let words = FigureWords(visitor: visitor)
        let title = visitor.say(Message("figures.title"))
        heading = title
        self.layout = layout(title)
        self.style = style
        self.pageStyle = pageStyle
        self.organisation = organisation
        backHref = scope.address("/figures/charts")
        backText = visitor.say(Message("charts.title"))
        helpText = visitor.say(Message("charts.printHelp", ["paper": "A4"]))
        roundChoice = RoundChoice(
            scope.rounds, chosen: scope.only, at: "/figures/report",
            all: Message("figures.allRounds"), visitor)
        let stamped = charts.first?.report.preamble ?? []
        internalText = stamped.first ?? visitor.say(Message("figures.internal"))
        preamble = Array(stamped.dropFirst())
        summary = words.summary(of: total)
        caveats = words.caveats(of: total)
        self.charts = charts.map { ChartView($0, visitor, isOpen: true, file: nil) }
        definitionsHeading = visitor.say(Message("figures.definitions"))
        let own = charts.flatMap(\.report.definitions).map {
            Definition(term: $0.term, text: $0.text)
        }
        definitions = (words.definitions + own).reduce(into: []) { all, next in
            if !all.contains(where: { $0.term == next.term }) { all.append(next) }
        }
    }
}
