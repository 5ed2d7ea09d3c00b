import Courses
import Desk
import Localisation
import Statistics

extension Report {
    /// Rows by the codes of their columns; its version rises when a member changes its meaning.
    var json: JSON {
        [
            "version": .number(1), "ruleVersion": .number(stamp.ruleVersion),
            "asOf": .described(stamp.asOf), "use": .string(Stamp.use),
            "rounds": .list(stamp.rounds), "filter": .list(stamp.filter.fields),
            "rows": .array(
                rows.map { row in
                    .object(
                        zip(columns, row.cells).map { column, cell in
                            JSON.Member(name: column.code, value: cell.json)
                        })
                }),
        ]
    }

    /// A table for reading, with what stands above and below it.
    ///
    /// - Parameter heading: nil for the title.
    func lines(
        _ context: CommandContext, heading: String? = nil,
        whenEmpty: Message = Message("command.empty.sessions")
    ) -> String {
        let table = Table(
            columns.map {
                Table.Column(worded: $0.heading, isNumeric: $0.kind != .name)
            },
            rows: rows.map { $0.cells.map { $0.text(context.localiser) } },
            whenEmpty: whenEmpty)
        return ([heading ?? title] + preamble).joined(separator: "\n") + "\n\n"
            + table.text(context.localiser) + "\n" + (note.map { $0 + "\n" } ?? "")
    }
}

extension Report.Cell {
    fileprivate var json: JSON {
        switch self {
        case .name(let code, _): .string(code)
        case .number(let number): .number(number)
        case .percent(let ratio):
            ["numerator": .number(ratio.numerator), "denominator": .number(ratio.denominator)]
        case .gap: .null
        }
    }
}
