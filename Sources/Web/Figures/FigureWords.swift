import Courses
import Localisation
import Statistics

/// Figures and what they mean, in a reader's language.
struct FigureWords {
    let visitor: Visitor

    private var localiser: Localiser { visitor.localiser }

    // MARK: The whole

    func summary(of total: Figures) -> [FigureFact] {
        [
            FigureFact(
                label: visitor.say(Message("figures.uniqueParticipants")),
                value: localiser.number(total.uniqueParticipants), detail: nil),
            FigureFact(
                label: visitor.say(Message("figures.completed")),
                value: count(total.completed), detail: nil),
            FigureFact(
                label: visitor.say(Message("figures.attendanceRate")),
                value: rate(total).text, detail: rate(total).detail),
            FigureFact(
                label: visitor.say(Message("figures.participations")),
                value: localiser.number(total.participations), detail: nil),
            FigureFact(
                label: visitor.say(Message("figures.sessionsHeld")),
                value: count(total.sessionsHeld),
                detail: visitor.say(
                    Message("figures.ofPlanned", ["planned": .number(total.sessionsPlanned ?? 0)]))),
        ]
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

    func table(
        _ title: Message, of name: Message, _ table: FiguresTable,
        roundNames: [Round.ID: String], note: Message?, files: [FigureFile]
    ) -> FigureTable {
        FigureTable(
            title: visitor.say(title),
            headings: [FigureHeading(text: visitor.say(name), isNumber: false)] + headings,
            rows: table.rows.map { row in
                FigureRow(
                    name: row.key.map { self.name(of: $0, roundNames) }.joined(separator: " · "),
                    cells: cells(of: row.figures))
            },
            total: FigureRow(
                name: visitor.say(Message("figures.total")), cells: cells(of: table.total)),
            note: note.map(visitor.say), files: files)
    }

    /// The table as files; the path ends with their kind.
    func files(
        _ path: String, by dimensions: [Dimension] = [], of round: Round?
    ) -> [FigureFile] {
        [("xlsx", Message("report.asExcel")), ("csv", Message("report.asCSV"))].map { kind, text in
            FigureFile(
                href: FiguresPage.address(path + "." + kind, of: round, by: dimensions),
                text: visitor.say(text))
        }
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

    private func cells(of figures: Figures) -> [FigureCell] {
        [
            cell(figures.sessionsHeld), cell(figures.expected), cell(figures.attended),
            rate(figures), cell(figures.unmarked), cell(figures.participations),
            cell(figures.uniqueParticipants), cell(figures.completed), cell(figures.studyHours),
        ]
    }

    private func cell(_ number: Int?) -> FigureCell {
        FigureCell(text: count(number), detail: nil)
    }

    private func count(_ number: Int?) -> String {
        number.map { localiser.number($0) } ?? "–"
    }

    /// A rate never stands without its two numbers.
    private func rate(_ figures: Figures) -> FigureCell {
        guard let rate = figures.attendanceRate,
            let percent = localiser.percent(
                numerator: rate.numerator, denominator: rate.denominator, decimals: 1)
        else { return FigureCell(text: "–", detail: nil) }
        return FigureCell(
            text: percent,
            detail: visitor.say(
                Message(
                    "figures.of",
                    ["part": .number(rate.numerator), "whole": .number(rate.denominator)])))
    }

    private func name(of value: DimensionValue, _ roundNames: [Round.ID: String]) -> String {
        switch value {
        case .municipality(let code), .programme(let code): code
        case .round(let id, let code): roundNames[id] ?? code
        case .group(_, let name): name
        case .language(let language):
            language.map { localiser.languageName($0) } ?? visitor.say(Message("figures.unknown"))
        case .gender, .ageBand, .mode, .month, .term: value.code
        }
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
