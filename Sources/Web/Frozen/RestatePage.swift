import Courses
import Desk
import Localisation

/// What counting a frozen report anew would come to, and the way to keep that.
struct RestatePage: Page {
    static let template = "restate"

    let layout: Layout
    let backHref: String
    let backText: String
    let heading: String
    let lines: [TextLine]
    /// What it was counted anew as before.
    let relations: [FigureFile]
    let explanation: String
    /// Where no number differs.
    let notice: Notice?
    let recount: RecountView
    /// Nil where there is nothing to keep.
    let form: RestateForm?
}

struct RestateForm: Sendable {
    let action: String
    /// The new report's own, so that a form sent twice makes one.
    let report: String
    let text: String
    let submitLabel: String
}

extension RestatePage {
    /// - Parameter newID: of the report that the form would make.
    init(
        layout: (_ title: String) -> Layout, visitor: Visitor, report: FrozenReport,
        recount: Recount, book: ReportBook, newID: FrozenReport.ID
    ) {
        let words = FrozenWords(visitor: visitor, book: book)
        let address = words.address(report.id)
        heading = visitor.say(Message("frozen.restate"))
        self.layout = layout("\(heading) – \(words.title(report))")
        backHref = address
        backText = words.frozen(report)
        lines = ([words.title(report)] + words.told(report)).map { TextLine(text: $0) }
        relations = words.restatements(of: report)
        explanation = visitor.say(Message("frozen.restateText"))
        notice =
            if recount.isSame {
                Notice(tone: "good", text: visitor.say(Message("frozen.same")))
            } else if recount.differences.isEmpty {
                Notice(tone: "wait", text: visitor.say(Message("frozen.namesOnly")))
            } else {
                nil
            }
        self.recount = RecountView(recount, of: report, words)
        form =
            recount.isSame
            ? nil
            : RestateForm(
                action: address + "/restate", report: newID.description,
                text: visitor.say(Message("frozen.freezeRestatedText")),
                submitLabel: visitor.say(Message("frozen.freezeRestated")))
    }
}
