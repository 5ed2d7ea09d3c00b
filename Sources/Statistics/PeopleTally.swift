import Courses

/// What a row's figures say of people, with no gaps: a million marks are added to these.
struct PeopleTally {
    private var expected = 0
    /// Members with a mark whom nobody expected.
    private var unexpected = 0
    /// How many marks there are of each code.
    private var marks = InlineArray<12, Int>(repeating: 0)
    private var scheduledMinutes = 0
    private var missedMinutes = 0
    private var studyHours = 0

    @inline(__always)
    mutating func expect() { expected += 1 }

    /// - Parameter isExpected: the person stands on the session's roster.
    @inline(__always)
    mutating func add(_ mark: MarkFact, at session: Length, isExpected: Bool) {
        let code = mark.code
        marks[Int(code.bits)] += 1
        if !isExpected, code.isMember { unexpected += 1 }
        // Multiplied, for whether somebody came is what no processor can foresee.
        let times = code.isParticipation ? 1 : 0
        scheduledMinutes += times * session.minutes
        missedMinutes += times * min(session.minutes, mark.late + mark.leftEarly)
        studyHours += times * session.studyHours
    }

    /// What each participation in a session is worth.
    struct Length {
        let minutes: Int
        let studyHours: Int
    }

    /// Adds all that another tells, or takes it away.
    mutating func add(_ other: PeopleTally, times: Int = 1) {
        expected += times * other.expected
        unexpected += times * other.unexpected
        for code in marks.indices { marks[code] += times * other.marks[code] }
        scheduledMinutes += times * other.scheduledMinutes
        missedMinutes += times * other.missedMinutes
        studyHours += times * other.studyHours
    }

    private func count(_ value: AttendanceCode, as role: MarkRoleCode = .member) -> Int {
        marks[Int(MarkCode(value, as: role).bits)]
    }

    func write(to figures: inout Figures) {
        figures.expected = expected
        figures.attended = count(.present)
        figures.absentNotified = count(.notified)
        figures.absentUnnotified = count(.unnotified)
        figures.excused = count(.excused)
        let members = AttendanceCode.allCases.reduce(0) { $0 + count($1) }
        figures.unmarked = expected - (members - unexpected)
        figures.guests = count(.present, as: .guest)
        figures.participations = count(.present) + count(.present, as: .makeUp)
        figures.scheduledMinutes = scheduledMinutes
        figures.deliveredMinutes = scheduledMinutes - missedMinutes
        figures.studyHours = studyHours
    }
}
