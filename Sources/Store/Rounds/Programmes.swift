package import Courses
internal import GRDB

extension Reading {
    package func programmes() throws -> [Programme] {
        try Row.fetchAll(db, sql: "SELECT * FROM programme ORDER BY code")
            .map(Programme.init(row:))
    }

    /// - Parameter reference: a programme's public id or code.
    package func programme(_ reference: String) throws -> Programme {
        let row = try Row.fetchOne(
            db, sql: "SELECT * FROM programme WHERE public_id = lower(?1) OR code = ?1",
            arguments: [reference])
        guard let row else { throw UnknownReference(kind: .programme, text: reference) }
        return Programme(row: row)
    }
}

extension Writing {
    package func addProgramme(code: String, name: String, rules: CourseRules) throws
        -> Programme.ID
    {
        let id: Programme.ID = entropy.identifier()
        try insert(
            """
            INSERT INTO programme (public_id, code, name, sessions, session_minutes,
                completion_threshold, study_hour_minutes, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                id, code, name, rules.sessions, rules.sessionMinutes, rules.completionThreshold,
                rules.studyHourMinutes, now,
            ])
        return id
    }

    /// Changes what rounds made from now on will copy; rounds that exist keep their rules.
    package func change(
        _ programme: Programme.ID, name: String, rules: CourseRules
    ) throws {
        try execute(
            """
            UPDATE programme SET name = ?, sessions = ?, session_minutes = ?, completion_threshold = ?,
                study_hour_minutes = ? WHERE public_id = ?
            """,
            [
                name, rules.sessions, rules.sessionMinutes, rules.completionThreshold,
                rules.studyHourMinutes, programme,
            ])
    }
}

extension CourseRules {
    init(row: Row) {
        self.init(
            sessions: row["sessions"], sessionMinutes: row["session_minutes"],
            completionThreshold: row["completion_threshold"],
            studyHourMinutes: row["study_hour_minutes"])
    }
}

extension Programme {
    fileprivate init(row: Row) {
        self.init(
            id: row["public_id"], code: row["code"], name: row["name"],
            rules: CourseRules(row: row))
    }
}
