extension SessionPattern {
    /// Fewer and more sessions than this are a slip of the hand.
    package static let sessionCounts = 1...60
    /// So many occasions may be skipped before a plan counts as hopeless: two years of weeks.
    package static let mostSkipped = 104

    /// The sessions, numbered from 1, and every occasion that was passed over up to the last.
    package func plan() throws(PlanError) -> Plan {
        try check()
        var sessions: [PlannedSession] = []
        var skipped: [SkippedOccasion] = []
        var date = firstOccasion
        while isWanted(date, planned: sessions.count) {
            guard date.year <= 9999 else { throw .afterLastYear }
            if let reason = reasonToSkip(date) {
                skipped.append(SkippedOccasion(date: date, reason: reason))
                guard skipped.count <= Self.mostSkipped else { throw .tooManySkipped }
            } else {
                sessions.append(
                    PlannedSession(
                        number: sessions.count + 1, date: date, start: slot.start, end: slot.end))
                guard sessions.count <= Self.sessionCounts.upperBound else {
                    throw .countOutOfRange
                }
            }
            date = date.adding(days: 7 * interval.rawValue)
        }
        guard !sessions.isEmpty else { throw .noOccasionLeft }
        return Plan(sessions: sessions, skipped: skipped)
    }

    private func check() throws(PlanError) {
        if let reversed = schoolBreaks.first(where: { $0.last < $0.first }) {
            throw .breakEndsBeforeItBegins(reversed)
        }
        switch extent {
        case .sessions(let count) where !Self.sessionCounts.contains(count):
            throw .countOutOfRange
        case .through(let last) where last < from: throw .lastBeforeFirst
        case .sessions, .through: return
        }
    }

    private var firstOccasion: LocalDate {
        from.adding(days: (slot.weekday.rawValue - from.weekday.rawValue + 7) % 7)
    }

    private func isWanted(_ date: LocalDate, planned: Int) -> Bool {
        switch extent {
        case .sessions(let count): planned < count
        case .through(let last): date <= last
        }
    }

    private func reasonToSkip(_ date: LocalDate) -> SkipReason? {
        if skipsPublicHolidays, let holiday = SwedishHoliday.named(on: date) {
            return .holiday(holiday)
        }
        if skippedDates.contains(date) { return .givenDate }
        return schoolBreaks.first { $0.contains(date) }.map { .schoolBreak($0.name) }
    }
}
