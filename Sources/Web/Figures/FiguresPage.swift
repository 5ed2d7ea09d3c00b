import Courses
import Desk
import Localisation
import Statistics

struct FiguresPage: Page {
    static let template = "figures"

    let layout: Layout
    let heading: String
    /// Live figures stay inside the house.
    let internalText: String
    let asOfText: String
    /// About what the figures are, where not about everything.
    let narrowed: [String]
    /// To the same told otherwise.
    let ways: [FigureFile]
    let roundChoice: RoundChoice?
    let form: FiguresForm
    let summary: [FigureFact]
    /// What the figures don't contain yet.
    let caveats: [Notice]
    let tables: [FigureTable]
    /// Nil for those who may not.
    let freeze: FreezeForm?
    let nextStep: NextStep?
    let definitionsHeading: String
    let definitions: [Definition]
    let ruleText: String
}

struct FigureFact: Sendable {
    let label: String
    let value: String
    /// The two numbers of a rate.
    let detail: String?
}

struct FigureTable: Sendable {
    let title: String
    let headings: [FigureHeading]
    let rows: [FigureRow]
    let total: FigureRow
    let note: String?
    /// The same to take along.
    let files: [FigureFile]
}

struct FigureFile: Sendable {
    let href: String
    let text: String
}

struct FigureHeading: Sendable {
    let text: String
    let isNumber: Bool
}

struct FigureRow: Sendable {
    let name: String
    let cells: [FigureCell]
    /// Counted over several of the rows.
    var isTotal = false
}

struct FigureCell: Sendable {
    let text: String
    let detail: String?
}

struct Definition: Sendable {
    let term: String
    let text: String
}

extension FiguresPage {
    /// - Parameters:
    ///   - tables: what was asked for, each over the same.
    ///   - compared: the same beside the term before; empty where that was not asked for.
    ///   - seesFrozen: whether there could be frozen reports to read.
    init(
        layout: (_ title: String) -> Layout, visitor: Visitor, tables: [FiguresTable],
        compared: [FiguresComparison] = [], question: FiguresQuestion, choices: FiguresChoices,
        seesFrozen: Bool = false, freeze: FreezeForm? = nil
    ) {
        let words = FigureWords(visitor: visitor)
        let rounds = choices.rounds
        let total = tables.first?.total ?? Figures()
        heading = visitor.say(Message("figures.title"))
        self.layout = layout(heading)
        internalText = visitor.say(Message("figures.internal"))
        asOfText =
            tables.first.map { visitor.say(Message("figures.asOf", ["date": .date($0.asOf)])) }
            ?? ""
        let told = tables.first?.filter ?? question.filter
        narrowed =
            (told.isEmpty ? [] : told.phrases(visitor.localiser, choices.names))
            + compared.prefix(1)
            .flatMap { $0.messages(choices.names, visitor.localiser) }.map { visitor.say($0) }
        let frozen = ("/figures/frozen", FiguresQuestion(), Message("frozen.title"))
        ways =
            ([
                ("/figures/county", question.ofCounty, Message("county.title")),
                ("/figures/charts", question.ofRounds, Message("charts.title")),
            ] + (seesFrozen ? [frozen] : [])).map { path, question, text in
                FigureFile(href: question.address(path), text: visitor.say(text))
            }
        roundChoice = RoundChoice(
            rounds, chosen: question.round(among: rounds), all: Message("figures.allRounds"),
            visitor
        ) { question.narrowed(to: $0).address("/figures") }
        form = FiguresForm(question, choices, visitor)
        let isEmpty = tables.allSatisfy(\.rows.isEmpty)
        summary = isEmpty ? [] : words.summary(of: total, before: compared.first?.totalBefore)
        caveats = words.caveats(of: total)
        self.tables =
            isEmpty
            ? []
            : tables.indices.map { index in
                words.table(
                    tables[index], compared.isEmpty ? nil : compared[index], question,
                    choices.names)
            }
        self.freeze = isEmpty ? nil : freeze
        nextStep = isEmpty ? words.nothing(question) : nil
        definitionsHeading = visitor.say(Message("figures.definitions"))
        definitions = words.definitions
        ruleText = visitor.say(
            Message("figures.rules", ["version": .number(Figures.ruleVersion)]))
    }
}
