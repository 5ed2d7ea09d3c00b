import Courses
import Store

extension StatementSaving {
    /// Takes back what an earlier act said, if it still stands; the thing becomes what it was.
    func retract(_ target: ActID, in book: inout SessionBook) throws -> ActResult {
        guard let known = try writing.reading.knownAct(target), known.kind != "signOff",
            known.session == act.session, let thing = Thing(known)
        else { return try refuse(.malformed, in: book) }
        guard hasRight else { return try refuse(.outsideRight, in: book) }
        if book.isSignedOff, thing.kind != .note { return try refuse(.signedOff, in: book) }
        switch known.outcome {
        case .accepted where thing.kind == .person:
            return try retractPerson(thing, in: book)
        case .accepted where thing.holds(from: known, in: book):
            return try restore(thing, known, in: &book)
        case .kept where known.isTakenIn, .needsReview where known.isTakenIn:
            // An administrator has said it since; whether that goes too is theirs to say.
            return try leaveToReview(thing, known, in: book)
        case .kept, .needsReview:
            let result = try merged(thing, retracting: known, in: book)
            try writing.settle(known, by: act.id)
            return result
        case .accepted, .merged:
            return try merged(thing, retracting: known, in: book)
        }
    }

    private func refuse(_ rule: KeptRule, in book: SessionBook) throws -> ActResult {
        try writing.note(
            record(.kept(rule), nil), in: book, from: device, payload: raw)
        return ActResult(id: act.id.description, outcome: .now(.kept(rule)))
    }

    private func leaveToReview(
        _ thing: Thing, _ known: KnownAct, in book: SessionBook
    ) throws -> ActResult {
        var record = record(.needsReview, thing.kind)
        record.person = thing.person
        record.named = known.named
        record.headcount = thing.headcount
        record.version = thing.version(in: book)
        try writing.note(record, in: book, from: device, payload: raw)
        return result(.needsReview, thing, in: book)
    }

    private func merged(
        _ thing: Thing, retracting known: KnownAct, in book: SessionBook
    ) throws -> ActResult {
        var record = retraction(thing, of: known, outcome: .merged)
        record.version = thing.version(in: book)
        try writing.note(record, in: book, from: device)
        return result(.merged, thing, in: book)
    }

    /// Of whom it was said is whom it is taken back of, whoever they have become since.
    private func retraction(
        _ thing: Thing, of known: KnownAct, outcome: ActOutcome
    ) -> ActRecord {
        var record = record(outcome, thing.kind)
        record.person = thing.person
        record.named = known.named
        record.headcount = thing.headcount
        record.retracts = known.id
        return record
    }

    /// Someone added on the spot goes again, unless something has been said of them since.
    private func retractPerson(_ thing: Thing, in book: SessionBook) throws -> ActResult {
        guard let person = thing.person, try writing.removeUnmatched(person) else {
            return try refuse(.malformed, in: book)
        }
        try writing.note(record(.accepted, .person), in: book, from: device)
        return ActResult(id: act.id.description, outcome: .now(.accepted))
    }

    private func restore(
        _ thing: Thing, _ known: KnownAct, in book: inout SessionBook
    ) throws -> ActResult {
        let before = try writing.reading.value(
            at: (known.version ?? 1) - 1, ofThingIn: known)
        let record = retraction(thing, of: known, outcome: .accepted)
        switch thing.kind {
        case .mark:
            guard let person = thing.person else { break }
            try writing.accept(
                record, mark: before?.mark, of: person, in: &book, from: device,
                text: before?.listed)
        case .headcount:
            guard let key = thing.headcount else { break }
            try writing.accept(
                record, count: before?.count ?? 0, of: key, in: &book, from: device,
                text: nil)
        case .note:
            try writing.accept(
                record, word: .note, value: nil, in: &book, from: device,
                text: try writing.reading.noteText(before: known))
        case .state:
            try writing.accept(
                record, word: .state, value: before?.value, in: &book, from: device,
                text: nil)
        case .person, .signOff: break
        }
        return result(.accepted, thing, in: book)
    }
}
