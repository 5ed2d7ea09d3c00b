package import Courses
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
        return try await write { writing in
            var saving = ActSaving(writing: writing, batch: batch, actor: actor)
            let results = try saving.run()
            if let digest {
                try writing.tie(
                    try writing.device(named: batch.device, of: actor), toSignIn: digest)
            }
            return results
        }
    }
}

/// One batch on its way into the log.
struct ActSaving {
    let writing: Writing
    let batch: ActBatch
    let actor: Actor
    private var books: [Session.ID: SessionBook] = [:]

    init(writing: Writing, batch: ActBatch, actor: Actor) {
        self.writing = writing
        self.batch = batch
        self.actor = actor
    }

    mutating func run() throws -> [ActResult] {
        let device = try writing.device(named: batch.device, of: actor)
        var results: [ActResult] = []
        for item in batch.items { results.append(try save(item, from: device)) }
        let new = results.filter { if case .now = $0.outcome { true } else { false } }
        if !new.isEmpty {
            let session = books.count == 1 ? books.keys.first?.description : nil
            try writing.audit("recordAttendance", "session", session, by: actor, rows: new.count)
        }
        return results
    }

    private mutating func save(_ item: ActBatch.Item, from device: Device) throws -> ActResult {
        switch item {
        case .act(let act, let raw):
            if let known = try writing.reading.knownAct(act.id) {
                return try repeated(known, given: act.id.description)
            }
            return try save(act, raw: raw, from: device)
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

    private mutating func save(_ act: Act, raw: String, from device: Device) throws -> ActResult {
        guard var book = try book(of: act.session) else {
            let record = record(of: act, outcome: .kept(.unknownSession))
            try writing.keep(record, from: device, payload: raw)
            return ActResult(
                id: act.id.description, outcome: .now(.kept(.unknownSession)))
        }
        let saver = StatementSaving(
            writing: writing, act: act, raw: raw, at: corrected(act.at), device: device,
            actor: actor)
        let result = try saver.save(in: &book)
        switch result.outcome {
        case .now(.kept), .now(.needsReview): book.addWaiting()
        case .now, .repeated: break
        }
        books[act.session] = book
        return result
    }

    private mutating func book(of session: Session.ID) throws -> SessionBook? {
        if let book = books[session] { return book }
        let book = try writing.reading.book(of: session)
        books[session] = book
        return book
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
