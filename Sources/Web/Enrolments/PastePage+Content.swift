import Courses
import Desk
import Localisation

extension PastePage {
    init(
        layout: (_ title: String) -> Layout, visitor: Visitor, round: Round, trial: PasteTrial
    ) {
        let report = trial.report
        let isRead = report != nil && report?.refused == nil
        let isTried = isRead && !trial.isTaken
        heading = visitor.say(Message("paste.title"))
        self.layout = layout(heading)
        backHref = "/rounds/\(round.code)/enrolment"
        action = backHref + "/paste"
        backText = visitor.say(Message("enrolment.title"))
        introText = visitor.say(Message("paste.intro", ["round": .text(round.name)]))
        noticeText =
            trial.isChanged
            ? visitor.say(Message("board.changedOtherwise"))
            : trial.isNotAsShown ? visitor.say(Message("board.notAsShown")) : nil
        refusal = report?.refused.map { TextLine(text: visitor.say($0.messageOnPage)) }
        done = trial.done
        self.report = report.flatMap {
            PasteReport($0, pasted: trial.text, isTried: isTried, visitor)
        }
        label = visitor.say(Message("paste.label"))
        fileLabel = visitor.say(Message("paste.file"))
        fileHelp = visitor.say(Message("paste.fileHelp"))
        checkLabel = visitor.say(Message("paste.check"))
        let count = isTried ? report?.accepted.count ?? 0 : 0
        importLabel =
            count > 0
            ? visitor.say(Message("paste.import", ["count": .number(count)])) : nil
        checkClass = count > 0 ? "secondary" : "primary"
        shown =
            isTried
            ? report.map { PasteShown(digest: trial.digest, told: $0.fingerprint) } : nil
        // What could not be taken in is left, to be put right and checked again.
        let left = report?.rejectedRows.csv(visitor.localiser) ?? ""
        rows = trial.isTaken ? left : trial.text
        helpText = visitor.say(
            trial.isTaken && !left.isEmpty ? Message("paste.correct") : Message("paste.help"))
    }
}

extension ImportRefusal {
    /// Where the command's words name options of the command, what can be done here.
    fileprivate var messageOnPage: Message {
        switch self {
        case .encodingAmbiguous(let first, let second):
            Message(
                "paste.ambiguous",
                ["first": .text(first.rawValue), "second": .text(second.rawValue)])
        case .sameColumn(let first, let second, _):
            Message("paste.sameColumn", ["first": .text(first), "second": .text(second)])
        default: message
        }
    }
}

extension PasteReport {
    /// Nil where nothing could be read.
    init?(_ report: ImportReport, pasted: String, isTried: Bool, _ visitor: Visitor) {
        guard report.refused == nil else { return nil }
        let rejected = Set(report.rejected.map(\.line)).count
        let accepted = report.accepted.count
        summary =
            isTried
            ? visitor.say(Message("paste.nothingSaved"))
            : visitor.say(
                Message(
                    "command.import.summary",
                    [
                        "accepted": .number(accepted), "rejected": .number(rejected),
                        "new": .number(report.accepted.count { $0.outcome == .new }),
                    ]))
        var notes: [Message] = []
        if isTried {
            notes.append(Message("paste.accepted", ["count": .number(accepted)]))
            notes.append(Message("paste.rejected", ["count": .number(rejected)]))
        }
        if !report.ignoredColumns.isEmpty {
            notes.append(Message("paste.ignored", ["columns": .list(report.ignoredColumns)]))
        }
        self.notes = notes.map { TextLine(text: visitor.say($0)) }
        self.rejected = PasteTable(rejected: report, count: rejected, visitor)
        self.accepted = PasteTable(accepted: report, pasted: pasted, visitor)
    }
}

extension PasteTable {
    /// Nobody reads further, and a browser shows no more at once.
    private static let longest = 200

    private static func more(than count: Int, _ visitor: Visitor) -> String? {
        count > longest
            ? visitor.say(Message("paste.more", ["count": .number(count - longest)])) : nil
    }

    fileprivate init?(rejected report: ImportReport, count: Int, _ visitor: Visitor) {
        guard !report.rejected.isEmpty else { return nil }
        title = visitor.say(Message("paste.rejected", ["count": .number(count)]))
        headings = [
            Message("command.column.line"), Message("command.column.column"),
            Message("command.column.problem"),
        ].map { TextLine(text: visitor.say($0)) }
        lines = report.rejected.prefix(Self.longest).map { cell in
            PasteLine(
                number: visitor.localiser.number(cell.line), written: cell.column ?? "–",
                told: [TextLine(text: visitor.say(cell.message))])
        }
        moreText = Self.more(than: report.rejected.count, visitor)
    }

    fileprivate init?(accepted report: ImportReport, pasted: String, _ visitor: Visitor) {
        guard !report.accepted.isEmpty else { return nil }
        title = visitor.say(
            Message("paste.accepted", ["count": .number(report.accepted.count)]))
        headings = [
            Message("command.column.line"), Message("command.column.name"),
            Message("command.column.result"),
        ].map { TextLine(text: visitor.say($0)) }
        let shown = report.accepted.prefix(Self.longest)
        let written = Self.lines(of: pasted, upTo: shown.last?.line ?? 0)
        let delimiter = report.delimiter?.character ?? "\t"
        lines = shown.map { row in
            let line = row.line - 1
            let cells =
                written.indices.contains(line) ? written[line].split(separator: delimiter) : []
            let told =
                [row.outcome.message] + row.differences.map(\.message) + row.notices.map(\.message)
            return PasteLine(
                number: visitor.localiser.number(row.line),
                written: visitor.localiser.line(cells.prefix(3).map(String.init)),
                told: told.map { TextLine(text: visitor.say($0)) })
        }
        moreText = Self.more(than: report.accepted.count, visitor)
    }

    /// As the import counts them, which knows fewer ends of lines than Unicode does.
    private static func lines(of text: String, upTo last: Int) -> [Substring] {
        text.split(separator: "\r\n", maxSplits: last, omittingEmptySubsequences: false)
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
