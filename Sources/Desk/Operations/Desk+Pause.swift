package import Courses
import Store

extension Desk {
    /// Pauses a group: its own sessions inside are called off or become remote, its places stay,
    /// and those waiting keep waiting.
    ///
    /// - Parameter before: the first day after it; nil is until the group resumes.
    @discardableResult
    package func pauseGroup(
        _ group: Group.ID, from date: LocalDate, before end: LocalDate? = nil,
        sessions: GroupPause.Sessions = .cancelled, reason: String? = nil, as actor: Actor,
        dryRun: Bool = false, basis: RoundBasis? = nil
    ) async throws -> AppliedOperation {
        try await operate(
            on: { try $0.resource(of: group) }, basis: basis, dryRun: dryRun, as: actor
        ) { writing in
            let placing = try Placing(writing, actor: actor, group: group)
            try placing.checkForward(date)
            try placing.checkOpen(group)
            guard end.map({ $0 > date }) ?? true else { throw OperationError.pauseEndsTooSoon }
            let known = try writing.reading.pauses(of: group).first { pause in
                (pause.before.map { date < $0 } ?? true) && (end.map { pause.from < $0 } ?? true)
            }
            if let known {
                throw OperationError.alreadyPaused(name: placing.group.name, from: known.from)
            }
            let watch = try GroupWatch(group, writing.reading, date)
            let clashes = try writing.reading.clashes(in: placing.round.id, from: writing.today)
            let operation = try writing.begin(
                .pause, in: placing.round.id, on: date, by: actor, reason: reason)
            try writing.pause(
                GroupPause(group: group, from: date, before: end, sessions: sessions),
                operation: operation)
            var changing = SessionChanging(writing, operation)
            for overview in try changing.coming(of: group, from: date, before: end) {
                try changing.pause(overview, sessions)
            }
            return try watch.applied(operation, .pause, on: date, writing)
                .with(changing, clashesBefore: clashes, in: placing.round.id)
        }
    }

    /// Ends the pause that a group is in that day, or the next that it will be in: the pause's
    /// sessions from that day on are again as they were before, up to the day on which the group
    /// closes. A later pause stays.
    @discardableResult
    package func resumeGroup(
        _ group: Group.ID, on date: LocalDate, reason: String? = nil, as actor: Actor,
        dryRun: Bool = false, basis: RoundBasis? = nil
    ) async throws -> AppliedOperation {
        try await operate(
            on: { try $0.resource(of: group) }, basis: basis, dryRun: dryRun, as: actor
        ) { writing in
            let placing = try Placing(writing, actor: actor, group: group)
            try placing.checkForward(date)
            let closedOn = placing.group.closedOn
            if let closedOn, closedOn <= date {
                throw PlacingError.groupClosed(name: placing.group.name, on: closedOn)
            }
            let pause = try writing.reading.pauses(of: group).first {
                $0.before.map { date < $0 } ?? true
            }
            guard let pause else { throw OperationError.notPaused(name: placing.group.name) }
            let watch = try GroupWatch(group, writing.reading, date)
            let clashes = try writing.reading.clashes(in: placing.round.id, from: writing.today)
            let operation = try writing.begin(
                .resume, in: placing.round.id, on: date, by: actor, reason: reason)
            var changing = SessionChanging(writing, operation)
            for (id, before) in try writing.sessionsChanged(by: pause, from: date)
                .sorted(by: { $0.key < $1.key })
            where before.startsAt > writing.now && closedOn.map({ before.date < $0 }) ?? true {
                try changing.change(try writing.reading.session(id), to: before, .restored)
            }
            try writing.end(pause, before: date, operation: operation)
            return try watch.applied(operation, .resume, on: date, writing)
                .with(changing, clashesBefore: clashes, in: placing.round.id)
        }
    }

    /// A round's pauses: those that hold or will hold, and those that have been.
    package func pauses(in round: String, as actor: Actor) async throws -> [GroupPause] {
        try await readPlan(as: actor) { reading in
            try reading.pauses(in: try reading.round(round).id)
        }
    }
}

extension SessionChanging {
    fileprivate mutating func pause(
        _ overview: SessionOverview, _ sessions: GroupPause.Sessions
    ) throws {
        switch sessions {
        case .cancelled: try cancel(overview)
        case .remote:
            let session = overview.session
            guard session.mode != .remote else { return }
            try change(
                overview,
                to: session.moved(
                    to: session.date, start: session.start, end: session.end, mode: .remote),
                .remote)
        }
    }
}

extension GroupWatch {
    func applied(
        _ operation: OpenOperation, _ kind: OperationKind, on date: LocalDate, _ writing: Writing
    ) throws -> AppliedOperation {
        AppliedOperation(
            id: operation.id, kind: kind, effectiveOn: date, people: [],
            groups: [try change(writing, date)])
    }
}
