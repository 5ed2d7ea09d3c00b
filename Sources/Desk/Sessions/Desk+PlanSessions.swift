package import Courses
import Store

/// Which sessions are to be planned for a group, or for several that meet together.
package struct PlanRequest: Sendable, Equatable {
    package var groups: [Group.ID]
    package var first: LocalDate
    /// Nil takes the first group's own.
    package var slot: Slot?
    /// Nil plans as many as the round's rule still leaves.
    package var count: Int?
    package var interval: SessionPattern.Interval
    package var skippedDates: Set<LocalDate>
    package var schoolBreaks: [SchoolBreak]
    /// Kept calendars of breaks, by public id or name; their days are added to `schoolBreaks`.
    package var calendars: [String]
    package var mode: SessionMode
    package var recording: Recording

    package init(
        groups: [Group.ID], first: LocalDate, slot: Slot? = nil, count: Int? = nil,
        interval: SessionPattern.Interval = .weekly, skippedDates: Set<LocalDate> = [],
        schoolBreaks: [SchoolBreak] = [], calendars: [String] = [],
        mode: SessionMode = .onsite, recording: Recording = .both
    ) {
        self.groups = groups
        self.first = first
        self.slot = slot
        self.count = count
        self.interval = interval
        self.skippedDates = skippedDates
        self.schoolBreaks = schoolBreaks
        self.calendars = calendars
        self.mode = mode
        self.recording = recording
    }
}

/// Sessions that were added, or would be, and why some weeks have none.
package struct PlanResult: Sendable, Equatable {
    package let operation: OperationID
    package let sessions: [Session]
    package let skipped: [SkippedOccasion]

    /// The same for the same days, times and ways to meet.
    package var state: ShownState {
        Shown(sessions.map { "\($0.date) \($0.start) \($0.end) \($0.mode)" }).state
    }
}

extension Desk {
    /// Plans sessions from a weekly slot around public holidays, given dates and school breaks;
    /// their numbers go on after those that the groups have.
    ///
    /// - Parameter shown: the state of a dry run's result; nil does not ask.
    /// - Throws: `OrganisingError.changedMeanwhile` where the sessions would be other than shown.
    package func planSessions(
        _ request: PlanRequest, shown: ShownState? = nil, as actor: Actor, dryRun: Bool = false
    ) async throws -> PlanResult {
        try await write(dryRun: dryRun) { writing in
            let plan = try PlanDraft(request, writing.reading)
            let planned = try plan.pattern.plan()
            let sessions = planned.sessions.map { session in
                NewSession(
                    number: plan.planned + session.number, date: session.date,
                    start: session.start, end: session.end, mode: request.mode,
                    recording: request.recording)
            }
            let added = try Self.add(sessions, groups: request.groups, writing, by: actor)
            let result = PlanResult(
                operation: added.operation, sessions: added.sessions, skipped: planned.skipped)
            if let shown, shown != result.state { throw OrganisingError.changedMeanwhile }
            return result
        }
    }
}

/// A plan's pattern, made up from what the groups and their round say already.
private struct PlanDraft: Sendable {
    let pattern: SessionPattern
    /// The highest number that a session of the groups has.
    let planned: Int

    init(_ request: PlanRequest, _ reading: Reading) throws {
        guard let first = request.groups.first else { throw SessionError.nothingPlanned }
        let group = try reading.group(first)
        guard let slot = request.slot ?? group.slot else { throw SessionError.slotMissing }
        planned = try request.groups.map { try Self.highestNumber($0, reading) }.max() ?? 0
        let rule = try reading.round(group.round.description).rules.sessions
        let count = request.count ?? (rule - planned)
        guard count > 0 || request.count != nil else { throw SessionError.nothingPlanned }
        pattern = SessionPattern(
            from: request.first, slot: slot, interval: request.interval,
            extent: .sessions(count), skippedDates: request.skippedDates,
            schoolBreaks: request.schoolBreaks
                + (try request.calendars.flatMap { try reading.breakCalendar($0).breaks }))
    }

    private static func highestNumber(_ group: Group.ID, _ reading: Reading) throws -> Int {
        try reading.sessions(SessionFilter(group: group)).flatMap(\.session.groups)
            .filter { $0.group == group }.map(\.number).max() ?? 0
    }
}
