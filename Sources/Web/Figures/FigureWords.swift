import Courses
import Desk
import Localisation
import Statistics

/// Figures and what they mean, in a reader's language.
struct FigureWords {
    let visitor: Visitor
    /// Behind which numbers the visitor may look; nil for none.
    var rowsRight: FigureRowsRight?

    var localiser: Localiser { visitor.localiser }

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

    func joined(_ parts: String?...) -> String? {
        let told = parts.compactMap(\.self)
        return told.isEmpty ? nil : localiser.line(told)
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
            headings: [FigureHeading(text: localiser.line(dimensions), isNumber: false)]
                + headings,
            rows: table.rows.prefix(Self.mostRows).enumerated().map { index, row in
                FigureRow(
                    name: localiser.line(row.key.map { $0.text(localiser, names) }),
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
