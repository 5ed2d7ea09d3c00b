import Courses
import GRDB

@testable import Desk
@testable import Store

/// A database's rows as they lie, for a count that knows nothing of how figures are counted.
struct RawRows: Sendable {
    struct RoundRow: Sendable {
        let key: Int64
        let code, programme, firstDay: String
        let endedOn: String?
        let threshold, studyHour: Int
    }

    struct GroupRow: Sendable {
        let key, round: Int64
        let id: String
        let closedOn: String?
        var languages: [String]
    }

    struct SessionRow: Sendable {
        let key, round: Int64
        let date, mode, state: String
        let start, end: Int
        var groups: [Int64] = []
        var words: [String] = []
        var review = 0
    }

    struct PersonRow: Sendable {
        let key: Int64
        let gender: String
        let born: String?
        var languages: [String]
    }

    struct PlacementRow: Sendable {
        let person, round, group, operation, enrolment: Int64
        let from, language: String
        /// Nil without an end.
        let before: String?
    }

    struct StepRow: Sendable {
        let enrolment, person, round, operation: Int64
        let step, on: String
    }

    struct MarkRow: Sendable {
        let session, person, happenedAt: Int64
        let value, role: String
        let makeUpFor: Int64?
        let late, leftEarly: Int
    }

    struct HeadcountRow: Sendable {
        let session: Int64
        let category: String
        let language, gender: String?
        let count: Int
    }

    var municipality = ""
    var rounds: [Int64: RoundRow] = [:]
    var groups: [Int64: GroupRow] = [:]
    var sessions: [SessionRow] = []
    var people: [Int64: PersonRow] = [:]
    var placements: [PlacementRow] = []
    /// Those that stand, in the order in which they were taken.
    var steps: [StepRow] = []
    var marks: [MarkRow] = []
    var headcounts: [HeadcountRow] = []
    var reviewOfNoSession = 0

    init(_ desk: Desk) async throws {
        self = try await desk.store.connection.read { try RawRows($0) }
    }

    private init(_ db: Database) throws {
        municipality = try String.fetchOne(db, sql: "SELECT code FROM organisation") ?? ""
        try readPlan(db)
        try readPeople(db)
        try readSaid(db)
    }

    private mutating func readPlan(_ db: Database) throws {
        for row in try Row.fetchAll(db, sql: "SELECT * FROM round") {
            let programme = try String.fetchOne(
                db, sql: "SELECT code FROM programme WHERE id = ?",
                arguments: [row["programme_id"] as Int64])
            rounds[row["id"]] = RoundRow(
                key: row["id"], code: row["code"], programme: programme ?? "",
                firstDay: row["first_day"], endedOn: row["ended_on"],
                threshold: row["completion_threshold"], studyHour: row["study_hour_minutes"])
        }
        for row in try Row.fetchAll(db, sql: "SELECT * FROM course_group WHERE voided_by IS NULL") {
            groups[row["id"]] = GroupRow(
                key: row["id"], round: row["round_id"], id: row["public_id"],
                closedOn: row["closed_on"], languages: [])
        }
        for use in ["spoken", "interpreted"] {
            let rows = try Row.fetchAll(
                db, sql: "SELECT * FROM group_language WHERE use = ? ORDER BY position",
                arguments: [use])
            for row in rows { groups[row["group_id"]]?.languages.append(row["language"]) }
        }
        for row in try Row.fetchAll(db, sql: "SELECT * FROM session WHERE voided_by IS NULL") {
            let key: Int64 = row["id"]
            var session = SessionRow(
                key: key, round: row["round_id"], date: row["local_date"], mode: row["mode"],
                state: row["state"], start: row["starts_at"], end: row["ends_at"])
            session.groups = try Int64.fetchAll(
                db,
                sql: "SELECT group_id FROM session_group WHERE session_id = ? ORDER BY group_id",
                arguments: [key])
            session.words = try String.fetchAll(
                db,
                sql: "SELECT value FROM session_word WHERE session_id = ? AND value IS NOT NULL",
                arguments: [key])
            session.review = try Self.waiting(db, "session_id = \(key)")
            sessions.append(session)
        }
        reviewOfNoSession = try Self.waiting(db, "session_id IS NULL")
        for key in try Int64.fetchAll(db, sql: "SELECT id FROM session WHERE voided_by IS NOT NULL")
        {
            reviewOfNoSession += try Self.waiting(db, "session_id = \(key)")
        }
    }

    private static func waiting(_ db: Database, _ condition: String) throws -> Int {
        try Int.fetchOne(
            db,
            sql: """
                SELECT count(*) FROM act WHERE (outcome = 'kept' OR outcome = 'needsReview')
                    AND settled_by IS NULL AND \(condition)
                """) ?? 0
    }

    private mutating func readPeople(_ db: Database) throws {
        for row in try Row.fetchAll(db, sql: "SELECT * FROM person") {
            people[row["id"]] = PersonRow(
                key: row["id"], gender: row["gender"] ?? "unknown", born: row["birth_date"],
                languages: [])
        }
        for row in try Row.fetchAll(
            db, sql: "SELECT * FROM person_language WHERE use = 'course' ORDER BY position")
        {
            people[row["person_id"]]?.languages.append(row["language"])
        }
        var enrolments: [Int64: (person: Int64, round: Int64)] = [:]
        for row in try Row.fetchAll(db, sql: "SELECT * FROM enrolment") {
            enrolments[row["id"]] = (row["person_id"], row["round_id"])
        }
        for row in try Row.fetchAll(db, sql: "SELECT * FROM placement WHERE voided_by IS NULL") {
            let ends = try String.fetchAll(
                db,
                sql:
                    "SELECT ends_before FROM placement_end WHERE placement_id = ? AND voided_by IS NULL",
                arguments: [row["id"] as Int64])
            let from: String = row["starts_on"]
            guard let (person, round) = enrolments[row["enrolment_id"]],
                ends.min().map({ $0 > from }) ?? true
            else { continue }
            placements.append(
                PlacementRow(
                    person: person, round: round, group: row["group_id"],
                    operation: row["operation_id"], enrolment: row["enrolment_id"], from: from,
                    language: row["language"], before: ends.min()))
        }
        for row in try Row.fetchAll(
            db, sql: "SELECT * FROM enrolment_step WHERE voided_by IS NULL ORDER BY id")
        {
            guard let (person, round) = enrolments[row["enrolment_id"]] else { continue }
            steps.append(
                StepRow(
                    enrolment: row["enrolment_id"], person: person, round: round,
                    operation: row["operation_id"], step: row["step"], on: row["effective_on"]))
        }
    }

    private mutating func readSaid(_ db: Database) throws {
        for row in try Row.fetchAll(db, sql: "SELECT * FROM mark WHERE value IS NOT NULL") {
            marks.append(
                MarkRow(
                    session: row["session_id"], person: row["person_id"],
                    happenedAt: row["happened_at"], value: row["value"], role: row["role"],
                    makeUpFor: row["make_up_for"], late: row["late_minutes"] ?? 0,
                    leftEarly: row["left_early_minutes"] ?? 0))
        }
        for row in try Row.fetchAll(db, sql: "SELECT * FROM headcount WHERE count > 0") {
            headcounts.append(
                HeadcountRow(
                    session: row["session_id"], category: row["category"],
                    language: row["language"], gender: row["gender"], count: row["count"]))
        }
    }
}
