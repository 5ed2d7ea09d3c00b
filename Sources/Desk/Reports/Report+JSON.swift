import Courses
import Statistics

extension Report {
    /// Rows by the codes of their columns, as the command gives them.
    package var wire: [UInt8] {
        var writer = WireWriter()
        writer.object { writer in
            writer.field("version", 1)
            writer.field("ruleVersion", stamp.ruleVersion)
            writer.field("asOf", stamp.asOf.description)
            writer.field("use", Stamp.use)
            writer.array("rounds") { for code in stamp.rounds { $0.element(code) } }
            writer.array("filter") { for field in stamp.filter.fields { $0.element(field) } }
            writer.array("rows") { writer in
                for row in rows {
                    writer.object { writer in
                        for (column, cell) in zip(columns, row.cells) {
                            writer.field(column.code, cell)
                        }
                    }
                }
            }
        }
        return writer.bytes
    }
}

extension WireWriter {
    fileprivate mutating func field(_ name: String, _ cell: Report.Cell) {
        switch cell {
        case .name(let code, _): field(name, code)
        case .number(let number): field(name, number)
        case .percent(let ratio):
            object(name) { writer in
                writer.field("numerator", ratio.numerator)
                writer.field("denominator", ratio.denominator)
            }
        case .gap: null(name)
        }
    }
}
