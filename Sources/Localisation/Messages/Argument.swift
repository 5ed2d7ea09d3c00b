package import Courses

/// A value that a message names; the localiser words it.
package enum Argument: Sendable, Hashable {
    /// Shown as it is, isolated where its direction could turn its surroundings.
    case text(String)
    /// May choose a plural branch.
    case number(Int)
    /// A number with decimals as written; may choose a plural branch.
    case decimal(DecimalText)
    /// A share as a percentage; "no rate" has no argument, so the second is above 0.
    case percent(Int, of: Int)
    /// `21 april 2020` in the working calendar.
    case date(LocalDate)
    case time(LocalTime)
    case language(Language)
    case list([String])
}

extension Argument: ExpressibleByStringLiteral {
    package init(stringLiteral value: String) {
        self = .text(value)
    }
}

extension Argument: ExpressibleByIntegerLiteral {
    package init(integerLiteral value: Int) {
        self = .number(value)
    }
}
