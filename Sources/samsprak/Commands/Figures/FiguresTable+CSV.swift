import Courses
import Desk
import Statistics

extension FiguresTable {
    /// Rows by codes, the total last; every row says that it is internal and of which day.
    func csv(forExcel: Bool) -> String {
        let header =
            dimensions.map(\.rawValue) + Measure.allCases.flatMap(\.columns) + ["asOf", "use"]
        let body = rows.map { $0.key.map(\.code) + $0.figures.cells + tail }
        let total = dimensions.indices.map { $0 == 0 ? "total" : "" } + total.cells + tail
        return DelimitedText.write(
            [header] + body + [total], delimiter: forExcel ? .semicolon : .comma,
            lineEnding: forExcel ? .crlf : .lf, byteOrderMark: forExcel)
    }

    private var tail: [String] { [asOf.description, "internal"] }
}

extension Measure {
    fileprivate var columns: [String] {
        switch self {
        case .attendanceRate: ["attendanceRateNumerator", "attendanceRateDenominator"]
        case .waiting: ["waiting", "waitingDays", "waitingDaysPeople"]
        default: [rawValue]
        }
    }
}

extension Figures {
    fileprivate var cells: [String] {
        Measure.allCases.flatMap { measure -> [String] in
            switch self[measure] {
            case .count(let count): [String(count)]
            case .rate(let ratio): [String(ratio.numerator), String(ratio.denominator)]
            case .waiting(let waiting):
                [String(waiting.people), String(waiting.days), String(waiting.placed)]
            case .gap: measure.columns.map { _ in "" }
            }
        }
    }
}
