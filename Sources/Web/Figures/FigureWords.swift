import Courses
import Desk
import Localisation
import Statistics

/// Figures and what they mean, in a reader's language.
struct FigureWords {
    let visitor: Visitor
    /// Behind which numbers the visitor may look; nil for none.
    var rowsRight: FigureRowsRight?

    private var localiser: Localiser { visitor.localiser }

    // MARK: The whole

    /// - Parameter before: the same in the term before; nil where nothing is compared.
    func summary(of total: Figures, before: Figures? = nil) -> [FigureFact] {
        let facts: [(Message, FigureCell, String?)] = [
            (
                Message("figures.uniqueParticipants"),
                cell(total, before) { $0.uniqueParticipants }, nil
            ),
            (Message("figures.completed"), cell(total, before) { $0.completed }, nil),
            (Message("figures.attendanceRate"), rate(total, before), nil),
            (Message("figures.participations"), cell(total, before) { $0.participations }, nil),
            (
                Message("figures.sessionsHeld"), cell(total, before) { $0.sessionsHeld },
                total.sessionsPlanned.map {
                    visitor.say(Message("figures.ofPlanned", ["planned": .number($0)]))
                }
            ),
        ]
        return facts.map { label, cell, more in
            FigureFact(
                label: visitor.say(label), value: cell.text, detail: joined(more, cell.detail))
        }
    }

    private func joined(_ parts: String?...) -> String? {
        let told = parts.compactMap(\.self)
        return told.isEmpty ? nil : told.joined(separator: " · ")
    }

    func caveats(of total: Figures) -> [Notice] {
        var caveats: [Notice] = []
        if let missing = total.sessionsNotTaken, missing > 0 {
            let text = visitor.say(Message("figures.notTaken", ["count": .number(missing)]))
            caveats.append(Notice(tone: "wait", text: text))
        }
        if let waiting = total.review, waiting > 0 {
            let text = visitor.say(Message("figures.review", ["count": .number(waiting)]))
            caveats.append(Notice(tone: "wait", text: text))
        }
        return caveats
    }

    // MARK: Tables

    /// As many rows as a page shows; all are in the files.
    static let mostRows = 500

    func table(
        _ table: FiguresTable, _ compared: FiguresComparison?, _ question: FiguresQuestion,
        _ names: FigureNames
    ) -> FigureTable {
        let dimensions = table.dimensions.map(heading)
        return FigureTable(
            title: title(of: table.dimensions),
            headings: [FigureHeading(text: dimensions.joined(separator: " · "), isNumber: false)]
                + headings,
            rows: table.rows.prefix(Self.mostRows).enumerated().map { index, row in
                FigureRow(
                    name: row.key.map { $0.text(localiser, names) }.joined(separator: " · "),
                    cells: cells(
                        of: row.figures, before: compared?.before[index],
                        links: links(table, row.key, question)))
            },
            total: FigureRow(
                name: visitor.say(Message("figures.total")),
                cells: cells(
                    of: table.total, before: compared?.totalBefore,
                    links: links(table, [], question))),
            note: note(of: table),
            files: files("/figures/table", question.broken(by: table.dimensions)))
    }

    private func heading(of dimension: Dimension) -> String {
        switch dimension {
        case .group: visitor.say(Message("figures.group"))
        case .language: visitor.say(Message("figures.language"))
        default: localiser(dimension.message)
        }
    }

    func title(of dimensions: [Dimension]) -> String {
        switch dimensions {
        case [.group], [.round, .group]: visitor.say(Message("figures.byGroup"))
        case [.language]: visitor.say(Message("figures.byLanguage"))
        default:
            visitor.say(
                Message(
                    "figures.brokenDown",
                    ["dimensions": .list(dimensions.map { localiser($0.message) })]))
        }
    }

    /// What has to be known of how the rows add up.
    private func note(of table: FiguresTable) -> String? {
        if let text = tooMany(table.rows.count) { return text }
        switch table.dimensions {
        case [.group], [.round, .group]: return nil
        case [.language]: return visitor.say(Message("figures.languageNote"))
        default: return visitor.say(Message("command.statistics.uniqueNote"))
        }
    }

    /// That not all rows are shown; nil where they are.
    func tooMany(_ rows: Int) -> String? {
        guard rows > Self.mostRows else { return nil }
        return visitor.say(
            Message(
                "figures.tooMany", ["count": .number(rows), "shown": .number(Self.mostRows)]))
    }

    /// The table as files; the path ends with their kind.
    func files(_ path: String, _ question: FiguresQuestion) -> [FigureFile] {
        [("xlsx", Message("report.asExcel")), ("csv", Message("report.asCSV"))].map { kind, text in
            FigureFile(href: question.address(path + "." + kind), text: visitor.say(text))
        }
    }

