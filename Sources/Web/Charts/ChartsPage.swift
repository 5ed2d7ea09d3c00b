import Courses
import Desk
import Localisation

/// The five figures.
struct ChartsPage: Page {
    static let template = "charts"

    let layout: Layout
    let style: String
    let backHref: String
    let backText: String
    let heading: String
    let internalText: String
    let asOfText: String
    let printHref: String
    let printText: String
    let roundChoice: RoundChoice?
    let charts: [ChartView]
}

extension ChartsPage {
    init(
        layout: (_ title: String) -> Layout, style: String, visitor: Visitor, asOf: LocalDate,
        scope: FigureScope, charts: [ChartView]
    ) {
        heading = visitor.say(Message("charts.title"))
        self.layout = layout(heading)
        self.style = style
        backHref = scope.address("/figures")
        backText = visitor.say(Message("page.figures"))
        internalText = visitor.say(Message("figures.internal"))
        asOfText = visitor.say(Message("figures.asOf", ["date": .date(asOf)]))
        printHref = scope.address("/figures/report")
        printText = visitor.say(Message("charts.print"))
        roundChoice = RoundChoice(
            scope.rounds, chosen: scope.only, at: "/figures/charts",
            all: Message("figures.allRounds"), visitor)
        self.charts = charts
    }
}
