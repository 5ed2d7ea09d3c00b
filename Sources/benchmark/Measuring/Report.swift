import Foundation

/// All that was measured in one run.
struct Report {
    var comparisons: [Comparison] = []

    private static let heading = ["", "measured", "yardstick", "ratio", "target", ""]

    private var rows: [[String]] {
        comparisons.map { comparison in
            [
                comparison.name, Self.text(comparison.measured, comparison.unit),
                comparison.yardstick.map { Self.text($0, comparison.unit) } ?? "",
                comparison.ratio.map { Self.number($0, 2) } ?? "", Self.text(comparison.target),
                comparison.target == nil ? "" : comparison.meetsTarget ? "met" : "MISSED",
            ]
        }
    }

    private static func text(_ value: Double, _ unit: Comparison.Unit) -> String {
        number(value, value < 10 ? 2 : value < 1000 ? 1 : 0) + " " + unit.rawValue
    }

    private static func text(_ target: Comparison.Target?) -> String {
        switch target {
        case .ratioAtMost(let most)?: "≤ \(ratio(most))"
        case .ratioAtLeast(let least)?: "≥ \(ratio(least))"
        case .below(let limit)?: "< \(number(limit, 0))"
        case nil: ""
        }
    }

    private static func ratio(_ value: Double) -> String {
        number(value, (value * 10).rounded() == value * 10 ? 1 : 2)
    }

    private static func number(_ value: Double, _ decimals: Int) -> String {
        String(format: "%.\(decimals)f", value)
    }

    /// For a terminal: names to the left, numbers to the right.
    var table: String {
        let rows = [Self.heading] + rows
        let widths = Self.heading.indices.map { column in
            rows.map { $0[column].count }.max() ?? 0
        }
        return rows.map { row in
            zip(row, widths).enumerated().map { column, cell in
                let blanks = String(repeating: " ", count: cell.1 - cell.0.count)
                return column == 0 ? cell.0 + blanks : blanks + cell.0
            }.joined(separator: "  ")
        }.joined(separator: "\n")
    }

    var markdown: String {
        let lines = comparisons.map { comparison in
            let target = Self.text(comparison.target)
            return [
                comparison.name, Self.text(comparison.measured, comparison.unit),
                comparison.yardstick.map { Self.text($0, comparison.unit) } ?? "",
                comparison.against, comparison.ratio.map { Self.number($0, 2) } ?? "", target,
            ]
        }
        let all =
            [["what", "measured", "yardstick", "which", "ratio", "target"]]
            + [Array(repeating: "---", count: 6)] + lines
        return all.map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
    }

    var json: Data {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
            return try encoder.encode(Document(results: comparisons.map(Entry.init)))
        }
    }
}

private struct Document: Encodable {
    var version = 1
    let results: [Entry]
}

/// A comparison as JSON has it.
private struct Entry: Encodable {
    let name: String
    let unit: String
    let measured: Double
    let yardstick: Double?
    let against: String?
    let ratio: Double?
    let meetsTarget: Bool

    init(_ comparison: Comparison) {
        name = comparison.name
        unit = comparison.unit.rawValue
        measured = comparison.measured
        yardstick = comparison.yardstick
        against = comparison.against.isEmpty ? nil : comparison.against
        ratio = comparison.ratio
        meetsTarget = comparison.meetsTarget
    }
}
