/// Sessions as they would be made, and why some weeks have none.
package struct Plan: Hashable, Sendable {
    package let sessions: [PlannedSession]
    package let skipped: [SkippedOccasion]

    package init(sessions: [PlannedSession], skipped: [SkippedOccasion]) {
        self.sessions = sessions
        self.skipped = skipped
    }
}

package struct PlannedSession: Hashable, Sendable {
    /// From 1, without gaps.
    package let number: Int
    package let date: LocalDate
    package let start: LocalTime
    package let end: LocalTime

    package init(number: Int, date: LocalDate, start: LocalTime, end: LocalTime) {
        self.number = number
        self.date = date
        self.start = start
        self.end = end
    }
}

package struct SkippedOccasion: Hashable, Sendable {
    package let date: LocalDate
    package let reason: SkipReason

    package init(date: LocalDate, reason: SkipReason) {
        self.date = date
        self.reason = reason
    }
}

/// What came first of a holiday, a given date and a school break.
package enum SkipReason: Hashable, Sendable {
    case holiday(SwedishHoliday)
    case givenDate
    case schoolBreak(String)

    /// Stable; the holiday's own code for a holiday.
    package var code: String {
        switch self {
        case .holiday(let holiday): holiday.code
        case .givenDate: "givenDate"
        case .schoolBreak: "schoolBreak"
        }
    }
}
