import Courses
import Store

/// The sessions that an operation touched, as they are before it is undone, to tell what becomes
/// of them.
struct UndoneSessions {
    private struct Known {
        let overview: SessionOverview
        let staff: [Person.ID]
    }

    private let planned: [Known]
    private let changed: [Known]
    private let clashes: Set<Clash>
    private let rounds: [Round.ID]
    private let writing: Writing

    init(of operation: OperationID, in rounds: [Round.ID], _ writing: Writing) throws {
        self.rounds = rounds
        self.writing = writing
        let touched = try writing.reading.sessions(touchedBy: operation)
        planned = try touched.planned.map { try Self.known($0, writing.reading) }
        changed = try touched.changed.map { try Self.known($0, writing.reading) }
        clashes = Set(try Self.clashes(in: rounds, writing))
    }

    private static func known(_ id: Session.ID, _ reading: Reading) throws -> Known {
        Known(
            overview: try reading.session(id),
            staff: try reading.staff(of: id).filter(\.wasPlanned).map(\.person))
    }

    private static func clashes(in rounds: [Round.ID], _ writing: Writing) throws -> [Clash] {
        try rounds.flatMap { try writing.reading.clashes(in: $0, from: writing.today) }.onceEach
    }

    /// What has become of them, once it is undone, and the clashes that were not there before.
    func tell(_ applied: inout AppliedOperation) throws {
        let taken = planned.map { known in
            SessionEffect(
                kind: .removed, was: known.overview.session, session: known.overview.session,
                expected: known.overview.expected)
        }
        let restored = try changed.compactMap { known in
            Self.effect(known, try Self.known(known.overview.session.id, writing.reading))
        }
        applied.sessions = (taken + restored).sorted { $0.session.isBefore($1.session) }
        applied.clashes = try Self.clashes(in: rounds, writing).filter { !clashes.contains($0) }
    }

    private static func effect(_ before: Known, _ after: Known) -> SessionEffect? {
        let (was, session) = (before.overview.session, after.overview.session)
        let isStaffed = Set(before.staff) != Set(after.staff)
        guard let kind = kind(was, session) ?? (isStaffed ? .staffed : nil) else { return nil }
        return SessionEffect(
            kind: kind, was: was, session: session,
            expected: max(before.overview.expected, after.overview.expected),
            leaving: before.staff.filter { !after.staff.contains($0) },
            joining: after.staff.filter { !before.staff.contains($0) })
    }

    private static func kind(_ was: Session, _ session: Session) -> SessionEffect.Kind? {
        if was.state.isCalledOff != session.state.isCalledOff {
            session.state.isCalledOff ? .cancelled : .restored
        } else if (was.date, was.start, was.end) != (session.date, session.start, session.end) {
            .moved
        } else if was.mode != session.mode {
            session.mode == .remote ? .remote : .restored
        } else {
            nil
        }
    }
}
