/// What a census has to go through for the measures that are asked for.
struct CensusParts: OptionSet {
    let rawValue: UInt8

    /// The sessions themselves.
    static let sessions = CensusParts(rawValue: 1)
    /// Who stood on their rosters.
    static let rosters = CensusParts(rawValue: 2)
    /// What the marks say.
    static let marks = CensusParts(rawValue: 4)
    static let headcounts = CensusParts(rawValue: 8)
    /// What people did in the round as a whole.
    static let courses = CensusParts(rawValue: 16)
    static let waiting = CensusParts(rawValue: 32)
    static let all: CensusParts = [.sessions, .rosters, .marks, .headcounts, .courses, .waiting]
}

extension CensusParts {
    /// - Parameter measures: nil for all.
    init(_ measures: Set<Measure>?) {
        self = measures.map { $0.reduce(into: []) { $0.formUnion(CensusParts($1)) } } ?? .all
    }

    private init(_ measure: Measure) {
        switch measure {
        case .sessionsPlanned, .sessionsHeld, .sessionsNotTaken, .review, .groups: self = .sessions
        case .expected, .unmarked: self = [.rosters, .marks]
        case .attended, .absentNotified, .absentUnnotified, .excused, .attendanceRate,
            .participations, .uniqueParticipants, .scheduledMinutes, .deliveredMinutes,
            .studyHours, .guests:
            self = .marks
        case .completed: self = [.marks, .courses]
        case .headcounts, .childcareChildren: self = .headcounts
        case .waiting: self = [.courses, .waiting]
        }
    }
}
