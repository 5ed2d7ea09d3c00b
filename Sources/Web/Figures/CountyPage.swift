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
    /// Nil for those who may not.
    let freeze: FreezeForm?
    let nextStep: NextStep?
    let definitionsHeading: String
    let definitions: [Definition]
}

extension CountyPage {
    init(
        layout: (_ title: String) -> Layout, visitor: Visitor, report: Report, rounds: [Round],
        question: FiguresQuestion, freeze: FreezeForm? = nil
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
                    of: report, title: report.title, isOfOneRound: chosen != nil,
                    files: words.files("/figures/county", question))
            ]
        self.freeze = isEmpty ? nil : freeze
        nextStep =
            isEmpty
            ? NextStep(
                title: visitor.say(Message("figures.noneTitle")),
                text: visitor.say(Message("figures.noneText"))) : nil
        definitionsHeading = visitor.say(Message("figures.definitions"))
        definitions = report.definitions.map { Definition(term: $0.term, text: $0.text) }
    }
}
