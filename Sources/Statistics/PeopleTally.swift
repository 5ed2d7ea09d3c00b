import Courses

/// What a row's figures say of people, with no gaps: a million marks are added to these.
struct PeopleTally {
    private var expected = 0
    private var unmarked = 0
    private var present = 0
    private var absentNotified = 0
    private var absentUnnotified = 0
    private var excused = 0
    private var guests = 0
    private var participations = 0
    private var scheduledMinutes = 0
    private var deliveredMinutes = 0
    private var studyHours = 0

    @inline(__always)
    mutating func expect() {
        expected += 1
        unmarked += 1
    }

    /// - Parameter isExpected: the person stands on the session's roster.
    @inline(__always)
    mutating func add(_ mark: MarkFact, at session: Length, isExpected: Bool) {
        switch mark.role {
        case .guest: guests += 1
        case .makeUp: participate(mark, session)
        case .member:
            if isExpected { unmarked -= 1 }
            switch mark.value {
            case .present:
                present += 1
                participate(mark, session)
            case .notified: absentNotified += 1
            case .unnotified: absentUnnotified += 1
            case .excused: excused += 1
            }
        }
    }

    @inline(__always)
    private mutating func participate(_ mark: MarkFact, _ session: Length) {
        participations += 1
        scheduledMinutes += session.minutes
        deliveredMinutes += max(0, session.minutes - Int(mark.late) - Int(mark.leftEarly))
        studyHours += session.studyHours
    }

    /// What each participation in a session is worth.
    struct Length {
        let minutes: Int
        let studyHours: Int
    }

    func write(to figures: inout Figures) {
        figures.expected = expected
        figures.unmarked = unmarked
        figures.attended = present
        figures.absentNotified = absentNotified
        figures.absentUnnotified = absentUnnotified
        figures.excused = excused
        figures.guests = guests
        figures.participations = participations
        figures.scheduledMinutes = scheduledMinutes
        figures.deliveredMinutes = deliveredMinutes
        figures.studyHours = studyHours
    }
}
