import Courses
import Desk
import Localisation

/// What differs from a frozen report, and what was recorded in between that touches it.
struct RecountView: Sendable {
    let tables: [RecountTable]
    /// Where nothing was recorded.
    let nothingText: String?
}

struct RecountTable: Sendable {
    let title: String
    /// That not all rows are shown; nil where they are.
    let note: String?
    let table: ChartTable
}

extension RecountView {
    init(_ recount: Recount, of original: FrozenReport, _ words: FrozenWords) {
        tables = [
            words.differences(recount, of: original), words.changes(recount),
        ].compactMap(\.self)
        nothingText =
            recount.changes.isEmpty ? words.visitor.say(Message("report.noChanges")) : nil
    }
}

extension FrozenWords {
    /// Nil where none does.
    fileprivate func differences(
        _ recount: Recount, of original: FrozenReport
    ) -> RecountTable? {
        let names = original.names(besides: book.choices.names)
        return table(
            Message("frozen.differs", ["count": .number(recount.differences.count)]),
            [
                (Message("command.column.row"), false), (Message("command.column.measure"), false),
                (Message("command.column.before"), true), (Message("command.column.after"), true),
            ], recount.differences
        ) { difference in
            let told = original.words(of: difference, visitor.localiser, names)
            return ChartRow(
                name: told.row,
                cells: [
                    ChartCell(text: told.column, isNumber: false),
                    ChartCell(text: number(difference.before), isNumber: true),
                    ChartCell(text: number(difference.after), isNumber: true),
                ])
        }
    }

    private func number(_ value: Int?) -> String {
        value.map { visitor.localiser.number($0) } ?? "–"
    }

    /// Nil where there is none.
    fileprivate func changes(_ recount: Recount) -> RecountTable? {
        table(
            Message("frozen.changes"),
            [
                (Message("frozen.recorded"), false), (Message("command.column.what"), false),
                (Message("frozen.concerns"), false), (Message("command.column.who"), false),
            ], recount.changes
        ) { change in
            let who = change.actor.map { name($0, among: recount.people) }
            return ChartRow(
                name: time(change.at),
                cells: [
                    visitor.say(change.message), concern(change, recount),
                    who ?? visitor.say(Message("command.history.operator")),
                ].map { ChartCell(text: $0, isNumber: false) })
        }
    }

    /// A session by its groups and day; else from which day it holds.
    private func concern(_ change: ReportChange, _ recount: Recount) -> String {
        let localiser = visitor.localiser
        switch change {
        case .operation(_, _, let on, _, _): return localiser.date(on, style: .long)
        case .act(_, _, let session, _, _):
            guard let told = session.flatMap({ recount.sessions[$0] }) else { return "–" }
            return localiser.line(told.groups + [localiser.date(told.date, style: .long)])
        }
    }

    private func table<Element>(
        _ title: Message, _ headings: [(text: Message, isNumber: Bool)], _ elements: [Element],
        row: (Element) -> ChartRow
    ) -> RecountTable? {
        guard !elements.isEmpty else { return nil }
        let most = FigureWords.mostRows
        return RecountTable(
            title: visitor.say(title),
            note: elements.count > most
                ? visitor.say(
                    Message(
                        "frozen.first",
                        ["shown": .number(most), "count": .number(elements.count)])) : nil,
            table: ChartTable(
                headings: headings.map {
                    FigureHeading(text: visitor.say($0.text), isNumber: $0.isNumber)
                }, rows: elements.prefix(most).map(row)))
    }
}
