import Courses
import Desk
import Localisation
import Statistics

/// What stands in a table of figures.
extension FigureWords {
    var headings: [FigureHeading] {
        [
            Message("figures.sessionsHeld"), Message("figures.expected"),
            Message("figures.attended"), Message("figures.attendanceRate"),
            Message("figures.unmarked"), Message("figures.participations"),
            Message("figures.uniqueParticipants"), Message("figures.completed"),
            Message("figures.studyHours"),
        ].map { FigureHeading(text: visitor.say($0), isNumber: true) }
    }

    /// To the rows behind a row's numbers; nil for a visitor who may not see them.
    func links(
        _ table: FiguresTable, _ key: [DimensionValue], _ question: FiguresQuestion
    ) -> (Measure) -> String? {
        let rows = RowsQuestion(question.broken(by: table.dimensions), key: FiguresKey(key))
        let filter = table.filter.narrowed(to: key)
        return { measure in
            rowsRight?.allows(.measure(measure), filter) ?? false
                ? rows.about(.measure(measure)).address() : nil
        }
    }

    func cells(
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

    func cell(
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
    func rate(_ figures: Figures, _ before: Figures?) -> FigureCell {
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
