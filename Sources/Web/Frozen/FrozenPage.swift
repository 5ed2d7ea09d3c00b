import Courses
import Desk
import Localisation

/// A frozen report as it was counted, on the screen and on A4.
struct FrozenPage: Page {
    static let template = "frozen"

    let layout: Layout
    let style: String
    let pageStyle: String
    let backHref: String
    let backText: String
    let internalText: String
    let heading: String
    /// What it tells of, by which rules, and who froze it when; one line each.
    let lines: [TextLine]
    /// Whether it is what was frozen.
    let check: StatusChip
    let checkText: String
    let hashText: String
    let hashHelp: String
    let unprotectedText: String
    /// What it restates, and what restates it.
    let relations: [FigureFile]
    let printText: String
    /// Nil of one that is damaged.
    let restate: FigureFile?
    let tables: [FigureTable]
    /// Of one that restates another: what differs from it, and by what.
    let recount: RecountView?
    let definitions: DefinitionList?
}

struct DefinitionList: Sendable {
    let heading: String
    let definitions: [Definition]
}

extension FrozenPage {
    /// - Parameter recount: of one that restates another.
    init(
        layout: (_ title: String) -> Layout, style: String, pageStyle: String, visitor: Visitor,
        report: FrozenReport, book: ReportBook, recount: Recount? = nil
    ) {
        let words = FrozenWords(visitor: visitor, book: book)
        let worded = try? report.worded(visitor.localiser, names: book.choices.names)
        heading = words.title(report)
        self.layout = layout(heading)
        self.style = style
        self.pageStyle = pageStyle
        backHref = "/figures/frozen"
        backText = visitor.say(Message("frozen.title"))
        internalText = visitor.say(Message("figures.internal"))
        let rules = Message("figures.rules", ["version": .number(report.ruleVersion)])
        lines =
            (words.told(report) + [visitor.say(rules), words.frozen(report)])
            .map { TextLine(text: $0) }
        check = words.check(report)
        checkText = visitor.say(
            worded == nil ? Message("frozen.damagedText") : Message("frozen.intactText"))
        hashText = visitor.say(Message("report.hash", ["hash": .text(report.hashText)]))
        hashHelp = visitor.say(Message("frozen.hashHelp", ["method": "SHA-256"]))
        unprotectedText = visitor.say(Message("frozen.unprotected"))
        relations =
            [words.original(of: report)].compactMap(\.self) + words.restatements(of: report)
        printText = visitor.say(Message("charts.printHelp", ["paper": "A4"]))
        restate =
            worded == nil
            ? nil
            : FigureFile(
                href: words.address(report.id) + "/restate",
                text: visitor.say(Message("frozen.restate")))
        tables = worded.map { words.tables($0, of: report) } ?? []
        self.recount = recount.flatMap { recount in
            book.report(report.restates).map { RecountView(recount, of: $0, words) }
        }
        definitions = worded.map { report in
            DefinitionList(
                heading: visitor.say(Message("figures.definitions")),
                definitions: report.definitions.map { Definition(term: $0.term, text: $0.text) })
        }
    }
}

extension FrozenWords {
    /// As many columns as A4 has room for.
    private static let mostColumns = 8

    /// All its columns, in as few tables as paper has room for; the last has the files.
    fileprivate func tables(_ worded: Report, of report: FrozenReport) -> [FigureTable] {
        let names = worded.columns.prefix { $0.kind == .name }.count
        let columns = worded.columns.count - names
        let parts = max(1, (columns + Self.mostColumns - 1) / Self.mostColumns)
        return (0..<parts).map { part in
            let title =
                parts == 1
                ? breakdown(report) ?? worded.title
                : visitor.say(
                    Message(
                        "frozen.part", ["part": .number(part + 1), "parts": .number(parts)]))
            return FigureWords(visitor: visitor).table(
                of: worded, title: title,
                columns: names + columns * part / parts..<names + columns * (part + 1) / parts,
                files: part == parts - 1 ? files(report) : [])
        }
    }

    private func files(_ report: FrozenReport) -> [FigureFile] {
        let table = address(report.id) + "/table"
        let json = FigureFile(
            href: table + ".json", text: visitor.say(Message("report.asJSON")))
        return FigureWords(visitor: visitor).files(table, FiguresQuestion()) + [json]
    }
}
