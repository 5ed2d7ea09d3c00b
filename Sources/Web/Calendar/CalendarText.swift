/// Lines of iCalendar (RFC 5545): CRLF, folded at 75 octets between characters.
struct CalendarText {
    private(set) var text = ""

    /// - Parameter value: written already as its type is; free text goes through `escaped`.
    mutating func line(_ name: String, _ value: String) {
        var octets = 0
        for unit in Self.units(name + ":" + value) {
            let count = unit.utf8.count
            if octets + count > 75 {
                text += "\r\n "
                octets = 1
            }
            text += unit
            octets += count
        }
        text += "\r\n"
    }

    /// Characters; one with more marks on it than a line holds falls apart into its scalars.
    private static func units(_ line: String) -> [String] {
        line.flatMap { character in
            character.utf8.count <= 74
                ? [String(character)] : character.unicodeScalars.map { String($0) }
        }
    }

    static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ";", ",": escaped += "\\" + String(scalar)
            case "\n": escaped += "\\n"
            case "\r": continue
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
