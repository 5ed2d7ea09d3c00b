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

    /// - Parameter worthSharing: from how many bytes on another thread takes a part.
    func loading(
        of scope: FactsScope, at now: Instant, worthSharing: Int = FactsLoading.worthSharing
    ) throws -> FactsLoading {
        var damaged: Set<KeptPage> = []
        while true {
            var loading = FactsLoading(
                self, scope: scope, now: now, damaged: damaged, worthSharing: worthSharing)
            let found = try loading.load()
            guard !found.isEmpty else { return loading }
            // Of those that were packed from their rows already, the rows are damaged.
            if let again = found.first(where: damaged.contains) {
                throw StoreError.damaged(table: again.table)
            }
            damaged.formUnion(found)
        }
    }
}

/// What figures are to be about.
package enum FactsScope: Sendable, Equatable {
    case organisation
    case rounds(Set<Round.ID>)
}

/// Facts on their way from what is kept into arrays.
///
/// SQLite is read on one thread. Meanwhile another unpacks people and enrolments; then both unpack
/// marks. What they find to be damaged is read from its rows when all is loaded anew, which is
/// rare, and spares each from taking back what it has unpacked.
///
/// Integer keys are dense, so plain arrays take them to indexes.
struct FactsLoading {
    let reading: Reading
    let scope: FactsScope
    let now: Instant
    /// Pages that are packed from their rows, because what is kept of them is damaged.
    let damaged: Set<KeptPage>
    let worthSharing: Int
    var facts = Facts()
    var roundIndex = KeyIndex()
    var groupIndex = KeyIndex()
    var personIndex = KeyIndex()
    var sessionIndex = KeyIndex()
    var languages = LanguageIndex()

    var db: Database { reading.db }

    /// To wake another thread takes as long as to unpack some thousands of bytes.
    static var worthSharing: Int { 4096 }

    init(
        _ reading: Reading, scope: FactsScope, now: Instant, damaged: Set<KeptPage>,
        worthSharing: Int
    ) {
        self.reading = reading
        self.scope = scope
        self.now = now
        self.damaged = damaged
        self.worthSharing = worthSharing
    }

    /// - Returns: pages whose bytes are damaged; if there are any, the facts are none.
    mutating func load() throws -> [KeptPage] {
        try loadRounds()
        try loadGroups()
        let stale = try reading.stale()
        let people = try startPeople(stale)
        var plans = PlansUnpacking(roundIndex, groupIndex)
        try readSessions(stale, into: &plans)
        try loadReviewWithoutSession()
        let unpacked = people.value()
        let found = unpacked.damaged + plans.damaged
        guard found.isEmpty else { return found }
        let marks = plans.marks
        take(unpacked)
        take(consume plans)
        facts.languages = languages.languages
        return takeMarks(marks, unpacked.places)
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
        // The plus keeps SQLite from sorting what stands in this order.
        let row = try BoundStatement(
            db,
            """
            SELECT group_id, language FROM group_language WHERE +use = ?
            ORDER BY group_id, use, position
            """)
        row.bind(1, use)
        while try row.next() {
            guard let group = groupIndex[row.number(0)] else { continue }
            let language = row.withBytes(1) { languages.place(of: $0) }
            facts.groups[Int(group)].languages.append(language)
        }
    }
}
