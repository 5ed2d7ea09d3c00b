/// What a course's sessions are planned from: a slot in the week, every week or every other.
///
/// Occasions lie a whole number of intervals after the first one. One that falls on a public
/// holiday, a given date or a school break is skipped, and the rest keep their rhythm: a skipped
/// fortnightly session moves on by a fortnight, so that a group keeps its even or odd weeks and a
/// shared room stays shared. Sundays as such are not skipped, only days with a name.
///
/// Dates and times are the wall's, so 17:30 stays 17:30 when the clocks change.
package struct SessionPattern: Hashable, Sendable {
    /// The first occasion is on this day or on the slot's first weekday after it.
    package let from: LocalDate
    package let slot: Slot
    package let interval: Interval
    package let extent: Extent
    package let skipsPublicHolidays: Bool
    package let skippedDates: Set<LocalDate>
    package let schoolBreaks: [SchoolBreak]

    package enum Interval: Int, Hashable, Sendable, CaseIterable, Codable {
        case weekly = 1
        case fortnightly = 2
    }

    package enum Extent: Hashable, Sendable {
        /// So many sessions, 1 to 60, however many occasions are skipped.
        case sessions(Int)
        /// Every occasion to this day, itself included.
        case through(LocalDate)
    }

    package init(
        from: LocalDate, slot: Slot, interval: Interval = .weekly, extent: Extent,
        skipsPublicHolidays: Bool = true, skippedDates: Set<LocalDate> = [],
        schoolBreaks: [SchoolBreak] = []
    ) {
        self.from = from
        self.slot = slot
        self.interval = interval
        self.extent = extent
        self.skipsPublicHolidays = skipsPublicHolidays
        self.skippedDates = skippedDates
        self.schoolBreaks = schoolBreaks
    }
}
