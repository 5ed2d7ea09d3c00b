import Courses
import Store

/// What would become of an act, from what is known; nothing is written.
struct StatementJudging {
    let reading: Reading
    let act: Act
    /// When it was done, the device's clock set right.
    let at: Instant
    /// Nil for one that has not said anything yet.
    let device: Device?
    /// Whether whoever sends it had the right to the session at that time.
    let hasRight: Bool

    func outcome(in book: SessionBook) throws -> ActOutcome {
        let context = ActContext(
            session: book.overview.session, isSignedOff: book.isSignedOff,
            hasRight: hasRight, personIsKnown: try personIsKnown(in: book),
            isOnRoster: try isOnRoster(in: book),
            otherSessionIsKnown: try otherSessionIsKnown(),
            current: try Thing(act.statement, in: book).current(in: book, for: device),
            isAlreadySo: try isAlreadySo(in: book))
        return act.judge(context, at: at)
    }

    private func personIsKnown(in book: SessionBook) throws -> Bool {
        guard let person = act.statement.subject, book.entries[person] == nil else { return true }
        return try reading.isKnown(person)
    }

    private func isOnRoster(in book: SessionBook) throws -> Bool {
        guard case .mark(let person, let mark, _, _) = act.statement else { return true }
        switch mark.role {
        case .member: return book.entries[person]?.isOnRoster ?? false
        case .guest: return true
        case .makeUp(let other):
            return try other != act.session && reading.isOnRoster(person, at: other)
        }
    }

    private func otherSessionIsKnown() throws -> Bool {
        guard case .mark(_, let mark, _, _) = act.statement, let other = mark.role.makeUpFor else {
            return true
        }
        return try reading.sessionIfKnown(other) != nil
    }

    /// Whether an absence is to be excused for another listed reason than it is, or for none;
    /// whoever says nothing of a reason leaves it.
    private func isExcusedAnew(
        _ mark: Mark, for reason: String?, _ act: ActID?
    ) throws -> Bool {
        guard mark.value.code == .excused, let reason, let act else { return false }
        return try reading.listedCode(in: reason) != reading.listedCode(of: act)
    }

    private func isAlreadySo(in book: SessionBook) throws -> Bool {
        switch act.statement {
        case .mark(let person, let mark, _, let reason):
            try book.entries[person]?.standing.value == mark
                && !isExcusedAnew(mark, for: reason, book.entries[person]?.standing.act)
        case .clear(let person, _, _): book.entries[person]?.standing.value == nil
        case .headcount(let key, let count, _, _): (book.headcounts[key]?.value ?? 0) == count
        case .person(let person, _): try reading.isKnown(person)
        case .note(let text, _): (book.words[.note]?.value ?? "") == text
        case .sessionState(let state, _, _): book.words[.state]?.value == state.rawValue
        case .signOff: book.isSignedOff
        case .retract: false
        }
    }
}
