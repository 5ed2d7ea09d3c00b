/// A number in a table, behind which rows stand.
package enum CountedNumber: Sendable, Hashable {
    /// Of a rate its denominator, of waiting the people who wait.
    case measure(Measure)
    /// The days that those who got a place had waited for it.
    case waitingDays

    package static let allCases = Measure.allCases.map(CountedNumber.measure) + [.waitingDays]

    /// As files call it.
    package var code: String {
        switch self {
        case .measure(let measure): measure.rawValue
        case .waitingDays: "waitingDays"
        }
    }

    package init?(code: String) {
        guard let found = Self.allCases.first(where: { $0.code == code }) else { return nil }
        self = found
    }

    /// The measure that it belongs to.
    package var measure: Measure {
        switch self {
        case .measure(let measure): measure
        case .waitingDays: .waiting
        }
    }
}

extension CountedNumber {
    /// What a row behind it is.
    package enum Kind: Sendable {
        case session, group, headcount
        /// Somebody at a session.
        case attendance
        case person
        /// Somebody in a round.
        case career
    }

    package var kind: Kind {
        switch measure {
        case .sessionsPlanned, .sessionsHeld, .sessionsNotTaken, .review: .session
        case .groups: .group
        case .headcounts, .childcareChildren: .headcount
        case .uniqueParticipants: .person
        case .completed, .waiting: .career
        case .expected, .attended, .absentNotified, .absentUnnotified, .excused, .unmarked,
            .attendanceRate, .participations, .scheduledMinutes, .deliveredMinutes, .studyHours,
            .guests:
            .attendance
        }
    }

    /// Whether its rows tell of people one by one.
    package var tellsOfPeople: Bool {
        switch kind {
        case .attendance, .person, .career: true
        case .session, .group, .headcount: false
        }
    }
}
