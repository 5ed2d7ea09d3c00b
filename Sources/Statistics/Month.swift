import Courses

/// A month of a year, in order of time.
package struct Month: Sendable, Hashable, Comparable, CustomStringConvertible {
    package let year: Int
    /// 1 to 12.
    package let month: Int

    package init(year: Int, month: Int) {
        self.year = year
        self.month = month
    }

    /// Months since the year 0 began.
    init(ordinal: Int) {
        self.init(year: ordinal / 12, month: ordinal % 12 + 1)
    }

    var ordinal: Int { year * 12 + month - 1 }

    package static func < (left: Month, right: Month) -> Bool { left.ordinal < right.ordinal }

    /// ISO 8601, `2020-03`.
    package var description: String { "\(padded(year, 4))-\(padded(month, 2))" }
}
