import Courses
import Store

/// One act on its way into a session's book: judged, then logged and, if accepted, made so.
struct StatementSaving {
    let writing: Writing
    let act: Act
    let raw: String
    /// When it was done, the device's clock set right.
    let at: Instant
    /// Whom the act named, where that is somebody who was merged into whom it is about.
    let named: Person.ID?
    let device: Device
    /// Whether whoever sends it had the right to the session at that time.
    let hasRight: Bool

    func save(in book: inout SessionBook) throws -> ActResult {
        if case .retract(let target) = act.statement { return try retract(target, in: &book) }
        let thing = try Thing(act.statement, in: book)
        let outcome = act.judge(try context(thing, in: book), at: at)
        guard outcome == .accepted else { return try log(outcome, thing, in: book) }
        return try accept(in: &book)
    }

    // MARK: Judging

    private func context(_ thing: Thing, in book: SessionBook) throws -> ActContext {
        ActContext(
            session: book.overview.session, isSignedOff: book.isSignedOff,
            hasRight: hasRight, personIsKnown: try personIsKnown(in: book),
            isOnRoster: try isOnRoster(in: book),
            otherSessionIsKnown: try otherSessionIsKnown(),
            current: thing.current(in: book, for: device),
            isAlreadySo: try isAlreadySo(in: book))
    }

    private func personIsKnown(in book: SessionBook) throws -> Bool {
        guard let person = act.statement.subject, book.entries[person] == nil else { return true }
        return try writing.reading.isKnown(person)
    }

    private func isOnRoster(in book: SessionBook) throws -> Bool {
        guard case .mark(let person, let mark, _, _) = act.statement else { return true }
        switch mark.role {
        case .member: return book.entries[person]?.isOnRoster ?? false
        case .guest: return true
        case .makeUp(let other):
            return try other != act.session && writing.reading.isOnRoster(person, at: other)
        }
    }

    private func otherSessionIsKnown() throws -> Bool {
        guard case .mark(_, let mark, _, _) = act.statement, let other = mark.role.makeUpFor else {
            return true
        }
        return try writing.reading.sessionIfKnown(other) != nil
    }

    private func isAlreadySo(in book: SessionBook) throws -> Bool {
        switch act.statement {
        case .mark(let person, let mark, _, _): book.entries[person]?.standing.value == mark
        case .clear(let person, _, _): book.entries[person]?.standing.value == nil
        case .headcount(let key, let count, _, _): (book.headcounts[key]?.value ?? 0) == count
        case .person(let person, _): try writing.reading.isKnown(person)
        case .note(let text, _): (book.words[.note]?.value ?? "") == text
        case .sessionState(let state, _, _): book.words[.state]?.value == state.rawValue
        case .signOff: book.isSignedOff
        case .retract: false
        }
    }

    // MARK: Logging what does not count

    private func log(
        _ outcome: ActOutcome, _ thing: Thing, in book: SessionBook
    ) throws -> ActResult {
        var record = record(outcome, thing.kind)
        record.version = thing.version(in: book)
        record.headcount = thing.headcount
        record.person = thing.person
        switch act.statement {
        case .mark(_, let mark, _, _): record.mark = mark
        case .headcount(_, let count, _, _): record.count = count
        case .sessionState(let state, _, _): record.value = state.rawValue
        case .clear, .person, .note, .signOff, .retract: break
        }
        let isKept = outcome != .merged
        try writing.note(
            record, in: book, from: device, payload: isKept ? raw : nil)
        return result(outcome, thing, in: book)
    }

    func record(_ outcome: ActOutcome, _ thing: ActThing?) -> ActRecord {
        var record = ActRecord(
            id: act.id, sequence: act.sequence, happenedAt: at, kind: act.statement.code,
            outcome: outcome)
        record.base = act.statement.base
        record.thing = thing
        record.named = named
        return record
    }

    func result(_ outcome: ActOutcome, _ thing: Thing, in book: SessionBook) -> ActResult {
        var result = ActResult(id: act.id.description, outcome: .now(outcome))
        result.version = thing.version(in: book)
        result.standing = thing.standing(in: book)
        return result
    }

    // MARK: Making it so

    private func accept(in book: inout SessionBook) throws -> ActResult {
        let thing = try Thing(act.statement, in: book)
        var record = record(.accepted, thing.kind)
        record.isCorrection = book.isSignedOff && act.statement.reason != nil
        let reason = act.statement.reason
        switch act.statement {
        case .mark(let person, let mark, _, _):
            try writing.accept(
                record, mark: mark, of: person, in: &book, from: device, text: reason)
        case .clear(let person, _, _):
            try writing.accept(
                record, mark: nil, of: person, in: &book, from: device, text: reason)
        case .headcount(let key, let count, _, _):
            try writing.accept(
                record, count: count, of: key, in: &book, from: device, text: reason)
        case .person(let id, let name):
            try writing.add(NewPerson(name: name), id: id, isUnmatched: true)
            record.person = id
            try writing.note(record, in: book, from: device)
        case .note(let text, _):
            try writing.accept(
                record, word: .note, value: nil, in: &book, from: device, text: text)
        case .sessionState(let state, _, _):
            try writing.accept(
                record, word: .state, value: state.rawValue, in: &book, from: device,
                text: reason)
        case .signOff:
            try writing.accept(
                record, word: .signOff, value: "signedOff", in: &book, from: device,
                text: nil)
        case .retract: break
        }
        return result(.accepted, thing, in: book)
    }
}
