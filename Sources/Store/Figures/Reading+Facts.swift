package import Courses
internal import GRDB

extension Reading {
    /// Everything that figures are counted from, in one pass over each table.
    ///
    /// A member's mark counts while its person is on the roster of the session's day; a mark left
    /// behind by a transfer stays stored and counts for nothing.
    ///
    package func facts(of scope: FactsScope, at now: Instant) throws -> Facts {
        try loading(of: scope, at: now).facts
    }

    func loading(of scope: FactsScope, at now: Instant) throws -> FactsLoading {
        var loading = FactsLoading(db: db, scope: scope, now: now)
        try loading.loadRounds()
        try loading.loadGroups()
        try loading.loadPeople()
        try loading.loadEnrolments()
        try loading.loadSessions()
        try loading.loadMarks()
        try loading.loadHeadcounts()
        try loading.loadReviewWithoutSession()
        loading.settleSessions()
        return loading
    }
}

/// What figures are to be about.
package enum FactsScope: Sendable, Equatable {
    case organisation
    case rounds(Set<Round.ID>)
    /// Of people's waiting nothing is told: nobody waits for a group.
    case groups(Set<Group.ID>)
}

/// Facts on their way from rows into arrays.
///
/// Integer keys are dense, so plain arrays take them to indexes.
struct FactsLoading {
    let db: Database
    let scope: FactsScope
    let now: Instant
    var facts = Facts()
    var roundIndex = KeyIndex()
    var groupIndex = KeyIndex()
    var personIndex = KeyIndex()
    var sessionIndex = KeyIndex()
    var languageIndex: [String: Int32] = [:]
    /// Beside `facts.sessions`, until the marks have been seen.
    var evidence: [Evidence] = []
    /// By session: where its groups stand in `facts.sessionGroups`.
    var groupsOfSession: [Range<Int>] = []
    /// By person: their placements, as indexes.
    var placementsOfPerson: [[Int32]] = []

    struct Evidence {
        var value: SessionEvidence
        let startsAt: Int64
    }

    init(db: Database, scope: FactsScope, now: Instant) {
        self.db = db
        self.scope = scope
        self.now = now
    }

    mutating func language(_ tag: String) -> Int32 {
        if let index = languageIndex[tag] { return index }
        let index = Int32(facts.languages.count)
        facts.languages.append(Language(rawValue: tag))
        languageIndex[tag] = index
        return index
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
            SELECT id, public_id, round_id, name, closed_on,
                (SELECT group_concat(language, ' ') FROM (
                    SELECT language FROM group_language WHERE group_id = course_group.id
                    ORDER BY use DESC, position)) AS languages
            FROM course_group WHERE voided_by IS NULL ORDER BY id
            """)
        while try row.next() {
            guard let round = roundIndex[row.number(2)] else { continue }
            guard let id = Group.ID(row.text(1)) else {
                throw StoreError.damaged(table: "course_group")
            }
            if case .groups(let wanted) = scope, !wanted.contains(id) { continue }
            groupIndex.add(row.number(0), Int32(facts.groups.count))
            facts.groups.append(
                GroupFact(
                    id: id, name: row.text(3), round: round,
                    languages: Language.list(row.text(5)).map { language($0.rawValue) },
                    closedFrom: row.date(4).map { Int32($0.dayNumber) } ?? Facts.open))
        }
    }

    mutating func loadPeople() throws {
        let row = try BoundStatement(
            db,
            """
            SELECT person.id, gender, birth_date, language
            FROM person LEFT JOIN person_language
                ON person_id = person.id AND use = 'course'
            ORDER BY person.id, position
            """)
        while try row.next() {
            let key = row.number(0)
            if personIndex[key] == nil {
                personIndex.add(key, Int32(facts.people.count))
                facts.people.append(
                    PersonFact(
                        gender: row.code(1) ?? .unknown,
                        birthDay: row.date(2).map { Int32($0.dayNumber) } ?? Facts.unknownDay,
                        spokenStart: Int32(facts.spoken.count)))
            }
            if !row.isNull(3) {
                facts.spoken.append(language(row.text(3)))
                facts.people[facts.people.count - 1].spokenCount += 1
            }
        }
        placementsOfPerson = Array(repeating: [], count: facts.people.count)
    }

    mutating func loadEnrolments() throws {
        let row = try BoundStatement(
            db,
            """
            SELECT person_id, group_id, starts_on, ends_before, language
            FROM placed ORDER BY id
            """)
        while try row.next() {
            guard let person = personIndex[row.number(0)], let group = groupIndex[row.number(1)]
            else { continue }
            guard let from = row.date(2) else { throw StoreError.damaged(table: "placement") }
            let before = row.date(3)
            if let before, before <= from { continue }
            placementsOfPerson[Int(person)].append(Int32(facts.placements.count))
            facts.placements.append(
                PlacementFact(
                    person: person, group: group, from: Int32(from.dayNumber),
                    before: before.map { Int32($0.dayNumber) } ?? Facts.open,
                    language: language(row.text(4))))
        }
        try loadSteps()
    }

    private mutating func loadSteps() throws {
        let row = try BoundStatement(
            db,
            """
            SELECT person_id, round_id, latest.step, latest.effective_on,
                \(Reading.appliedOn) AS applied, (
                    SELECT max(ends_before) FROM placed
                    WHERE placed.enrolment_id = enrolment.id AND ends_before > starts_on
                        AND placed.operation_id < (
                            SELECT operation_id FROM enrolment_step AS application
                            WHERE application.enrolment_id = enrolment.id
                                AND application.step = 'applied'
                                AND application.voided_by IS NULL
                            ORDER BY application.id DESC LIMIT 1)) AS free
            FROM enrolment JOIN enrolment_step AS latest ON latest.id = (
                SELECT id FROM enrolment_step WHERE enrolment_id = enrolment.id
                    AND voided_by IS NULL ORDER BY id DESC LIMIT 1)
            ORDER BY enrolment.id
            """)
        while try row.next() {
            guard let person = personIndex[row.number(0)], let round = roundIndex[row.number(1)]
            else { continue }
            guard let on = row.date(3) else { throw StoreError.damaged(table: "enrolment_step") }
            let step: EnrolmentStep? = row.code(2)
            switch step {
            case .withdrawn?:
                facts.withdrawals.append(
                    WithdrawalFact(person: person, round: round, on: Int32(on.dayNumber)))
            case .declined?, nil: continue
            case .applied?, .waitlisted?, .offered?, .placed?: break
            }
            if case .groups = scope { continue }
            let applied = row.date(4) ?? on
            facts.waits.append(
                WaitFact(
                    person: person, round: round, applied: Int32(applied.dayNumber),
                    free: row.date(5).map { Int32($0.dayNumber) }))
        }
    }
}

/// From an integer key to where its row stands in an array.
struct KeyIndex {
    var indexes: [Int32] = []

    subscript(key: Int64) -> Int32? {
        guard key >= 0, key < indexes.count else { return nil }
        let index = indexes[Int(key)]
        return index < 0 ? nil : index
    }

    mutating func add(_ key: Int64, _ index: Int32) {
        if key >= indexes.count {
            let missing = Int(key) + 1 - indexes.count
            indexes.append(contentsOf: repeatElement(-1, count: missing))
        }
        indexes[Int(key)] = index
    }
}
