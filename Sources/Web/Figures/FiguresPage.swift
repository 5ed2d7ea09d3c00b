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
    let countyHref: String
    let countyText: String
    let roundChoice: RoundChoice?
    let summary: [FigureFact]
    /// What the figures don't contain yet.
    let caveats: [Notice]
    let tables: [FigureTable]
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
    init(
        site: Site, visitor: Visitor, byGroup: FiguresTable, byLanguage: FiguresTable,
        rounds: [Round], chosen: Round?
    ) {
        self.init(
            layout: { site.layout(title: $0, for: visitor, at: "/figures") }, visitor: visitor,
            byGroup: byGroup, byLanguage: byLanguage, rounds: rounds, chosen: chosen)
    }

    init(
        layout: (_ title: String) -> Layout, visitor: Visitor, byGroup: FiguresTable,
        byLanguage: FiguresTable, rounds: [Round], chosen: Round?
    ) {
        let words = FigureWords(visitor: visitor)
        let names = Dictionary(
            rounds.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        heading = visitor.say(Message("figures.title"))
        self.layout = layout(heading)
        internalText = visitor.say(Message("figures.internal"))
        asOfText = visitor.say(Message("figures.asOf", ["date": .date(byGroup.asOf)]))
        countyHref = Self.address("/figures/county", of: chosen)
        countyText = visitor.say(Message("county.title"))
        roundChoice = RoundChoice(
            rounds, chosen: chosen, at: "/figures", all: Message("figures.allRounds"), visitor)
        let isEmpty = byGroup.rows.isEmpty
        summary = isEmpty ? [] : words.summary(of: byGroup.total)
        caveats = words.caveats(of: byGroup.total)
        tables =
            isEmpty
            ? []
            : [
                words.table(
                    Message("figures.byGroup"), of: Message("figures.group"), byGroup,
                    roundNames: names, note: nil,
                    files: words.files("/figures/table", by: byGroup.dimensions, of: chosen)),
                words.table(
                    Message("figures.byLanguage"), of: Message("figures.language"), byLanguage,
                    roundNames: names, note: Message("figures.languageNote"),
                    files: words.files("/figures/table", by: byLanguage.dimensions, of: chosen)),
            ]
        nextStep =
            isEmpty
            ? NextStep(
                title: visitor.say(Message("figures.noneTitle")),
                text: visitor.say(Message("figures.noneText"))) : nil
        definitionsHeading = visitor.say(Message("figures.definitions"))
        definitions = words.definitions
        ruleText = visitor.say(
            Message("figures.rules", ["version": .number(Figures.ruleVersion)]))
    }
}

extension FiguresPage {
    /// The address with what narrows it.
    static func address(_ path: String, of round: Round?, by dimensions: [Dimension] = [])
        -> String
    {
        var asked: [String] = []
        if let round { asked.append("round=" + LocalAddress.encoded(round.code)) }
        if !dimensions.isEmpty {
            asked.append("by=" + dimensions.map(\.rawValue).joined(separator: ","))
        }
        return asked.isEmpty ? path : path + "?" + asked.joined(separator: "&")
    }
}
