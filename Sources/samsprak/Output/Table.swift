import Localisation

/// Rows under headings, each column as wide as its widest cell.
struct Table {
    struct Column {
        let heading: (Localiser) -> String
        /// Numbers end at the same place.
        let isNumeric: Bool

        init(heading: Message, isNumeric: Bool = false) {
            self.heading = { $0(heading) }
            self.isNumeric = isNumeric
        }

        init(worded heading: String, isNumeric: Bool) {
            self.heading = { _ in heading }
            self.isNumeric = isNumeric
        }
    }

    let columns: [Column]
    /// As many cells a row as there are columns, worded.
    let rows: [[String]]
    /// Said instead of an empty table: that it is empty, and the next step.
    let whenEmpty: Message

    init(_ columns: [Column], rows: [[String]], whenEmpty: Message) {
        self.columns = columns
        self.rows = rows
        self.whenEmpty = whenEmpty
    }

    func text(_ localiser: Localiser) -> String {
        guard !rows.isEmpty else { return localiser(whenEmpty) + "\n" }
        let headings = columns.map { $0.heading(localiser) }
        let direction = localiser.direction
        let body = rows.map { row in row.map { Bidi.isolate(Self.oneLine($0), in: direction) } }
        let widths = columns.indices.map { column in
            ([headings] + body).map { displayWidth($0[column]) }.max() ?? 0
        }
        let rule = widths.map { String(repeating: "─", count: $0) }
        return ([headings, rule] + body).map { line($0, widths) }.joined()
    }

    private func line(_ cells: [String], _ widths: [Int]) -> String {
        var line = ""
        for (index, cell) in cells.enumerated() {
            let padding = String(repeating: " ", count: widths[index] - displayWidth(cell))
            let isLast = index == cells.count - 1
            line += columns[index].isNumeric ? padding + cell : cell + (isLast ? "" : padding)
            if !isLast { line += "  " }
        }
        while line.last == " " { line.removeLast() }
        return line + "\n"
    }

    /// A line break in a name would break the table.
    private static func oneLine(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else {
            return text
        }
        return String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }))
    }
}
