import Courses
import GRDB

/// Facts as the rows say, one row after the other, and nothing of what is kept: a second way to
/// them, so that a mistake in packing or in reading what was packed is seen.
///
/// Rounds, groups and the order of languages are those of the facts that it is compared with.
struct KeptOracle {
    private let db: Database
    private let now: Instant
    private var facts: Facts
    private var groups: [Int64: Int32] = [:]
    private var rounds: [Int64: Int32] = [:]
    private var people: [Int64: Int32] = [:]
    private var sessions: [Int64: Int32] = [:]
    private var evidence: [SessionEvidence] = []
    private var starts: [Int64] = []

    static func facts(_ db: Database, like found: Facts, at now: Instant) throws -> Facts {
        var oracle = KeptOracle(db: db, now: now, facts: Facts())
        oracle.facts.municipality = found.municipality
        oracle.facts.languages = found.languages
        oracle.facts.rounds = found.rounds
        oracle.facts.groups = found.groups
        oracle.facts.reviewWithoutSession = found.reviewWithoutSession
        try oracle.load()
        return oracle.facts
    }

    private init(db: Database, now: Instant, facts: Facts) {
        self.db = db
        self.now = now
        self.facts = facts
    }

    private mutating func load() throws {
        for row in try rows("SELECT id, public_id FROM round") {
            let id: String = row[1]
            rounds[row[0]] = position(facts.rounds.firstIndex { $0.id.description == id })
        }
        for row in try rows("SELECT id, public_id FROM course_group WHERE voided_by IS NULL") {
            let id: String = row[1]
            groups[row[0]] = position(facts.groups.firstIndex { $0.id.description == id })
        }
        try loadPeople()
        try loadPlacements()
        try loadEnrolments()
        try loadSessions()
        try loadMarks()
        for (index, evidence) in evidence.enumerated() {
            facts.sessions[index].status = evidence.status(at: now)
            facts.sessions[index].isHeld = evidence.isHeld
        }
    }

    private mutating func loadPeople() throws {
        for row in try rows("SELECT id, gender, birth_date FROM person ORDER BY id") {
            let languages = try rows(
                """
                SELECT language FROM person_language WHERE use = 'course' AND person_id = ?
                ORDER BY position
                """, row[0])
            people[row[0]] = Int32(facts.people.count)
            facts.people.append(
                PersonFact(
                    gender: Gender(rawValue: row[1]) ?? .unknown,
                    birthDay: day(row[2]) ?? Facts.unknownDay,
                    spokenStart: Int32(facts.spoken.count), spokenCount: Int32(languages.count)))
            for row in languages { facts.spoken.append(language(row[0])) }
        }
    }

    private mutating func loadPlacements() throws {
        let placed = try rows(
            """
            SELECT person_id, group_id, starts_on, ends_before, language
            FROM placed ORDER BY enrolment_id, id
            """)
        for row in placed {
            guard let person = people[row[0]], let group = groups[row[1]],
                let from = day(row[2])
            else { continue }
            let before = day(row[3]) ?? Facts.open
            guard from < before else { continue }
            facts.placements.append(
                PlacementFact(
                    person: person, group: group, from: from, before: before,
                    language: language(row[4])))
        }
    }

    private mutating func loadEnrolments() throws {
        for row in try rows("SELECT person_id, round_id, id FROM enrolment ORDER BY id") {
            let steps = try rows(
                """
                SELECT step, effective_on, operation_id FROM enrolment_step
                WHERE enrolment_id = ? AND voided_by IS NULL ORDER BY id
                """, row[2])
            guard let person = people[row[0]], let round = rounds[row[1]],
                let last = steps.last, let on = day(last[1])
            else { continue }
            let step: String = last[0]
            if step == "withdrawn" {
                facts.withdrawals.append(WithdrawalFact(person: person, round: round, on: on))
            }
            guard step != "declined" else { continue }
            let application = steps.last { row in
                let step: String = row[0]
                return step == "applied"
            }
            let appliedOn: String? = (application ?? steps[0])["effective_on"]
            let operation: Int64? = application?["operation_id"]
            facts.waits.append(
                WaitFact(
                    person: person, round: round,
                    applied: day(appliedOn) ?? on,
                    free: day(try freeFrom(row[2], before: operation))))
        }
    }

    private func freeFrom(_ enrolment: Int64, before application: Int64?) throws -> String? {
        try String.fetchOne(
            db,
            sql: """
                SELECT max(ends_before) FROM placed
                WHERE enrolment_id = ? AND ends_before > starts_on AND operation_id < ?
                """, arguments: [enrolment, application])
    }

