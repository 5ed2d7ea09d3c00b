package import Courses

/// Half a year: spring from January to June, autumn from July to December.
///
/// A round belongs to the term of its first day, and all its sessions with it.
package struct Term: Sendable, Hashable, Comparable, CustomStringConvertible {
    package let year: Int
    package let isAutumn: Bool

    package init(year: Int, isAutumn: Bool) {
        self.year = year
        self.isAutumn = isAutumn
    }

    package init(of date: LocalDate) {
        self.init(year: date.year, isAutumn: date.month > 6)
    }

    package var before: Term {
        Term(year: isAutumn ? year : year - 1, isAutumn: !isAutumn)
    }

    /// Half years since the year 0 began.
    var ordinal: Int { year * 2 + (isAutumn ? 1 : 0) }

    package static func < (left: Term, right: Term) -> Bool { left.ordinal < right.ordinal }

    /// As Swedish schools and authorities write them, `VT2020` and `HT2020`.
    package var description: String { (isAutumn ? "HT" : "VT") + padded(year, 4) }
}
