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
        let judging = StatementJudging(
            reading: writing.reading, act: act, at: at, device: device, hasRight: hasRight)
        let outcome = try judging.outcome(in: book)
        guard outcome == .accepted else { return try log(outcome, thing, in: book) }
        return try accept(in: &book)
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

    func accept(in book: inout SessionBook) throws -> ActResult {
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
