/// The measures of one row; nil where a measure has no meaning in the row's breakdown.
///
/// An event that belongs to several rows (a joint session under its groups, a session under its
/// group's two languages) counts once in each of them and once in the total. `Measure` says what
/// each one is.
package struct Figures: Sendable, Equatable {
    /// The version of the rules by which everything here is counted.
    package static let ruleVersion = 1

    package var sessionsPlanned: Int? = 0
    package var sessionsHeld: Int? = 0
    package var sessionsNotTaken: Int? = 0
    package var expected = 0
    package var attended = 0
    package var absentNotified = 0
    package var absentUnnotified = 0
    package var excused = 0
    package var unmarked = 0
    package var participations = 0
    package var uniqueParticipants = 0
    package var scheduledMinutes = 0
    package var deliveredMinutes = 0
    package var studyHours = 0
    package var completed: Int? = 0
    package var guests = 0
    package var headcounts: Int? = 0
    package var waiting: Waiting? = Waiting()
    /// In the total over all rounds also what waits and names no known session.
    package var review: Int? = 0
    package var groups: Int? = 0
    package var childcareChildren: Int? = 0

    package init() {}

    /// Nil when nobody was marked present or absent.
    package var attendanceRate: Ratio? {
        let denominator = attended + absentNotified + absentUnnotified
        return denominator > 0 ? Ratio(numerator: attended, denominator: denominator) : nil
    }
}

/// Two whole numbers, shown together.
package struct Ratio: Sendable, Hashable {
    package let numerator: Int
    package let denominator: Int

    package init(numerator: Int, denominator: Int) {
        self.numerator = numerator
        self.denominator = denominator
    }
}

/// How long people waited for a place, and who still does.
package struct Waiting: Sendable, Hashable {
    /// People who applied and neither have a place nor withdrew.
    package var people = 0
    /// People who got a place.
    package var placed = 0
    /// Days from `applied` to the first placement's start, summed over `placed`; for someone
    /// placed from a day before they applied, none.
    package var days = 0

    package init(people: Int = 0, placed: Int = 0, days: Int = 0) {
        self.people = people
        self.placed = placed
        self.days = days
    }

    /// Mean days as two numbers; nil when nobody got a place.
    package var meanDays: Ratio? {
        placed > 0 ? Ratio(numerator: days, denominator: placed) : nil
    }
}
