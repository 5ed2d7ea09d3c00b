import Courses
import Localisation
import Statistics

extension FiguresTable {
    /// A table for reading: the most asked measures, every rate with its two numbers.
    func lines(_ context: CommandContext) -> String {
        let heading = Message("command.statistics.heading", ["date": .date(asOf)])
        let totalLabel = context.localiser(Message("command.statistics.total"))
        let first = dimensions.isEmpty ? [totalLabel] : []
        let labels = dimensions.indices.map { $0 == 0 ? totalLabel : "" }
        let body = rows.map { $0.key.map { context.word($0) } + $0.figures.cells(context) }
        let keys: [Table.Column] =
            dimensions.isEmpty
            ? [.init(heading: Message("command.statistics.scope"))]
            : dimensions.map { .init(heading: $0.message) }
        let table = Table(
            keys + Self.measures.map { .init(heading: $0.message, isNumeric: true) },
            rows: body + [first + labels + total.cells(context)],
            whenEmpty: Message("command.empty.sessions"))
        return context.localiser(heading) + "\n\n" + table.text(context.localiser) + "\n"
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

    /// What a part of a row's key is called.
    func word(_ value: DimensionValue) -> String {
        switch value {
        case .programme(let code): code
        case .round(_, let code): code
        case .group(_, let name): name
        case .language(let language?): localiser.languageName(language)
        case .gender(let gender): word(gender)
        case .ageBand(let band?): band.code
        case .mode(let mode): word(mode)
        case .month(let month): month.description
        case .language(nil), .ageBand(nil): localiser(Message("command.statistics.unknown"))
        }
    }

    private func word(_ mode: SessionMode) -> String {
        switch mode {
        case .onsite: localiser(Message("command.mode.onsite"))
        case .remote: localiser(Message("command.mode.remote"))
        case .hybrid: localiser(Message("command.mode.hybrid"))
        }
    }
}

extension Dimension {
    fileprivate var message: Message {
        switch self {
        case .programme: Message("command.column.programme")
        case .round: Message("command.column.round")
        case .group: Message("command.column.group")
        case .language: Message("command.column.language")
        case .gender: Message("command.column.gender")
        case .ageBand: Message("command.column.age")
        case .mode: Message("command.column.mode")
        case .month: Message("command.column.month")
        }
    }
}

extension Measure {
    fileprivate var message: Message {
        switch self {
        case .sessionsPlanned: Message("command.measure.sessionsPlanned")
        case .sessionsHeld: Message("command.measure.sessionsHeld")
        case .sessionsNotTaken: Message("command.measure.sessionsNotTaken")
        case .expected: Message("command.measure.expected")
        case .attended: Message("command.measure.attended")
        case .absentNotified: Message("command.measure.absentNotified")
        case .absentUnnotified: Message("command.measure.absentUnnotified")
        case .excused: Message("command.measure.excused")
        case .unmarked: Message("command.measure.unmarked")
        case .attendanceRate: Message("command.measure.attendanceRate")
        case .participations: Message("command.measure.participations")
        case .uniqueParticipants: Message("command.measure.uniqueParticipants")
        case .scheduledMinutes: Message("command.measure.scheduledMinutes")
        case .deliveredMinutes: Message("command.measure.deliveredMinutes")
        case .studyHours: Message("command.measure.studyHours")
        case .completed: Message("command.measure.completed")
        case .guests: Message("command.measure.guests")
        case .headcounts: Message("command.measure.headcounts")
        case .waiting: Message("command.measure.waiting")
        case .review: Message("command.measure.review")
        }
    }
}
