package import Courses
import Store

/// One session to be made.
package struct NewSession: Sendable, Equatable {
    package var number: Int
    package var date: LocalDate
    package var start: LocalTime
    package var end: LocalTime
    package var mode: SessionMode
    package var recording: Recording

    package init(
        number: Int, date: LocalDate, start: LocalTime, end: LocalTime,
        mode: SessionMode = .onsite, recording: Recording = .both
    ) {
        self.number = number
        self.date = date
        self.start = start
        self.end = end
        self.mode = mode
        self.recording = recording
    }
}

extension Desk {
    /// Sessions that the actor may see, by date and time.
    package func sessions(
        _ filter: SessionFilter, as actor: Actor
    ) async throws -> [SessionOverview] {
        let today = today
        return try await store.read { reading in
            try reading.sessions(filter).filter {
                Policy.allows(actor, .readRegister, on: $0.resource, date: today)
            }
        }
    }

    package func session(_ id: Session.ID, as actor: Actor) async throws -> SessionOverview {
        let today = today
        return try await store.read { reading in
            let overview = try reading.session(id)
            try Policy.require(actor, .readRegister, on: overview.resource, date: today)
            return overview
        }
    }

    /// Adds sessions to the plan of one group, or of several that meet together.
    @discardableResult
    package func addSessions(
        _ sessions: [NewSession], groups: [Group.ID], as actor: Actor, dryRun: Bool = false
    ) async throws -> PlannedSessions {
        try await write(dryRun: dryRun) { writing in
            guard let first = groups.first, !sessions.isEmpty else {
                throw SessionError.nothingPlanned
            }
            let round = try writing.reading.round(
                try writing.reading.group(first).round.description)
            try Policy.require(actor, .organise, on: .round(round.id), date: writing.today)
            if let ended = round.endedOn { throw SessionError.roundEnded(ended) }
            for group in groups where try writing.reading.group(group).round != round.id {
                throw PlacingError.otherRound
            }
            let operation = try writing.begin(
                .planSessions, on: sessions.map(\.date).min() ?? writing.today, by: actor)
            let added = try sessions.map {
                try Self.add($0, groups: groups, round: round.id, writing, operation)
            }
            return PlannedSessions(operation: operation.id, sessions: added)
        }
    }

    private static func add(
        _ new: NewSession, groups: [Group.ID], round: Round.ID, _ writing: Writing,
        _ operation: OpenOperation
    ) throws -> Session {
        guard new.start < new.end else { throw SessionError.endBeforeStart }
        for group in groups {
            let clash = try writing.reading.sessions(of: group, on: new.date).contains {
                !$0.session.state.isCalledOff && $0.session.start < new.end
                    && new.start < $0.session.end
            }
            if clash { throw SessionError.alreadyPlanned(on: new.date) }
        }
        let session = Session(
            id: writing.entropy.identifier(),
            groups: groups.map { SessionGroup(group: $0, number: new.number) }, date: new.date,
            start: new.start, end: new.end, mode: new.mode, recording: new.recording,
            state: .planned)
        try writing.addSession(session, round: round, operation: operation)
        return session
    }

    /// Moves a session; it keeps its identity, number and marks, its roster follows the new day.
    @discardableResult
    package func moveSession(
        _ id: Session.ID, to date: LocalDate, start: LocalTime? = nil, end: LocalTime? = nil,
        mode: SessionMode? = nil, reason: String? = nil, as actor: Actor, dryRun: Bool = false
    ) async throws -> AppliedOperation {
        try await write(dryRun: dryRun) { writing in
            let overview = try writing.reading.session(id)
            try Policy.require(actor, .organise, on: overview.resource, date: writing.today)
            let session = overview.session
            guard !session.state.isCalledOff else { throw SessionError.alreadyCalledOff }
            guard !overview.evidence.signedOff else { throw SessionError.signedOff }
            let start = start ?? session.start
            let end = end ?? LocalTime(minutes: start.minutes + session.minutes) ?? session.end
            guard start < end else { throw SessionError.endBeforeStart }
            let moved = session.moved(
                to: date, start: start, end: end, mode: mode ?? session.mode)
            let operation = try writing.begin(
                .moveSession, on: date, by: actor, reason: reason)
            try writing.change(id, to: moved, operation: operation)
            try Self.checkMarkedStay(id, writing.reading)
            return AppliedOperation(
                id: operation.id, kind: .moveSession, effectiveOn: date, people: [], groups: [])
        }
    }

    private static func checkMarkedStay(_ id: Session.ID, _ reading: Reading) throws {
        guard let book = try reading.book(of: id) else { return }
        let fallen = book.entries.filter {
            !$0.value.isOnRoster && $0.value.standing.value?.role == .member
        }
        guard fallen.isEmpty else { throw SessionError.fallsOffRoster(fallen.keys.sorted()) }
    }

    /// Calls a session off before its start.
    @discardableResult
    package func cancelSession(
        _ id: Session.ID, reason: String?, as actor: Actor, dryRun: Bool = false
    ) async throws -> AppliedOperation {
        try await write(dryRun: dryRun) { writing in
            let overview = try writing.reading.session(id)
            try Policy.require(actor, .organise, on: overview.resource, date: writing.today)
            guard !overview.session.state.isCalledOff else { throw SessionError.alreadyCalledOff }
            guard overview.session.startsAt > writing.now else { throw SessionError.alreadyBegun }
            guard !overview.evidence.signedOff else { throw SessionError.signedOff }
            let operation = try writing.begin(
                .cancelSession, on: writing.today, by: actor, reason: reason)
            try writing.change(
                id, to: overview.session.with(state: .cancelled), operation: operation)
            return AppliedOperation(
                id: operation.id, kind: .cancelSession, effectiveOn: writing.today, people: [],
                groups: [])
        }
    }

    /// Names somebody for a role at a session.
    package func planStaff(
        _ person: Person.ID, role: String, at session: Session.ID, as actor: Actor
    ) async throws {
        try await write { writing in
            let overview = try writing.reading.session(session)
            try Policy.require(actor, .organise, on: overview.resource, date: writing.today)
            try writing.planStaff(person, role: role, at: session)
        }
    }
}

package struct PlannedSessions: Sendable, Equatable {
    package let operation: OperationID
    package let sessions: [Session]
}
