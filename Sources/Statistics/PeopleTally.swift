import Courses

/// What a row's figures say of people, with no gaps: a million marks are added to these.
struct PeopleTally {
    private var expected = 0
    /// Members with a mark whom nobody expected.
    private var unexpected = 0
    /// How many members' marks there are of each value, by its bits; and those that came last,
    /// before they outgrow their room.
    private var values = InlineArray<4, Int>(repeating: 0)
    private var latest = ValueCounts()
    private var latestTallies = 0
    private var guests = 0
    private var makeUps = 0
    private var scheduledMinutes = 0
    private var missedMinutes = 0
    private var studyHours = 0

    @inline(__always)
    mutating func expect() { expected += 1 }

    /// - Parameter isExpected: the person stands on the session's roster.
    @inline(__always)
    mutating func add(_ tally: MarkTally, isExpected: Bool) {
        if latestTallies == ValueCounts.most { settle() }
        latest.add(tally.values)
        latestTallies &+= 1
        if !isExpected { for value in values.indices { unexpected += tally.values[value] } }
        guests &+= tally.guests
        makeUps &+= tally.makeUps
        scheduledMinutes &+= tally.scheduledMinutes
        missedMinutes &+= tally.missedMinutes
        studyHours &+= tally.studyHours
    }

    private mutating func settle() {
        for value in values.indices { values[value] += latest[value] }
        latest = ValueCounts()
        latestTallies = 0
    }

    /// Adds all that another tells, or takes it away.
    mutating func add(_ other: PeopleTally, times: Int = 1) {
        expected += times * other.expected
        unexpected += times * other.unexpected
        for value in values.indices {
            values[value] += times * (other.values[value] + other.latest[value])
        }
        guests += times * other.guests
        makeUps += times * other.makeUps
        scheduledMinutes += times * other.scheduledMinutes
        missedMinutes += times * other.missedMinutes
        studyHours += times * other.studyHours
    }

    private func count(_ value: AttendanceCode) -> Int {
        values[Int(value.bits)] + latest[Int(value.bits)]
    }

    func write(to figures: inout Figures) {
        figures.expected = expected
        figures.attended = count(.present)
        figures.absentNotified = count(.notified)
        figures.absentUnnotified = count(.unnotified)
        figures.excused = count(.excused)
        let members = AttendanceCode.allCases.reduce(0) { $0 + count($1) }
        figures.unmarked = expected - (members - unexpected)
        figures.guests = guests
        figures.participations = count(.present) + makeUps
        figures.scheduledMinutes = scheduledMinutes
        figures.deliveredMinutes = scheduledMinutes - missedMinutes
        figures.studyHours = studyHours
    }
}
