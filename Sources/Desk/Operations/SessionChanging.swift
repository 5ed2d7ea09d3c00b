import Courses
import Store

/// Changes of a round's sessions under way in one transaction, with all that becomes of them.
struct SessionChanging {
    let writing: Writing
    let operation: OpenOperation
    private(set) var effects: [SessionEffect] = []
    private(set) var joint: [Session.ID: Session] = [:]

    init(_ writing: Writing, _ operation: OpenOperation) {
        self.writing = writing
        self.operation = operation
    }

    /// A group's own sessions that are still to come: planned, not begun and not signed.
    mutating func coming(
        of group: Group.ID, from date: LocalDate, before end: LocalDate? = nil
    ) throws -> [SessionOverview] {
        let sessions = try writing.reading.sessions(SessionFilter(group: group, from: date))
        return own(
            sessions.filter { overview in
                overview.session.state == .planned
                    && end.map { overview.session.date < $0 } ?? true
                    && overview.session.startsAt > writing.now && !overview.evidence.signedOff
            })
    }

    /// Leaves out sessions where other groups meet too, and notes that they stay as they are.
    mutating func own(_ sessions: [SessionOverview]) -> [SessionOverview] {
        for session in sessions.map(\.session) where session.groups.count > 1 {
            joint[session.id] = session
        }
        return sessions.filter { $0.session.groups.count == 1 }
    }

    mutating func change(
        _ overview: SessionOverview, to session: Session, _ kind: SessionEffect.Kind
    ) throws {
        try writing.change(session.id, to: session, operation: operation)
        let now = try writing.reading.session(session.id).expected
        effects.append(
            SessionEffect(
                kind: kind, was: overview.session, session: session,
                expected: max(overview.expected, now)))
    }

    mutating func cancel(_ overview: SessionOverview) throws {
        try change(overview, to: overview.session.with(state: .cancelled), .cancelled)
    }

    mutating func add(_ session: Session, round: Round.ID) throws {
        try writing.addSession(session, round: round, operation: operation)
        effects.append(
            SessionEffect(
                kind: .planned, was: nil, session: session,
                expected: try writing.reading.session(session.id).expected))
    }

    mutating func note(_ effect: SessionEffect) {
        effects.append(effect)
    }
}

extension AppliedOperation {
    /// With what becomes of sessions, and the clashes that were not there before.
    func with(
        _ changing: SessionChanging, clashesBefore: [Clash], in round: Round.ID
    ) throws -> AppliedOperation {
        var applied = self
        applied.sessions = changing.effects.sorted { $0.session.isBefore($1.session) }
        applied.joint = changing.joint.values.sorted { $0.isBefore($1) }
        let known = Set(clashesBefore)
        applied.clashes = try changing.writing.reading
            .clashes(in: round, from: changing.writing.today).filter { !known.contains($0) }
        return applied
    }
}

extension Session {
    func isBefore(_ other: Session) -> Bool {
        (date, start, id) < (other.date, other.start, other.id)
    }
}
