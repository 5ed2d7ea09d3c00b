import Courses
import Desk
import Localisation
import Statistics

extension FiguresTable {
    /// A table for reading: the most asked measures, every rate with its two numbers.
    func lines(_ context: CommandContext, _ report: Report) -> String {
        let heading = Message("command.statistics.heading", ["date": .date(asOf)])
        let totalLabel = context.localiser(Message("command.statistics.total"))
        let first = dimensions.isEmpty ? [totalLabel] : []
        let labels = dimensions.indices.map { $0 == 0 ? totalLabel : "" }
        let body = rows.map {
            $0.key.map { $0.text(context.localiser) } + $0.figures.cells(context)
        }
        let keys: [Table.Column] =
            dimensions.isEmpty
            ? [.init(heading: Message("command.statistics.scope"))]
            : dimensions.map { .init(heading: $0.message) }
        let table = Table(
            keys + Self.measures.map { .init(heading: $0.message, isNumeric: true) },
            rows: body + [first + labels + total.cells(context)],
            whenEmpty: Message("command.empty.sessions"))
        let narrowed =
            filter.isEmpty
            ? "" : report.preamble.dropFirst(2).dropLast().joined(separator: "\n") + "\n"
        return context.localiser(heading) + "\n" + narrowed + "\n" + table.text(context.localiser)
            + "\n"
            + context.localiser(Message("command.statistics.uniqueNote")) + "\n"
            + context.localiser(Message("command.statistics.reviewNote")) + "\n"
    }

    fileprivate static let measures: [Measure] = [
        .sessionsHeld, .sessionsNotTaken, .expected, .attended, .attendanceRate, .participations,
        .uniqueParticipants, .studyHours, .completed, .guests, .headcounts, .waiting, .review,
    ]
}

extension Figures {
    fileprivate func cells(_ context: CommandContext) -> [String] {
        FiguresTable.measures.map { measure in
            switch self[measure] {
            case .count(let count): context.localiser.number(count)
            case .rate(let ratio): context.word(ratio)
            case .waiting(let waiting): context.localiser.number(waiting.people)
            case .gap: "–"
            }
        }
    }
}

extension CommandContext {
    /// `85 % (34/40)`
    fileprivate func word(_ ratio: Ratio) -> String {
        let percent = localiser.percent(
            numerator: ratio.numerator, denominator: ratio.denominator)
        let parts = localiser.number(ratio.numerator) + "/" + localiser.number(ratio.denominator)
        return Bidi.leftToRight("\(percent ?? "–") (\(parts))")
    }
}
