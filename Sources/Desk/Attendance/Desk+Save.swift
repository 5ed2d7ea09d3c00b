package import Courses
import FoundationEssentials
internal import Store

extension Desk {
    /// Saves what a device sent: each act by itself, all on disk when this answers.
    ///
    /// The path of a mark: page or phone → `ActBatch` → `Act.judge` → the log and the mark's row
    /// in one transaction → `Facts` → figures.
    ///
    /// - Parameter token: of the sign-in that sends, so that it is known which device it is.
    package func save(
        _ batch: ActBatch, by actor: Actor, token: String? = nil
    ) async throws -> [ActResult] {
        let digest = token.map(Self.digest)
        return try await write(isBrief: true) {
            try $0.save(batch, by: actor, signedInWith: digest)
        }
    }

    /// The same for whoever holds a token, found out in the same transaction: a phone's save
    /// asks the database once.
    ///
    /// Nothing is saved unless the answer is `saved`.
    package func save(_ batch: ActBatch, heldBy token: String) async throws -> HeldSave {
        let digest = Self.digest(token)
        return try await write(isBrief: true) { writing in
            guard let actor = try writing.reading.actor(signedInWith: digest, at: writing.now)
            else { return .notSignedIn }
            guard batch.account == nil || batch.account == actor.person else {
                return .otherAccount
            }
            return .saved(try writing.save(batch, by: actor, signedInWith: digest))
        }
    }
}

extension Writing {
    fileprivate func save(
        _ batch: ActBatch, by actor: Actor, signedInWith digest: Data?
    ) throws -> [ActResult] {
        let device = try device(named: batch.device, of: actor, signedInWith: digest)
        var saving = ActSaving(writing: self, batch: batch, actor: actor, device: device)
        return try saving.run()
    }
}

/// What became of a batch that came with a token.
package enum HeldSave: Sendable {
    case saved([ActResult])
    /// The token is not, or no longer, in force.
    case notSignedIn
    /// The batch was made for another account than the one that is signed in.
    case otherAccount
}

/// One batch on its way into the log.
struct ActSaving {
    let writing: Writing
    let batch: ActBatch
    let actor: Actor
    let device: Device
    private var books: [Session.ID: SessionBook] = [:]
    private var right: (session: Session.ID, date: LocalDate, isHeld: Bool)?

    init(writing: Writing, batch: ActBatch, actor: Actor, device: Device) {
        self.writing = writing
        self.batch = batch
        self.actor = actor
        self.device = device
    }

    mutating func run() throws -> [ActResult] {
        var results: [ActResult] = []
        for item in batch.items { results.append(try save(item)) }
        let new = results.filter { if case .now = $0.outcome { true } else { false } }
        if !new.isEmpty {
            let session = books.count == 1 ? books.keys.first?.description : nil
            try writing.audit("recordAttendance", "session", session, by: actor, rows: new.count)
        }
        return results
    }

    private mutating func save(_ item: ActBatch.Item) throws -> ActResult {
        switch item {
        case .act(let act, let raw):
            if case .mark = act.statement {
                // Of marks, which are many and nearly always new, nothing is written before the log
                // tells that it knows them: it need not be asked first.
                do { return try save(act, raw: raw) } catch is ActIsKnown {}
            }
            if let known = try writing.reading.knownAct(act.id) {
                return try repeated(known, given: act.id.description)
            }
            return try save(act, raw: raw)
        case .malformed(let id, let given, let raw):
            if let known = try writing.reading.knownAct(id) {
                return try repeated(known, given: given)
            }
            let record = ActRecord(
                id: id, sequence: 0, happenedAt: writing.now, kind: "unknown",
                outcome: .kept(.malformed))
            try writing.keep(record, from: device, payload: raw)
            return ActResult(id: given, outcome: .now(.kept(.malformed)))
        }
    }

    private func repeated(_ known: KnownAct, given: String) throws -> ActResult {
        var result = ActResult(id: given, outcome: .repeated(known.outcome))
        result.version = known.version
        if let version = known.version {
            let value = try writing.reading.value(at: version, ofThingIn: known)
            result.standing = value.flatMap(PastValueAnswer.init)
        }
        return result
    }

    private mutating func save(_ act: Act, raw: String) throws -> ActResult {
        guard var book = try takeBook(of: act.session) else {
            let record = record(of: act, outcome: .kept(.unknownSession))
            try writing.keep(record, from: device, payload: raw)
            return ActResult(
                id: act.id.description, outcome: .now(.kept(.unknownSession)))
        }
        defer { books[act.session] = book }
        let at = corrected(act.at)
        let (taken, named) = try writing.reading.taken(act.statement, in: book)
        let saver = StatementSaving(
            writing: writing,
            act: Act(
                id: act.id, sequence: act.sequence, session: act.session, at: act.at,
                statement: taken),
            raw: raw, at: at, named: named, device: device,
            hasRight: hasRight(in: book, at: at))
        let result = try saver.save(in: &book)
        switch result.outcome {
        case .now(.kept), .now(.needsReview): book.addWaiting()
        case .now, .repeated: break
        }
        return result
    }

    /// Out of those at hand, so that what is said next changes it where it lies; whoever takes it
    /// puts it back.
    private mutating func takeBook(of session: Session.ID) throws -> SessionBook? {
        try books.removeValue(forKey: session) ?? writing.reading.book(of: session)
    }

    /// Acts of a batch are mostly of one session and one day: the policy is asked once for them.
    private mutating func hasRight(in book: SessionBook, at: Instant) -> Bool {
        let (session, date) = (book.overview.session.id, WallClock.date(at))
        if let right, right.session == session, right.date == date { return right.isHeld }
        let isHeld = Policy.allows(
            actor, .recordAttendance, on: book.overview.resource, date: date)
        right = (session, date, isHeld)
        return isHeld
    }

    private func record(of act: Act, outcome: ActOutcome) -> ActRecord {
        ActRecord(
            id: act.id, sequence: act.sequence, happenedAt: corrected(act.at),
            kind: act.statement.code, outcome: outcome)
    }

    /// The device's clock set right by how far it was off when it sent; never after now.
    private func corrected(_ at: Instant) -> Instant {
        let skew = writing.now.milliseconds - batch.sentAt.milliseconds
        return min(at.adding(milliseconds: skew), writing.now)
    }
}

extension Reading {
    /// A statement as it is taken: about whoever was kept of those merged, as a member where they
    /// are expected; and whom it named, where that is somebody else.
    func taken(
        _ statement: Act.Statement, in book: SessionBook
    ) throws -> (statement: Act.Statement, named: Person.ID?) {
        guard let subject = statement.subject, book.entries[subject] == nil else {
            return (statement, nil)
        }
        let person = try standing(subject)
        guard person != subject else { return (statement, nil) }
        let isExpected = book.entries[person]?.isOnRoster ?? false
        return (statement.said(of: person, isExpected: isExpected), subject)
    }
}

extension PastValueAnswer {
    init?(_ past: PastValue) {
        if let mark = past.mark {
            self = .mark(mark)
        } else if let count = past.count {
            self = .count(count)
        } else if let value = past.value {
            self = .word(value)
        } else {
            return nil
        }
    }
}
