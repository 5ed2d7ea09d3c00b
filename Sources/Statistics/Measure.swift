/// What is counted; each case's definition is printed with a report, under the case's name.
package enum Measure: String, CaseIterable, Sendable, Codable {
    /// Sessions in the plan, those called off or not held included.
    case sessionsPlanned
    /// Sessions not called off of which the leader's word, a sign-off, a headcount or a mark says
    /// that they took place.
    case sessionsHeld
    /// Sessions past their end, not called off, without any mark made since their start or a
    /// sign-off.
    case sessionsNotTaken
    /// People placed in the group on the session's date, at sessions held and taken.
    case expected
    /// Present as member, at sessions taken.
    case attended
    case absentNotified
    case absentUnnotified
    /// Absent for a reason listed as not counting.
    case excused
    /// Expected and without a mark as member.
    case unmarked
    /// Attended of attended, absent notified and absent unnotified.
    case attendanceRate
    /// Attended plus make-ups, where they happened.
    case participations
    /// Different people among the participations; does not add up.
    case uniqueParticipants
    /// The session's length for each participation.
    case scheduledMinutes
    /// Scheduled less minutes late and left early, never below 0 for a participation.
    case deliveredMinutes
    /// Whole study hours of the session, by the round's rule, for each participation.
    case studyHours
    /// People, once a round, who were placed, did not withdraw, and in a round that has ended
    /// attended at least the round's threshold of sessions. A make-up stands in, once, for a
    /// named session of a group of theirs that they did not attend. They count under the group
    /// and language where they were placed last. Nil by month and mode.
    case completed
    /// Guests present, at sessions taken.
    case guests
    /// People counted without names at sessions held. Under their own language, else the first of
    /// the group. Nil by age band.
    case headcounts
    /// People waiting, and the days that the placed waited, under the language of their first
    /// placement, else their best. Nil by group, month and mode.
    case waiting
    /// Statements about sessions that wait for an administrator: kept or needing review, and not
    /// settled. Those whose session is unknown belong to no row; they count in the total over all
    /// rounds, so that the total may be more than its rows.
    case review
    /// Different groups with a session in the plan; does not add up over months, modes or
    /// languages. Nil by gender and age band.
    case groups
    /// Children counted in childcare at sessions held, each time anew; part of `headcounts`. Nil
    /// by age band.
    case childcareChildren
}

/// A measure's value in a row.
package enum MeasureValue: Sendable, Hashable {
    case count(Int)
    case rate(Ratio)
    case waiting(Waiting)
    /// No meaning in this breakdown, or a rate without a denominator.
    case gap
}

extension Figures {
    package subscript(measure: Measure) -> MeasureValue {
        switch measure {
        case .sessionsPlanned: .init(sessionsPlanned)
        case .sessionsHeld: .init(sessionsHeld)
        case .sessionsNotTaken: .init(sessionsNotTaken)
        case .expected: .count(expected)
        case .attended: .count(attended)
        case .absentNotified: .count(absentNotified)
        case .absentUnnotified: .count(absentUnnotified)
        case .excused: .count(excused)
        case .unmarked: .count(unmarked)
        case .attendanceRate: attendanceRate.map(MeasureValue.rate) ?? .gap
        case .participations: .count(participations)
        case .uniqueParticipants: .count(uniqueParticipants)
        case .scheduledMinutes: .count(scheduledMinutes)
        case .deliveredMinutes: .count(deliveredMinutes)
        case .studyHours: .count(studyHours)
        case .completed: .init(completed)
        case .guests: .count(guests)
        case .headcounts: .init(headcounts)
        case .waiting: waiting.map(MeasureValue.waiting) ?? .gap
        case .review: .init(review)
        case .groups: .init(groups)
        case .childcareChildren: .init(childcareChildren)
        }
    }
}

extension MeasureValue {
    fileprivate init(_ count: Int?) {
        self = count.map(MeasureValue.count) ?? .gap
    }
}
