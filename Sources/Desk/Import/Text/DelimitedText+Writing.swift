extension DelimitedText {
    package enum LineEnding: String, Hashable, Sendable, CaseIterable {
        case lf = "\n"
        case crlf = "\r\n"
    }

    /// Rows as text that Excel in Sweden opens by a double click, and in which nothing runs.
    package static func write(
        _ rows: [[String]], delimiter: Delimiter = .semicolon, lineEnding: LineEnding = .crlf,
        byteOrderMark: Bool = true
    ) -> String {
        var text = byteOrderMark ? "\u{FEFF}" : ""
        for row in rows {
            for (index, cell) in row.enumerated() {
                if index > 0 { text.append(delimiter.character) }
                text += written(cell, delimiter: delimiter)
            }
            // A row with one empty cell is not an empty line.
            if row == [""] { text += "\"\"" }
            text += lineEnding.rawValue
        }
        return text
    }

    private static func written(_ cell: String, delimiter: Delimiter) -> String {
        let harmless = HarmlessCell.guarded(cell)
        guard needsQuotes(harmless, delimiter: delimiter) else { return harmless }
        var quoted = "\""
        for scalar in harmless.unicodeScalars {
            if scalar == "\"" { quoted.unicodeScalars.append(scalar) }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }

    /// Also where a reader that guesses would cut, or trim.
    private static func needsQuotes(_ cell: String, delimiter: Delimiter) -> Bool {
        if cell.utf8.contains(where: { $0 == delimiter.byte || isSpecial($0) }) { return true }
        guard let first = cell.unicodeScalars.first, let last = cell.unicodeScalars.last else {
            return false
        }
        return isInvisible(first) || isInvisible(last)
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return scalar.value <= 32 }
        return scalar.properties.isWhitespace || scalar.properties.generalCategory == .format
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        switch byte {
        case 9, 10, 13, UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "|"),
            UInt8(ascii: "\""):
            true
        default: false
        }
    }
}
