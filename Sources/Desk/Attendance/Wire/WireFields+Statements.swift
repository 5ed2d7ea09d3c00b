import Courses
import JSONReading

extension WireFields {
    func mark() throws(Wrong) -> Act.Statement {
        let minutes = 24 * 60
        let value = Attendance(
            code: try code("value"), lateMinutes: try optionalWhole("lateMinutes", upTo: minutes),
            leftEarlyMinutes: try optionalWhole("leftEarlyMinutes", upTo: minutes))
        guard let value else { throw Wrong() }
        let mark = Mark(value: value, mode: try code("mode"), role: try role())
        return .mark(
            try identifier("person"), mark, base: try whole("base"), reason: try reason())
    }

    private func role() throws(Wrong) -> MarkRole {
        let code: MarkRoleCode = try code("role")
        return switch code {
        case .member: .member
        case .guest: .guest
        case .makeUp: .makeUp(for: try identifier("makeUpFor"))
        }
    }

    func headcount() throws(Wrong) -> Act.Statement {
        let key = HeadcountKey(
            category: try string("category", 1...40),
            language: try optionalText("language", 2...35).map(Language.init(rawValue:)),
            gender: try optionalCode("gender"), ageBand: try optionalText("ageBand", 1...20))
        return .headcount(
            key, count: try whole("count", upTo: 10_000), base: try whole("base"),
            reason: try reason())
    }

    /// `full` stands for whichever script it is written in, where that one is not given.
    func name() throws(Wrong) -> PersonName {
        guard let field = value["name"] else { throw Wrong() }
        let fields = WireFields(value: field)
        let full = try fields.string("full", 1...200)
        var native = try fields.optionalText("native", 1...200)
        var latin = try fields.optionalText("latin", 1...200)
        if Self.isLatin(full) { latin = latin ?? full } else { native = native ?? full }
        let name = PersonName(native: Self.parts(native), latin: Self.parts(latin))
        guard !name.isEmpty else { throw Wrong() }
        return name
    }

    private static func isLatin(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy {
            !$0.properties.isAlphabetic || $0.value < 0x250 || (0x1E00...0x1EFF).contains($0.value)
        }
    }

    private static func parts(_ text: String?) -> [NamePart] {
        let words = (text ?? "").split(whereSeparator: \.isWhitespace)
        return words.isEmpty ? [] : [NamePart(.whole, words.joined(separator: " "))]
    }
}
