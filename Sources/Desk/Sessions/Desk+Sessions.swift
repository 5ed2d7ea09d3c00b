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
            try Self.add(sessions, groups: groups, writing, by: actor)
        }
    }

    static func add(
        _ sessions: [NewSession], groups: [Group.ID], _ writing: Writing, by actor: Actor
    ) throws -> PlannedSessions {
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
            .planSessions, in: round.id, on: sessions.map(\.date).min() ?? writing.today,
            by: actor)
        let added = try sessions.map {
            try Self.add($0, groups: groups, round: round.id, writing, operation)
        }
        return PlannedSessions(operation: operation.id, sessions: added)
    }

    private static func add(
        _ new: NewSession, groups: [Group.ID], round: Round.ID, _ writing: Writing,
        _ operation: OpenOperation
    ) throws -> Session {
        guard new.start < new.end else { throw SessionError.endBeforeStart }
        for group in groups {
            try checkNotPaused(group, on: new.date, mode: new.mode, writing.reading)
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

    /// A group that pauses meets as its pause says.
    private static func checkNotPaused(
        _ group: Group.ID, on date: LocalDate, mode: SessionMode, _ reading: Reading
    ) throws {
        let pause = try reading.pauses(of: group).first { $0.includes(date) }
        guard let pause, pause.sessions == .cancelled || mode != .remote else { return }
        throw SessionError.groupPaused(name: try reading.group(group).name, on: date)
    }

    /// Moves a session; it keeps its identity, number and marks, its roster follows the new day.
    ///
    /// Everybody who is expected on the day it was, or on the new one, is named in the answer.
    @discardableResult
    package func moveSession(
        _ id: Session.ID, to date: LocalDate, start: LocalTime? = nil, end: LocalTime? = nil,
        mode: SessionMode? = nil, reason: String? = nil, as actor: Actor, dryRun: Bool = false,
        basis: RoundBasis? = nil
    ) async throws -> AppliedOperation {
        try await operate(
            on: { try $0.session(id).resource }, basis: basis, dryRun: dryRun, as: actor
        ) { writing in
            let overview = try writing.reading.session(id)
            let session = overview.session
            guard !session.state.isCalledOff else { throw SessionError.alreadyCalledOff }
            guard !overview.evidence.signedOff else { throw SessionError.signedOff }
            let start = start ?? session.start
            let end = end ?? LocalTime(minutes: start.minutes + session.minutes) ?? session.end
            guard start < end else { throw SessionError.endBeforeStart }
            let moved = session.moved(
                to: date, start: start, end: end, mode: mode ?? session.mode)
            for group in session.groups {
                try Self.checkNotPaused(
                    group.group, on: date, mode: moved.mode, writing.reading)
            }
            let people = try writing.reading.roster(of: session)
                .union(writing.reading.roster(of: moved))
            let clashes = try writing.reading.clashes(in: overview.round, from: writing.today)
            let operation = try writing.begin(
                .moveSession, in: overview.round, on: date, by: actor, reason: reason)
            var changing = SessionChanging(writing, operation)
            try changing.change(overview, to: moved, .moved)
            try Self.checkMarkedStay(id, writing.reading)
            let applied = AppliedOperation(
                id: operation.id, kind: .moveSession, effectiveOn: date, people: people.sorted(),
                groups: [])
            return try applied.with(changing, clashesBefore: clashes, in: overview.round)
        }
    }

    private static func checkMarkedStay(_ id: Session.ID, _ reading: Reading) throws {
        guard let book = try reading.book(of: id) else { return }
        let fallen = book.entries.filter {
            !$0.value.isOnRoster && $0.value.standing.value?.role == .member
        }
        guard fallen.isEmpty else { throw SessionError.fallsOffRoster(fallen.keys.sorted()) }
    }

    /// Calls a session off before its start; everybody who was expected is named in the answer.
    @discardableResult
    package func cancelSession(
        _ id: Session.ID, reason: String? = nil, as actor: Actor, dryRun: Bool = false,
        basis: RoundBasis? = nil
    ) async throws -> AppliedOperation {
        try await operate(
            on: { try $0.session(id).resource }, basis: basis, dryRun: dryRun, as: actor
        ) { writing in
            let overview = try writing.reading.session(id)
            guard !overview.session.state.isCalledOff else { throw SessionError.alreadyCalledOff }
            guard overview.session.startsAt > writing.now else { throw SessionError.alreadyBegun }
            guard !overview.evidence.signedOff else { throw SessionError.signedOff }
            let clashes = try writing.reading.clashes(in: overview.round, from: writing.today)
            let operation = try writing.begin(
                .cancelSession, in: overview.round, on: writing.today, by: actor, reason: reason)
            var changing = SessionChanging(writing, operation)
            try changing.cancel(overview)
            let applied = AppliedOperation(
                id: operation.id, kind: .cancelSession, effectiveOn: writing.today,
                people: try writing.reading.roster(of: overview.session).sorted(), groups: [])
            return try applied.with(changing, clashesBefore: clashes, in: overview.round)
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

extension Reading {
    /// Who is expected at a session of these groups on its day.
    fileprivate func roster(of session: Session) throws -> Set<Person.ID> {
        Roster(placements: try session.groups.flatMap { try placements(in: $0.group) })
            .people(at: session)
    }
}