    /// What to do where nothing is counted.
    func nothing(_ question: FiguresQuestion) -> NextStep {
        question.filter.isEmpty
            ? NextStep(
                title: visitor.say(Message("figures.noneTitle")),
                text: visitor.say(Message("figures.noneText")))
            : NextStep(
                title: visitor.say(Message("figures.noneChosenTitle")),
                text: visitor.say(Message("figures.noneChosenText")))
    }

    private var headings: [FigureHeading] {
        [
            Message("figures.sessionsHeld"), Message("figures.expected"),
            Message("figures.attended"), Message("figures.attendanceRate"),
            Message("figures.unmarked"), Message("figures.participations"),
            Message("figures.uniqueParticipants"), Message("figures.completed"),
            Message("figures.studyHours"),
        ].map { FigureHeading(text: visitor.say($0), isNumber: true) }
    }

    /// To the rows behind a row's numbers; nil for a visitor who may not see them.
    private func links(
        _ table: FiguresTable, _ key: [DimensionValue], _ question: FiguresQuestion
    ) -> (Measure) -> String? {
        let rows = RowsQuestion(question.broken(by: table.dimensions), key: FiguresKey(key))
        let filter = table.filter.narrowed(to: key)
        return { measure in
            rowsRight?.allows(.measure(measure), filter) ?? false
                ? rows.about(.measure(measure)).address() : nil
        }
    }

    private func cells(
        of figures: Figures, before: Figures?, links: (Measure) -> String?
    ) -> [FigureCell] {
        let cells: [(Measure, FigureCell)] = [
            (.sessionsHeld, cell(figures, before) { $0.sessionsHeld }),
            (.expected, cell(figures, before) { $0.expected }),
            (.attended, cell(figures, before) { $0.attended }),
            (.attendanceRate, rate(figures, before)),
            (.unmarked, cell(figures, before) { $0.unmarked }),
            (.participations, cell(figures, before) { $0.participations }),
            (.uniqueParticipants, cell(figures, before) { $0.uniqueParticipants }),
            (.completed, cell(figures, before) { $0.completed }),
            (.studyHours, cell(figures, before) { $0.studyHours }),
        ]
        return cells.map { measure, cell in
            var cell = cell
            if figures.hasRows(behind: measure) { cell.href = links(measure) }
            return cell
        }
    }

    private func cell(
        _ figures: Figures, _ before: Figures?, _ number: (Figures) -> Int?
    ) -> FigureCell {
        let (now, then) = (number(figures), before.flatMap(number))
        guard let now, let then else { return FigureCell(text: count(now), detail: nil) }
        return FigureCell(
            text: count(now),
            detail: visitor.say(
                Message(
                    "figures.compared",
                    ["before": .number(then), "change": .text(localiser.change(now - then))])))
    }

    private func count(_ number: Int?) -> String {
        number.map { localiser.number($0) } ?? "–"
    }

    /// A rate never stands without its two numbers.
    private func rate(_ figures: Figures, _ before: Figures?) -> FigureCell {
        guard let rate = figures.attendanceRate, let percent = percent(rate) else {
            return FigureCell(text: "–", detail: nil)
        }
        return FigureCell(
            text: percent,
            detail: joined(
                parts(of: rate),
                before?.attendanceRate.map { past in
                    visitor.say(
                        Message(
                            "figures.comparedRate",
                            [
                                "before": .text(self.percent(past) ?? "–"),
                                "numbers": .text(parts(of: past)),
                            ]))
                }))
    }

    private func percent(_ rate: Ratio) -> String? {
        localiser.percent(
            numerator: rate.numerator, denominator: rate.denominator, decimals: 1)
    }

    private func parts(of rate: Ratio) -> String {
        visitor.say(
            Message(
                "figures.of",
                ["part": .number(rate.numerator), "whole": .number(rate.denominator)]))
    }

    // MARK: Definitions

    var definitions: [Definition] {
        let terms: [(Message, Message)] = [
            (Message("figures.expected"), Message("figures.expectedMeans")),
            (Message("figures.attended"), Message("figures.attendedMeans")),
            (Message("figures.attendanceRate"), Message("figures.attendanceRateMeans")),
            (Message("figures.unmarked"), Message("figures.unmarkedMeans")),
            (Message("figures.participations"), Message("figures.participationsMeans")),
            (Message("figures.uniqueParticipants"), Message("figures.uniqueParticipantsMeans")),
            (Message("figures.completed"), Message("figures.completedMeans")),
            (Message("figures.studyHours"), Message("figures.studyHoursMeans")),
        ]
        return terms.map { Definition(term: visitor.say($0), text: visitor.say($1)) }
    }
}

extension Figures {
    fileprivate func hasRows(behind measure: Measure) -> Bool {
        switch self[measure] {
        case .count(let count): count > 0
        case .rate: true
        case .waiting(let waiting): waiting.people > 0
        case .gap: false
        }
    }
}
