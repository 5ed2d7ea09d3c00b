package import Courses
internal import GRDB

extension Reading {
    /// Everything that figures are counted from, as it is kept for them; what is not, and what is
    /// damaged, from the rows that it follows from.
    ///
    /// A member's mark counts while its person is on the roster of the session's day; a mark left
    /// behind by a transfer stays stored and counts for nothing.
    package func facts(of scope: FactsScope, at now: Instant) throws -> Facts {
        try loading(of: scope, at: now).facts
    }

    func loading(of scope: FactsScope, at now: Instant) throws -> FactsLoading {
        var loading = FactsLoading(self, scope: scope, now: now)
        try loading.load()
        return loading
    }
}

/// What figures are to be about.
package enum FactsScope: Sendable, Equatable {
    case organisation
    case rounds(Set<Round.ID>)
}

/// Facts on their way from what is kept into arrays.
///
/// Integer keys are dense, so plain arrays take them to indexes.
struct FactsLoading {
    let reading: Reading
    let scope: FactsScope
    let now: Instant
    var facts = Facts()
    var roundIndex = KeyIndex()
    var groupIndex = KeyIndex()
    var personIndex = KeyIndex()
    var sessionIndex = KeyIndex()
    var languages = LanguageIndex()
    var places = Places()
    /// The make-ups among the marks, by their places, with the keys of what they make up for: it
    /// may come later.
    var makeUps: [(mark: Int, session: Int64)] = []
    /// The last page of sessions that is kept.
    var lastPage: Int64 = 0
    /// What the page at hand calls its languages.
    var pageTags: [Int32] = []
    /// What had to be packed from its rows.
    var packed = PackWriter()
    var packing: SessionPacking

    var db: Database { reading.db }

    init(_ reading: Reading, scope: FactsScope, now: Instant) {
        self.reading = reading
        self.scope = scope
        self.now = now
        packing = SessionPacking(reading)
    }

    mutating func load() throws {
        try loadRounds()
        try loadGroups()
        let stale = try reading.stale()
        let pages = Dictionary(grouping: stale, by: \.kind).mapValues { Set($0.map(\.key)) }
        try loadPages(.people, stale: pages[.people] ?? [])
        try loadPages(.enrolments, stale: pages[.enrolments] ?? [])
        places = Places(facts)
        try loadSessions(stale: StalePage.all(in: stale.map(\.whole)))
        try loadReviewWithoutSession()
        facts.languages = languages.languages
    }

    mutating func loadRounds() throws {
        let code = try String.fetchOne(db, sql: "SELECT code FROM organisation")
        facts.municipality = code ?? ""
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT round.*, programme.code AS programme
                FROM round JOIN programme ON programme.id = programme_id
                ORDER BY first_day, round.id
                """)
        while let row = try rows.next() {
            let id: Round.ID = row["public_id"]
            if case .rounds(let wanted) = scope, !wanted.contains(id) { continue }
            roundIndex.add(row["id"], Int32(facts.rounds.count))
            facts.rounds.append(
                RoundFact(
                    id: id, code: row["code"], programme: row["programme"],
                    rules: CourseRules(row: row), firstDay: row["first_day"],
                    endedOn: row["ended_on"]))
        }
    }

    mutating func loadGroups() throws {
        let row = try BoundStatement(
            db,
            """
            SELECT id, public_id, round_id, name, closed_on
            FROM course_group WHERE voided_by IS NULL ORDER BY id
            """)
        defer { row.reset() }
        while try row.next() {
            guard let round = roundIndex[row.number(2)] else { continue }
            guard let id = Group.ID(row.text(1)) else {
                throw StoreError.damaged(table: "course_group")
            }
            groupIndex.add(row.number(0), Int32(facts.groups.count))
            facts.groups.append(
                GroupFact(
                    id: id, name: row.text(3), round: round, languages: [],
                    closedFrom: row.date(4).map { Int32($0.dayNumber) } ?? Facts.open))
        }
        try loadGroupLanguages(use: "spoken")
        try loadGroupLanguages(use: "interpreted")
    }

    private mutating func loadGroupLanguages(use: String) throws {
        let row = try BoundStatement(
            db,
            """
            SELECT group_id, language FROM group_language WHERE use = ?
            ORDER BY group_id, position
            """)
        row.bind(1, use)
        while try row.next() {
            guard let group = groupIndex[row.number(0)] else { continue }
            let language = row.withBytes(1) { languages.place(of: $0) }
            facts.groups[Int(group)].languages.append(language)
        }
    }
}

/// From an integer key to where its row stands in an array.
struct KeyIndex {
    private var indexes: [Int32] = []

    subscript(key: Int64) -> Int32? {
        guard key >= 0, key < indexes.count else { return nil }
        let index = indexes[Int(key)]
        return index < 0 ? nil : index
    }

    mutating func add(_ key: Int64, _ index: Int32) {
        // Keys nearly always come one after the other.
        if key == indexes.count { return indexes.append(index) }
        // None that the schema gives out is below 0.
        guard key >= 0 else { return }
        if key > indexes.count {
            let missing = Int(key) + 1 - indexes.count
            indexes.append(contentsOf: repeatElement(-1, count: missing))
        }
        indexes[Int(key)] = index
    }

    mutating func reserveCapacity(_ count: Int) { indexes.reserveCapacity(count) }

    mutating func remove(_ key: Int64) {
        if self[key] != nil { indexes[Int(key)] = -1 }
    }
}
