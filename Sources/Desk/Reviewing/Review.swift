package import Courses
import Store

/// The statements that wait, as they and their sessions are now.
struct Review {
    let reading: Reading
    let actor: Actor
    let now: Instant
    private var books: [Session.ID: SessionBook?] = [:]

    init(_ reading: Reading, _ actor: Actor, at now: Instant) {
        self.reading = reading
        self.actor = actor
        self.now = now
    }

    /// - Parameter rounds: none means all, and with them what is about no known session.
    mutating func statements(in rounds: Set<Round.ID>) throws -> [WaitingStatement] {
        let waiting = try reading.waitingActs().filter { act in
            let book = try book(of: act.session)
            return try maySettle(book)
                && (rounds.isEmpty || book.map { rounds.contains($0.overview.round) } ?? false)
        }
        let said = waiting.map(\.said)
        let about = try said.map { try $0.flatMap { try subject(of: $0.statement) } }
        let names = try reading.names(
            of: waiting.compactMap(\.actor) + about.compactMap(\.self))
        return try zip(waiting, zip(said, about)).map { act, said in
            try statement(act, saying: said.0, about: said.1.flatMap { names[$0] }, names)
        }
    }

    func maySettle(_ book: SessionBook?) throws -> Bool {
        Policy.allows(
            actor, .organise, on: book?.overview.resource ?? .organisation,
            date: WallClock.date(now))
    }

    mutating func book(of session: Session.ID?) throws -> SessionBook? {
        guard let session else { return nil }
        if let known = books[session] { return known }
        let book = try reading.book(of: session)
        books[session] = .some(book)
        return book
    }

    mutating func replace(_ book: SessionBook) {
        books[book.overview.session.id] = .some(book)
    }

    private mutating func statement(
        _ act: WaitingAct, saying said: Act?, about name: DisplayName?,
        _ names: [Person.ID: DisplayName]
    ) throws -> WaitingStatement {
        let book = try book(of: act.session)
        let statement = try said.map { said in
            try book.map { try reading.taken(said.statement, in: $0).statement } ?? said.statement
        }
        let thing = try statement.flatMap { said in try book.map { try Thing(said, in: $0) } }
        return WaitingStatement(
            id: act.id, outcome: act.outcome, session: book?.overview,
            namedSession: said?.session, statement: statement,
            happenedAt: act.happenedAt, arrivedAt: act.arrivedAt,
            by: act.actor.flatMap { names[$0] },
            name: statement?.givenName ?? name,
            standing: book.flatMap { thing?.standing(in: $0) },
            version: book.flatMap { thing?.version(in: $0) } ?? 0,
            takingIn: try prospect(of: statement, in: book, keptBy: act.outcome.rule),
            asGuest: try statement?.ofGuest.map {
                try prospect(of: $0, in: book, keptBy: act.outcome.rule)
            })
    }

    /// Whom a statement is about; of one that takes another back, whom that was about.
    private func subject(of statement: Act.Statement) throws -> Person.ID? {
        if case .retract(let act) = statement { return try reading.knownAct(act)?.person }
        return statement.about
    }

    /// What taking a statement in would come to, said now by an administrator who gives a reason
    /// where one is needed.
    private func prospect(
        of statement: Act.Statement?, in book: SessionBook?, keptBy rule: KeptRule?
    ) throws -> WaitingStatement.Prospect {
        guard let statement else { return .against(.malformed) }
        if case .retract = statement { return .against(rule ?? .malformed) }
        guard let book else { return .against(.unknownSession) }
        switch try outcome(of: statement, in: book, because: nil) {
        case .accepted: return .possible
        case .merged: return .alreadySo
        case .kept(.signedOff):
            let reasoned = try outcome(of: statement, in: book, because: "·")
            return reasoned == .accepted ? .possibleWithReason : .against(.signedOff)
        case .kept(let rule): return .against(rule)
        case .needsReview: return .possible
        }
    }

    private func outcome(
        of statement: Act.Statement, in book: SessionBook, because reason: String?
    ) throws -> ActOutcome {
        let version = try Thing(statement, in: book).version(in: book) ?? 0
        let act = Act(
            id: ActID(high: 0, low: 0), sequence: 0, session: book.overview.session.id, at: now,
            statement: try statement.resaid(
                seeing: version, because: reason, isListed: reading.isListed))
        return try StatementJudging(
            reading: reading, act: act, at: now, device: nil, hasRight: true
        ).outcome(in: book)
    }
}

extension Act.Statement {
    /// The person spoken about, or added.
    package var about: Person.ID? {
        if case .person(let person, _) = self { person } else { subject }
    }

    fileprivate var givenName: DisplayName? {
        if case .person(_, let name) = self { name.display } else { nil }
    }
}
