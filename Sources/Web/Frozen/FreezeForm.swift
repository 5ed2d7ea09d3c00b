import Courses
import Desk
import Localisation
import Statistics

/// Freezes what stands on the page.
struct FreezeForm: Sendable {
    /// With what it is narrowed to.
    let action: String
    /// The report's own, so that a form sent twice makes one.
    let report: String
    let title: String
    let texts: [TextLine]
    let label: String
    /// What can be frozen, the first of them chosen.
    let ticks: [FigureTick]
    /// Then there is nothing to choose.
    let isAlone: Bool
    let submitLabel: String
}

extension FreezeForm {
    /// The name of the field that says what is frozen: `county`, or what figures are broken down by.
    static let field = "what"

    /// - Parameters:
    ///   - filter: by codes, and no wider than the reader's right.
    ///   - breakdowns: of the tables on the page; none on the county's.
    ///   - compares: whether the page does, which a report doesn't.
    init?(
        _ filter: FiguresFilter, _ breakdowns: [[Dimension]], report: FrozenReport.ID,
        _ visitor: Visitor, compares: Bool = false
    ) {
        let words = FigureWords(visitor: visitor)
        var offered = breakdowns.map { dimensions in
            (dimensions.map(\.rawValue).joined(separator: ","), words.title(of: dimensions))
        }
        if filter.dimensions.allSatisfy(CountyTable.narrowing.contains) {
            offered.append(
                (FrozenReport.Kind.county.rawValue, visitor.say(Message("county.title"))))
        }
        guard let first = offered.first else { return nil }
        action = FiguresQuestion(filter: filter).address("/figures/frozen")
        self.report = report.description
        title = visitor.say(Message("frozen.freezeTitle"))
        texts =
            ([Message("frozen.freezeText")]
            + (breakdowns.isEmpty ? [] : [Message("frozen.allMeasures")])
            + (compares ? [Message("frozen.withoutComparison")] : []))
            .map { TextLine(text: visitor.say($0)) }
        label = visitor.say(Message("frozen.what"))
        ticks = offered.map { value, label in
            FigureTick(
                name: Self.field, value: value, label: label, isChosen: value == first.0)
        }
        isAlone = ticks.count == 1
        submitLabel = visitor.say(Message("frozen.freeze"))
    }
}

extension Site {
    /// Nil for those who may not freeze it.
    func freezeForm(
        _ filter: FiguresFilter, _ breakdowns: [[Dimension]], _ choices: FiguresChoices,
        _ visitor: Visitor, _ actor: Actor, compares: Bool = false
    ) -> FreezeForm? {
        guard desk.mayFreeze(filter, among: choices, actor) else { return nil }
        return FreezeForm(
            filter, breakdowns, report: Entropy.system.identifier(), visitor, compares: compares)
    }
}