    private mutating func loadSessions() throws {
        let standing = try rows(
            """
            SELECT session.*, (SELECT count(*) FROM act WHERE session_id = session.id
                    AND outcome IN ('kept', 'needsReview') AND settled_by IS NULL) AS waiting
            FROM session WHERE voided_by IS NULL ORDER BY id
            """)
        for row in standing {
            let key: Int64 = row["id"]
            guard let round = rounds[row["round_id"]], let date = LocalDate(row["local_date"]),
                let start = LocalTime(minutes: row["starts_at"]),
                let end = LocalTime(minutes: row["ends_at"])
            else { continue }
            let session = Int32(facts.sessions.count)
            sessions[key] = session
            starts.append(WallClock.instant(date, start).milliseconds)
            facts.sessions.append(
                SessionFact(
                    round: round, day: Int32(date.dayNumber),
                    minutes: Int16(end.minutes - start.minutes),
                    mode: SessionMode(rawValue: row["mode"]) ?? .onsite, status: .upcoming,
                    isHeld: false, review: row["waiting"]))
            let counted = try addHeadcounts(key, session)
            try addGroups(key, session)
            try addEvidence(key, row["state"], endsAt: WallClock.instant(date, end), counted)
        }
    }

    private mutating func addGroups(_ key: Int64, _ session: Int32) throws {
        let meeting = try rows(
            "SELECT group_id, number FROM session_group WHERE session_id = ? ORDER BY group_id",
            key)
        for row in meeting {
            guard let group = groups[row[0]] else { continue }
            facts.sessionGroups.append(
                SessionGroupFact(session: session, group: group, number: row[1]))
        }
    }

    private mutating func addHeadcounts(_ key: Int64, _ session: Int32) throws -> Bool {
        let counts = try rows(
            """
            SELECT language, gender, count, category FROM headcount
            WHERE session_id = ? AND count > 0 ORDER BY key
            """, key)
        for row in counts {
            let (tag, gender): (String?, String?) = (row[0], row[1])
            let category: String = row[3]
            facts.headcounts.append(
                HeadcountFact(
                    session: session, language: tag.map { language($0) } ?? Facts.none,
                    gender: gender.flatMap(Gender.init(rawValue:)) ?? .unknown, count: row[2],
                    isChildcare: category == "childcare"))
        }
        return !counts.isEmpty
    }

    private mutating func addEvidence(
        _ key: Int64, _ state: String, endsAt: Instant, _ hasHeadcount: Bool
    ) throws {
        let words = try rows("SELECT value FROM session_word WHERE session_id = ?", key)
            .map { row -> String? in row[0] }
        evidence.append(
            SessionEvidence(
                state: state == "cancelled"
                    ? .cancelled : words.contains("notHeld") ? .notHeld : .planned,
                endsAt: endsAt, saidHeld: words.contains("held"),
                signedOff: words.contains("signedOff"), hasHeadcount: hasHeadcount,
                hasMarkSinceStart: false))
    }

    private mutating func loadMarks() throws {
        var counting: [MarkFact] = []
        let marks = try rows(
            "SELECT * FROM mark WHERE value IS NOT NULL ORDER BY session_id, person_id")
        for row in marks {
            guard let session = sessions[row["session_id"]], let person = people[row["person_id"]],
                let value = AttendanceCode(rawValue: row["value"]),
                let role = MarkRoleCode(rawValue: row["role"]),
                role != .member || isOnRoster(person, session)
            else { continue }
            let (late, leftEarly): (Int?, Int?) = (row["late_minutes"], row["left_early_minutes"])
            let missed: Int64? = row["make_up_for"]
            let happenedAt: Int64 = row["happened_at"]
            counting.append(
                MarkFact(
                    session: session, person: person, value: value, role: role,
                    makeUpFor: missed.flatMap { sessions[$0] } ?? Facts.none,
                    late: Int16(late ?? 0), leftEarly: Int16(leftEarly ?? 0)))
            if happenedAt >= starts[Int(session)] {
                evidence[Int(session)].hasMarkSinceStart = true
            }
        }
        facts.marks = Marks(counting)
    }

    private func isOnRoster(_ person: Int32, _ session: Int32) -> Bool {
        let day = facts.sessions[Int(session)].day
        let meeting = facts.sessionGroups.filter { $0.session == session }.map(\.group)
        return facts.placements.contains {
            $0.person == person && meeting.contains($0.group) && $0.from <= day && day < $0.before
        }
    }

    private func rows(_ sql: String, _ key: Int64? = nil) throws -> [Row] {
        try Row.fetchAll(db, sql: sql, arguments: key.map { [$0] } ?? [])
    }

    private func position(_ index: Int?) -> Int32? { index.map(Int32.init) }

    private func day(_ date: String?) -> Int32? {
        date.flatMap { LocalDate($0) }.map { Int32($0.dayNumber) }
    }

    private func language(_ tag: String) -> Int32 {
        position(facts.languages.firstIndex { $0.rawValue == tag }) ?? Facts.none
    }
}
