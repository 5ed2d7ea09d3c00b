import Courses
import Desk
import Localisation
import Statistics

/// Frozen reports in a reader's language.
struct FrozenWords {
    let visitor: Visitor
    let book: ReportBook

    private var localiser: Localiser { visitor.localiser }

    func address(_ report: FrozenReport.ID) -> String { "/figures/frozen/\(report)" }

    // MARK: What it is

    func title(_ report: FrozenReport) -> String {
        switch report.parameters.kind {
        case .county: visitor.say(Message("county.title"))
        case .figures: visitor.say(Message("figures.title"))
        }
    }

    /// Nil for a table whose breakdown goes without saying.
    func breakdown(_ report: FrozenReport) -> String? {
        let dimensions = report.parameters.dimensions.compactMap(Dimension.init(rawValue:))
        guard report.parameters.kind == .figures, !dimensions.isEmpty else { return nil }
        return FigureWords(visitor: visitor).title(of: dimensions)
    }

    /// By what it is broken down, about what and of which day.
    func told(_ report: FrozenReport) -> [String] {
        [breakdown(report)].compactMap(\.self)
            + book.choices.filter(of: report.parameters)
            .phrases(localiser, report.names(besides: book.choices.names))
            + [visitor.say(Message("figures.asOf", ["date": .date(report.asOf)]))]
    }

    // MARK: When and by whom

    func frozen(_ report: FrozenReport) -> String {
        let moment = time(report.frozenAt)
        guard let actor = report.actor else {
            return visitor.say(Message("frozen.frozenByCommand", ["moment": .text(moment)]))
        }
        return visitor.say(
            Message(
                "frozen.frozenBy",
                ["moment": .text(moment), "who": .text(name(actor, among: book.people))]))
    }

    func name(_ person: Person.ID, among people: [Person.ID: DisplayName]) -> String {
        people[person].map { ReaderNames(visitor).both($0).first } ?? person.description
    }

    /// A day and a time of day.
    func time(_ moment: Instant) -> String {
        let (date, time) = WallClock.reading(moment)
        return visitor.localiser.date(date, style: .long) + " " + localiser.time(time)
    }

    // MARK: Whether it stands

    func check(_ report: FrozenReport) -> StatusChip {
        report.isIntact
            ? StatusChip(tone: "done", label: visitor.say(Message("frozen.intact")))
            : StatusChip(tone: "late", label: visitor.say(Message("report.isDamaged")))
    }

    // MARK: What it has to do with others

    /// Of what it was counted anew; nil where it is the first.
    func original(of report: FrozenReport) -> FigureFile? {
        book.report(report.restates).map { original in
            FigureFile(
                href: address(original.id),
                text: visitor.say(
                    Message(
                        "frozen.restates", ["moment": .text(time(original.frozenAt))])))
        }
    }

    /// The last first.
    func restatements(of report: FrozenReport) -> [FigureFile] {
        book.restatements(of: report.id).map { restated in
            FigureFile(
                href: address(restated.id),
                text: visitor.say(
                    Message(
                        "frozen.restated", ["moment": .text(time(restated.frozenAt))])))
        }
    }
}
