import Courses
import Desk
import Localisation

extension PastePage {
    /// - Parameters:
    ///   - pasted: what was checked or taken in.
    ///   - report: what became of it, or would.
    init(
        layout: (_ title: String) -> Layout, visitor: Visitor, round: Round, pasted: String,
        report: ImportReport?, shown: String?, done: PastDone?
    ) {
        heading = visitor.say(Message("paste.title"))
        self.layout = layout(heading)
        backHref = "/rounds/\(round.code)/enrolment"
        action = backHref + "/paste"
        backText = visitor.say(Message("enrolment.title"))
        introText = visitor.say(Message("paste.intro", ["round": .text(round.name)]))
        refusal = report?.refused.map { EnrolmentFact(text: visitor.say($0.message)) }
        self.done = done
        let isTried = shown != nil
        self.report = report.flatMap {
            PasteReport($0, pasted: pasted, isTried: isTried, visitor)
        }
        label = visitor.say(Message("paste.label"))
        checkLabel = visitor.say(Message("paste.check"))
        let count = isTried ? report?.accepted.count ?? 0 : 0
        importLabel =
            count > 0
            ? visitor.say(Message("paste.import", ["count": .number(count)])) : nil
        checkClass = count > 0 ? "secondary" : "primary"
        self.shown = shown
        // What could not be taken in is left, to be put right and checked again.
        let left = report?.rejectedRows.csv(visitor.localiser) ?? ""
        let wasTaken = report != nil && !isTried && report?.refused == nil
        rows = wasTaken ? left : pasted
        helpText = visitor.say(
            wasTaken && !left.isEmpty ? Message("paste.correct") : Message("paste.help"))
    }
}

extension PasteReport {
    /// Nil where nothing could be read.
    init?(_ report: ImportReport, pasted: String, isTried: Bool, _ visitor: Visitor) {
        guard report.refused == nil else { return nil }
        let rejected = Set(report.rejected.map(\.line)).count
        summary = visitor.say(
            Message(
                "command.import.summary",
                [
                    "accepted": .number(report.accepted.count), "rejected": .number(rejected),
                    "new": .number(report.accepted.count { $0.outcome == .new }),
                ]))
        stillText = isTried ? visitor.say(Message("paste.nothingSaved")) : nil
        notes =
            report.ignoredColumns.isEmpty
            ? []
            : [
                EnrolmentFact(
                    text: visitor.say(
                        Message("paste.ignored", ["columns": .list(report.ignoredColumns)])))
            ]
        self.rejected = PasteTable(rejected: report, count: rejected, visitor)
        accepted = PasteTable(accepted: report, pasted: pasted, visitor)
    }
}

extension PasteTable {
    fileprivate init?(rejected report: ImportReport, count: Int, _ visitor: Visitor) {
        guard !report.rejected.isEmpty else { return nil }
        title = visitor.say(Message("paste.rejected", ["count": .number(count)]))
        headings = [
            Message("command.column.line"), Message("command.column.column"),
            Message("command.column.problem"),
        ].map { EnrolmentFact(text: visitor.say($0)) }
        lines = report.rejected.map { cell in
            PasteLine(
                number: visitor.localiser.number(cell.line), written: cell.column ?? "–",
                told: [EnrolmentFact(text: visitor.say(cell.message))])
        }
    }

    fileprivate init?(accepted report: ImportReport, pasted: String, _ visitor: Visitor) {
        guard !report.accepted.isEmpty else { return nil }
        title = visitor.say(
            Message("paste.accepted", ["count": .number(report.accepted.count)]))
        headings = [
            Message("command.column.line"), Message("command.column.name"),
            Message("command.column.result"),
        ].map { EnrolmentFact(text: visitor.say($0)) }
        let written = pasted.split(omittingEmptySubsequences: false) { $0.isNewline }
        lines = report.accepted.map { row in
            let line = row.line - 1
            let cells = written.indices.contains(line) ? written[line].split(separator: "\t") : []
            let told =
                [row.outcome.message] + row.differences.map(\.message) + row.notices.map(\.message)
            return PasteLine(
                number: visitor.localiser.number(row.line),
                written: cells.prefix(3).joined(separator: " · "),
                told: told.map { EnrolmentFact(text: visitor.say($0)) })
        }
    }
}

extension AcceptedRow.Outcome {
    fileprivate var message: Message {
        switch self {
        case .new: Message("paste.new")
        case .known: Message("paste.known")
        case .filled: Message("paste.filled")
        case .unchanged: Message("paste.unchanged")
        }
    }
}
