import Courses

/// What marks of one person at a few sessions, sixteen at most, come to.
struct MarkTally {
    /// Members' alone.
    let values: ValueCounts
    /// Times that somebody was a guest, or made up for something.
    let guests: Int
    let makeUps: Int
    let scheduledMinutes: Int
    let missedMinutes: Int
    let studyHours: Int

    /// What each participation in a session is worth.
    struct Length: Equatable {
        let minutes: Int
        let studyHours: Int
    }

    /// - Parameters:
    ///   - sessions: some of those that the run's bits stand for, all of this length.
    ///   - minutes: those of all runs.
    @inline(__always)
    init(
        _ run: MarkRun, at sessions: UInt16, _ length: Length, _ minutes: [MarkMinutes]
    ) {
        let said = run.said.at(sessions)
        var missed = 0
        let participating: Int
        switch run.role {
        case .member:
            values = ValueCounts(said)
            (guests, makeUps) = (0, 0)
            participating = values.present
        case .guest:
            values = ValueCounts()
            (guests, makeUps) = (said.present.nonzeroBitCount, 0)
            participating = 0
        case .makeUp:
            values = ValueCounts()
            (guests, makeUps) = (0, said.present.nonzeroBitCount)
            participating = makeUps
        }
        scheduledMinutes = participating &* length.minutes
        studyHours = participating &* length.studyHours
        if participating > 0, said.timed & said.present != 0 {
            var (rest, next) = (run.said.timed, Int(run.minutes))
            while rest != 0 {
                if rest & (~rest &+ 1) & said.present != 0 {
                    let told = minutes[next]
                    missed &+= min(length.minutes, Int(told.late) &+ Int(told.leftEarly))
                }
                rest &= rest - 1
                next &+= 1
            }
        }
        missedMinutes = missed
    }

    init(_ mark: MarkFact, at length: Length) {
        var runs = MarkRuns()
        runs.append(mark)
        self.init(runs.runs[0], at: 1, length, runs.minutes)
    }

    /// Nothing in it counts: only members are absent.
    @inline(__always)
    var isEmpty: Bool { values.isEmpty && guests == 0 && makeUps == 0 }

    @inline(__always)
    var hasParticipation: Bool { makeUps > 0 || values.present > 0 }
}

extension MarkTally.Length {
    init(_ session: SessionFact, _ rules: CourseRules) {
        let minutes = max(0, Int(session.minutes))
        self.init(minutes: minutes, studyHours: rules.studyHours(minutes: minutes))
    }
}

/// How many marks there are of each value, sixteen bits each.
struct ValueCounts {
    private var counts: UInt64 = 0

    init() {}

    /// Counts the bits of all four values at once.
    @inline(__always)
    init(_ said: MarkBits) {
        let absent = said.low | said.high
        var counts =
            UInt64(said.sessions & ~absent) | UInt64(said.low & ~said.high) << 16
            | UInt64(said.high & ~said.low) << 32 | UInt64(said.low & said.high) << 48
        counts &-= counts >> 1 & 0x5555_5555_5555_5555
        counts = (counts & 0x3333_3333_3333_3333) &+ (counts >> 2 & 0x3333_3333_3333_3333)
        counts = (counts &+ counts >> 4) & 0x0F0F_0F0F_0F0F_0F0F
        self.counts = (counts &+ counts >> 8) & 0x001F_001F_001F_001F
    }

    @inline(__always)
    var isEmpty: Bool { counts == 0 }

    @inline(__always)
    var present: Int { Int(counts & 0xFFFF) }

    /// - Parameter value: by its bits.
    subscript(value: Int) -> Int { Int(counts >> UInt64(16 * value) & 0xFFFF) }

    /// - Precondition: no count grows above 65,535.
    @inline(__always)
    mutating func add(_ other: ValueCounts) { counts &+= other.counts }

    /// So many of sixteen marks each may be added up.
    static var most: Int { 0xFFFF / 16 }
}
