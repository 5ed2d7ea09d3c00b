import Courses
import Desk
import Localisation
import Statistics

extension FiguresTable {
    /// A table for reading: the most asked measures, every rate with its two numbers.
    func lines(_ context: CommandContext, _ report: Report) -> String {
        lines(context, report, rows.map { ($0.figures, nil) } + [(total, nil)])
    }

    fileprivate func lines(
        _ context: CommandContext, _ report: Report, _ lines: [(now: Figures, before: Figures?)]
    ) -> String {
        let heading = Message("command.statistics.heading", ["date": .date(asOf)])
        let totalLabel = context.localiser(Message("command.statistics.total"))
        let last =
            dimensions.isEmpty ? [totalLabel] : dimensions.indices.map { $0 == 0 ? totalLabel : "" }
        let labels = rows.map { $0.key.map { $0.text(context.localiser) } } + [last]
        let keys: [Table.Column] =
            dimensions.isEmpty
            ? [.init(heading: Message("command.statistics.scope"))]
            : dimensions.map { .init(heading: $0.message) }
        let table = Table(
            keys + Self.measures.map { .init(heading: $0.message, isNumeric: true) },
            rows: zip(labels, lines).map { $0 + $1.now.cells(context, before: $1.before) },
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

extension FiguresComparison {
    /// The same table, each number with how it changed since the term before.
    func lines(
        _ context: CommandContext, _ report: Report, _ names: FigureNames
    ) -> String {
        messages(names, context.localiser).map { context.localiser($0) + "\n" }.joined()
            + table.lines(
                context, report,
                Array(zip(table.rows.map(\.figures) + [table.total], before + [totalBefore]))
            )
    }
}

extension Figures {
    /// - Parameter before: nil where nothing is compared.
    fileprivate func cells(_ context: CommandContext, before: Figures?) -> [String] {
        FiguresTable.measures.map { measure in
            let own = cell(measure, context)
            guard let change = change(of: measure, since: before) else { return own }
            return own + " (" + context.localiser.change(change) + ")"
        }
    }

    private func cell(_ measure: Measure, _ context: CommandContext) -> String {
        switch self[measure] {
        case .count(let count): context.localiser.number(count)
        case .rate(let ratio): context.word(ratio)
        case .waiting(let waiting): context.localiser.number(waiting.people)
        case .gap: "–"
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
