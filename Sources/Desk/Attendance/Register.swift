package import Courses
import Store

/// A session's register as one reader may see it.
package struct Register: Sendable {
    package let session: SessionOverview
    package let round: Round
    package let groups: [Group]
    package let status: SessionStatus
    package let isSignedOff: Bool
    /// The roster of the session's day and whoever else has a mark, by id.
    package let rows: [Row]
    package let headcounts: [(key: HeadcountKey, count: Int, version: Int)]
    package let note: String?
    package let noteVersion: Int
    package let stateVersion: Int
    /// Why the session was not held.
    package let stateReason: GivenReason
    /// The listed reasons that can be given for what is said of the session, those of its day.
    package let reasons: [Reason]
    package let signOffVersion: Int
    package let day: SessionDay
    /// What can be undone, latest first; empty once the list is signed.
    package let recent: [RecentAct]
    /// Of everybody in `rows` and `recent`, at least.
    package let names: [Person.ID: DisplayName]
    /// The running numbers of the sessions that make-ups stand in for.
    package let makeUpNumbers: [Session.ID: Int]

    package struct Row: Sendable, Equatable {
        package let person: Person.ID
        package let name: DisplayName
        package let isOnRoster: Bool
        /// Nil when nothing is said; unknown is not absent.
        package let mark: Mark?
        /// For which an absence is excused, where that was said.
        package let listed: ListedReason?
        /// 0 when nothing has ever been said.
        package let version: Int
        /// What was signed, where it was corrected afterwards, and why.
        package let correction: Correction?
        /// Which act the mark is from, and when it was done; nil when nothing has been said.
        package let act: ActID?
        package let markedAt: Instant?
    }

    /// On the roster and without a mark.
    package var unmarked: Int { rows.count { $0.isOnRoster && $0.mark == nil } }
}

extension Desk {
    package func register(of session: Session.ID, as actor: Actor) async throws -> Register {
        let now = clock.now()
        return try await store.read { reading in
            let book = try reading.book(of: session)
            if let book {
                try Policy.require(
                    actor, .readRegister, on: book.overview.resource, date: WallClock.date(now))
            }
            let books = book.map { [$0] } ?? []
            guard let register = try Register.registers(of: books, reading, at: now).first else {
                throw UnknownReference(kind: .session, text: session.description)
            }
            return register
        }
    }
}

extension Register {
    /// A save of a whole group, and some single acts after it.
    private static let undoable = 60

    /// One for each book, in order; the names of all are read at once.
    static func registers(
        of books: [SessionBook], _ reading: Reading, at now: Instant
    ) throws -> [Register] {
        let recent = try books.map { book in
            book.isSignedOff ? [] : try reading.recentActs(of: book, limit: undoable)
        }
        let names = try reading.names(
            of: books.flatMap(\.entries.keys) + recent.joined().compactMap(\.person))
        let reasons = books.isEmpty ? [] : try reading.reasons()
        return try zip(books, recent).map { book, recent in
            try Register(book, recent, names, reasons, reading, at: now)
        }
    }

    private init(
        _ book: SessionBook, _ recent: [RecentAct], _ names: [Person.ID: DisplayName],
        _ reasons: [Reason], _ reading: Reading, at now: Instant
    ) throws {
        let people = book.entries.keys.sorted()
        let corrections = Dictionary(
            uniqueKeysWithValues: book.isSignedOff
                ? try reading.corrections(of: book).map { ($0.person, $0) } : [])
        let listed = try reading.markReasons(of: book)
        self.reasons = reasons.filter { $0.isOpen(on: book.overview.session.date) }
        session = book.overview
        round = try reading.round(book.overview.round.description)
        groups = try book.overview.session.groups.map { try reading.group($0.group) }
        status = book.overview.evidence.status(at: now)
        isSignedOff = book.isSignedOff
        rows = people.compactMap { person in
            guard let entry = book.entries[person], let name = names[person],
                entry.isOnRoster || entry.standing.value != nil
            else { return nil }
            return Row(
                person: person, name: name, isOnRoster: entry.isOnRoster,
                mark: entry.standing.value, listed: listed[person],
                version: entry.standing.version,
                correction: corrections[person], act: entry.standing.act,
                markedAt: entry.standing.happenedAt)
        }
        self.names = names
        self.recent = recent
        day = try reading.day(of: book.overview.session)
        let missed = rows.compactMap { $0.mark?.role.makeUpFor }
        makeUpNumbers = Dictionary(
            try missed.compactMap { try reading.sessionIfKnown($0)?.session }
                .map { ($0.id, $0.groups.first?.number ?? 0) },
            uniquingKeysWith: { first, _ in first })
        headcounts = book.headcounts.map { ($0.key, $0.value.value ?? 0, $0.value.version) }
            .sorted { $0.key.text < $1.key.text }
        note = book.words[.note]?.value
        noteVersion = book.words[.note]?.version ?? 0
        stateVersion = book.words[.state]?.version ?? 0
        stateReason =
            session.session.state == .cancelled
            ? GivenReason(
                listed: try reading.listedReason(ofCallingOff: session.session.id))
            : try reading.reason(of: .state, in: book)
        signOffVersion = book.words[.signOff]?.version ?? 0
    }
}
