package import Courses
import Store

/// Settling statements that wait, under way in one transaction.
struct Settling {
    private let writing: Writing
    private let actor: Actor
    private let settlement: Settlement
    private let elsewhere: Session.ID?
    private let reason: String?
    private let device: Device
    private var review: Review
    private var number = 0
    private var changed: Set<Place> = []

    /// A thing of a session.
    private struct Place: Hashable {
        let session: Session.ID
        let kind: ActThing
        let person: Person.ID?
        let headcount: HeadcountKey?

        init(session: Session.ID, thing: Thing) {
            self.session = session
            kind = thing.kind
            person = thing.person
            headcount = thing.headcount
        }
    }

    /// - Parameter elsewhere: where statements about an unknown session belong.
    init(
        _ writing: Writing, _ actor: Actor, _ settlement: Settlement, elsewhere: Session.ID?,
        reason: String?
    ) throws {
        self.writing = writing
        self.actor = actor
        self.settlement = settlement
        self.elsewhere = elsewhere
        self.reason = reason.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
        device = try writing.device(named: "review", of: actor)
        review = Review(writing.reading, actor, at: writing.now)
    }

    mutating func run(
        _ statements: [ActID], shown: [ActID: Int]
    ) throws -> [SettledStatement] {
        let waiting = try writing.reading.waitingActs()
        let known = Set(waiting.map(\.id))
        var outcomes: [ActID: SettledStatement.Outcome] = [:]
        for act in waiting where statements.contains(act.id) {
            outcomes[act.id] = try settle(act, shown: shown[act.id])
        }
        let settled = outcomes.values.count { $0.isSettled }
        if settled > 0 {
            try writing.audit("settleStatements", "act", nil, by: actor, rows: settled)
        }
        return try statements.map { id in
            if !known.contains(id), try writing.reading.knownAct(id) == nil {
                throw ReviewError.unknownStatement(id)
            }
            return SettledStatement(id: id, outcome: outcomes[id] ?? .settledBefore)
        }
    }

    private mutating func settle(
        _ act: WaitingAct, shown: Int?
    ) throws -> SettledStatement.Outcome {
        // Of no known session, it is the whole organisation's, wherever it may belong.
        try requireRight(to: try review.book(of: act.session))
        guard let known = try writing.reading.knownAct(act.id), !known.isSettled else {
            return .settledBefore
        }
        guard settlement != .setAside else {
            try setAside(known, because: reason)
            return .setAside
        }
        guard let book = try review.book(of: act.session ?? elsewhere) else {
            return .against(.unknownSession)
        }
        try requireRight(to: book)
        guard let said = act.said?.statement else { return .against(.malformed) }
        if case .retract = said { return .against(act.outcome.rule ?? .malformed) }
        let (taken, named) = try writing.reading.taken(said, in: book)
        let statement = settlement == .asGuest ? taken.ofGuest ?? taken : taken
        let thing = try Thing(statement, in: book)
        if act.session == nil {
            // What stands there was not shown beside it.
            guard thing.standing(in: book) == nil else { return .differsThere }
        } else if let shown, shown != thing.version(in: book) ?? 0 {
            return .changedSince
        }
        // Of two statements about one thing, the second was shown before the first counted.
        let place = Place(session: book.overview.session.id, thing: thing)
        guard changed.insert(place).inserted else { return .changedSince }
        let outcome = try takeIn(
            known,
            try statement.resaid(
                seeing: thing.version(in: book) ?? 0, because: reason,
                isListed: writing.reading.isListed),
            said: act.happenedAt, naming: named, in: book)
        if outcome != .takenIn { changed.remove(place) }
        return outcome
    }

    private func requireRight(to book: SessionBook?) throws {
        guard try review.maySettle(book) else { throw NotAllowed(right: .organise) }
    }

    /// - Parameter happenedAt: when it was said: an absence told beforehand stays one.
    private mutating func takeIn(
        _ known: KnownAct, _ statement: Act.Statement, said happenedAt: Instant,
        naming named: Person.ID?, in book: SessionBook
    ) throws -> SettledStatement.Outcome {
        let act = nextAct(statement, at: book.overview.session.id)
        let judging = StatementJudging(
            reading: writing.reading, act: act, at: writing.now, device: nil, hasRight: true)
        switch try judging.outcome(in: book) {
        case .accepted:
            var book = book
            let saving = StatementSaving(
                writing: writing, act: act, raw: act.wireText, at: happenedAt, named: named,
                device: device, hasRight: true)
            _ = try saving.accept(in: &book)
            try writing.settle(known, by: act.id)
            review.replace(book)
            return .takenIn
        case .merged:
            try setAside(known, because: reason)
            return .alreadySo
        case .kept(.signedOff): return .reasonNeeded
        case .kept(let rule): return .against(rule)
        case .needsReview: return .changedSince
        }
    }

    private mutating func setAside(_ known: KnownAct, because reason: String?) throws {
        number += 1
        let record = ActRecord(
            id: writing.entropy.actID(), sequence: Int(clamping: writing.now.milliseconds) + number,
            happenedAt: writing.now, kind: Act.Statement.retract(known.id).code, outcome: .merged)
        try writing.setAside(known, with: record, from: device, text: reason)
    }

    private mutating func nextAct(_ statement: Act.Statement, at session: Session.ID) -> Act {
        number += 1
        return Act(
            id: writing.entropy.actID(), sequence: Int(clamping: writing.now.milliseconds) + number,
            session: session, at: writing.now, statement: statement)
    }
}

extension SettledStatement.Outcome {
    /// Whether it waits no longer, by this.
    package var isSettled: Bool {
        switch self {
        case .takenIn, .setAside, .alreadySo: true
        case .against, .reasonNeeded, .changedSince, .differsThere, .settledBefore: false
        }
    }
}

extension SettledStatement.Outcome {
    package var code: String {
        switch self {
        case .takenIn: "takenIn"
        case .setAside: "setAside"
        case .alreadySo: "alreadySo"
        case .against: "against"
        case .reasonNeeded: "reasonNeeded"
        case .changedSince: "changedSince"
        case .differsThere: "differsThere"
        case .settledBefore: "settledBefore"
        }
    }

    /// That taking it in would break.
    package var rule: KeptRule? {
        if case .against(let rule) = self { rule } else { nil }
    }
}
