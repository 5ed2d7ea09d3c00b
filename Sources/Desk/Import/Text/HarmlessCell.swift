/// Cells that a spreadsheet would run as a formula, made text by an apostrophe in front.
///
/// A formula begins with `=`, `+`, `-` or `@`, in full width too, at the start of a cell: and a
/// cell begins anew wherever a spreadsheet that expects another delimiter cuts the text, so an
/// apostrophe also goes in after each delimiter, quote and line break. Spaces and invisible
/// characters in front change nothing. A cell that begins with a tab or a line break is marked as
/// well. A plain negative number stays a number.
///
/// Restoring takes the same apostrophes away again and nothing else, so that what has been written
/// reads back as it was.
package enum HarmlessCell {
    package static func guarded(_ text: String) -> String {
        guard mayRun(text) else { return text }
        let cell = Marked(text)
        var result = String.UnicodeScalarView()
        for (place, scalar) in cell.scalars.enumerated() {
            if cell.needsMark(place) { result.append("'") }
            result.append(scalar)
        }
        return String(result)
    }

    package static func restored(_ text: String) -> String {
        let cell = Marked(text)
        var result = String.UnicodeScalarView()
        for (place, scalar) in cell.scalars.enumerated() {
            let isMark =
                scalar == "'" && cell.startsCell(place) && cell.isDangerous(from: place + 1)
            if !isMark { result.append(scalar) }
        }
        return String(result)
    }

    /// Whether some byte may begin a formula where a cell may begin; tells most cells apart
    /// without a look at their scalars.
    private static func mayRun(_ text: String) -> Bool {
        var before = UInt8(ascii: ",")
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0xEF:
                if mayPrecedeFormula(before) { return true }
            case 9, 10, 13:
                if before == UInt8(ascii: ",") || before == UInt8(ascii: "'") { return true }
            default: break
            }
            before = byte
        }
        return false
    }

    /// What cuts cells, what is passed over, and whatever is not ASCII.
    private static func mayPrecedeFormula(_ byte: UInt8) -> Bool {
        switch byte {
        case 9...13, UInt8(ascii: " "), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: ","),
            UInt8(ascii: ";"), UInt8(ascii: "|"):
            true
        default: byte >= 0x80
        }
    }
}

/// The scalars of a cell and, for each, whether what follows from there would run.
private struct Marked {
    let scalars: [Unicode.Scalar]
    private let runs: [Bool]

    init(_ text: String) {
        let scalars = Array(text.unicodeScalars)
        var runs = [Bool](repeating: false, count: scalars.count + 1)
        for place in scalars.indices.reversed() {
            runs[place] =
                scalars[place].isPassedOver
                ? runs[place + 1]
                : scalars[place].beginsFormula && !Self.isNumber(scalars[place...])
        }
        self.scalars = scalars
        self.runs = runs
    }

    func needsMark(_ place: Int) -> Bool { startsCell(place) && isDangerous(from: place) }

    /// At the very start, or after what some spreadsheet cuts by.
    func startsCell(_ place: Int) -> Bool { place == 0 || scalars[place - 1].cutsCells }

    /// `place` is where a cell starts, or one further.
    func isDangerous(from place: Int) -> Bool {
        if runs[place] { return true }
        guard place <= 1 else { return false }
        // Only of the whole cell: it begins with a tab or a line break.
        guard place == 0 || scalars[0] == "'" else { return false }
        let first = scalars[place...].first { $0 != "'" }
        return first == "\t" || first == "\r" || first == "\n"
    }

    /// `-` and digits up to the next cut.
    private static func isNumber(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
        guard rest.first == "-" else { return false }
        let digits = rest.dropFirst().prefix { "0"..."9" ~= $0 }
        guard !digits.isEmpty else { return false }
        let after = rest[digits.endIndex...]
        guard after.first == "." else { return after.first?.cutsCells ?? true }
        let decimals = after.dropFirst().prefix { "0"..."9" ~= $0 }
        return !decimals.isEmpty && (rest[decimals.endIndex...].first?.cutsCells ?? true)
    }
}

extension Unicode.Scalar {
    fileprivate var beginsFormula: Bool {
        switch self {
        case "=", "+", "-", "@", "＝", "＋", "－", "＠": true
        default: false
        }
    }

    fileprivate var cutsCells: Bool {
        switch self {
        case ";", ",", "\t", "|", "\"", "\n", "\r": true
        default: false
        }
    }

    fileprivate var isPassedOver: Bool {
        if isASCII { return self == "'" || self == " " || (9...13).contains(value) }
        return properties.isWhitespace || properties.generalCategory == .format
    }
}
