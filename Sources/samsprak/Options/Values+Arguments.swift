import ArgumentParser
import Courses
import Localisation

// Values of the domain as people type them, in any digits.

extension LocalDate: ExpressibleByArgument {
    init?(argument: String) { self.init(asciiDigits(argument)) }
    var defaultValueDescription: String { description }
}

extension LocalTime: ExpressibleByArgument {
    init?(argument: String) {
        self.init(asciiDigits(argument).replacing(".", with: ":"))
    }
}

extension Identifier: ExpressibleByArgument {
    init?(argument: String) { self.init(argument) }
}

extension ActID: ExpressibleByArgument {
    init?(argument: String) { self.init(argument) }
}

extension Gender: ExpressibleByArgument {}
extension OpenTo: ExpressibleByArgument {}
extension SessionMode: ExpressibleByArgument {}
extension Recording: ExpressibleByArgument {}
extension AttendanceCode: ExpressibleByArgument {}
extension MarkRoleCode: ExpressibleByArgument {}
extension Role: ExpressibleByArgument {}

extension Weekday: ExpressibleByArgument {
    /// English names, whole or their first three letters, and 1 for Monday to 7.
    init?(argument: String) {
        let text = asciiDigits(argument).lowercased()
        let known = Weekday.allCases.first { day in
            text == "\(day)" || text == "\(day)".prefix(3) || text == String(day.rawValue)
        }
        guard let known else { return nil }
        self = known
    }

    static var allValueStrings: [String] { allCases.map { "\($0)" } }
}

/// Whole numbers in any digits.
struct WholeNumber: ExpressibleByArgument {
    let value: Int

    init(_ value: Int) { self.value = value }

    init?(argument: String) {
        guard let value = Int(digits: asciiDigits(argument)) else { return nil }
        self.value = value
    }

    var defaultValueDescription: String { String(value) }
}

/// Days without school, `2020-02-10..2020-02-14` with a name after a colon.
struct BreakArgument: ExpressibleByArgument {
    let value: SchoolBreak

    init?(argument: String) {
        let parts = argument.split(separator: ":", maxSplits: 1).map(String.init)
        guard let days = parts.first, let range = days.firstRange(of: ".."),
            let first = LocalDate(argument: String(days[..<range.lowerBound])),
            let last = LocalDate(argument: String(days[range.upperBound...]))
        else { return nil }
        value = SchoolBreak(
            name: parts.count == 2 ? parts[1] : "", first: first, last: last)
    }
}
