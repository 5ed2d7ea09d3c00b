import Courses
import Desk
import Localisation

/// The frozen reports, the last first.
struct FrozenListPage: Page {
    static let template = "frozen-list"

    let layout: Layout
    let backHref: String
    let backText: String
    let heading: String
    let introText: String
    let reports: [FrozenCard]
    let nextStep: NextStep?
}

/// A report among others.
struct FrozenCard: Sendable {
    let href: String
    let title: String
    let check: StatusChip
    /// What it tells of, one line each.
    let lines: [TextLine]
    let frozenText: String
    /// Nil where it is no restatement.
    let restatesText: String?
}

extension FrozenListPage {
    init(layout: (_ title: String) -> Layout, visitor: Visitor, book: ReportBook) {
        let words = FrozenWords(visitor: visitor, book: book)
        heading = visitor.say(Message("frozen.title"))
        self.layout = layout(heading)
        backHref = "/figures"
        backText = visitor.say(Message("page.figures"))
        introText = visitor.say(Message("frozen.intro"))
        reports = book.reports.map { report in
            FrozenCard(
                href: words.address(report.id), title: words.title(report),
                check: words.check(report),
                lines: words.told(report).map { TextLine(text: $0) },
                frozenText: words.frozen(report), restatesText: words.original(of: report)?.text)
        }
        nextStep =
            reports.isEmpty
            ? NextStep(
                title: visitor.say(Message("frozen.noneTitle")),
                text: visitor.say(Message("frozen.noneText"))) : nil
    }
}
