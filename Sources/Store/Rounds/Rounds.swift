package import Courses
internal import GRDB

extension Reading {
    private static let select = """
        SELECT round.*, programme.public_id AS programme
        FROM round JOIN programme ON programme.id = programme_id
        """

    /// The oldest first.
    package func rounds() throws -> [Round] {
        try rows(asked: Self.select + " ORDER BY round.first_day, round.code")
            .map(Round.init(row:))
    }

    /// - Parameter reference: a round's public id or code.
    package func round(_ reference: String) throws -> Round {
        let found = try rows(
            asked: Self.select + " WHERE round.public_id = lower(?1) OR round.code = ?1",
            [reference])
        guard let row = found.first else { throw UnknownReference(kind: .round, text: reference) }
        return Round(row: row)
    }
}

extension Writing {
    package func addRound(
        of programme: Programme, code: String, name: String, firstDay: LocalDate
    ) throws -> Round.ID {
        let id: Round.ID = entropy.identifier()
        let rules = programme.rules
        try insert(
            """
            INSERT INTO round (public_id, programme_id, code, name, first_day, sessions,
                session_minutes, completion_threshold, study_hour_minutes, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                id, try reading.requireKey(programme.id, in: .programme), code, name, firstDay,
                rules.sessions, rules.sessionMinutes, rules.completionThreshold,
                rules.studyHourMinutes, now,
            ])
        return id
    }

    package func change(_ round: Round.ID, name: String, firstDay: LocalDate) throws {
        try execute(
            "UPDATE round SET name = ?, first_day = ? WHERE public_id = ?",
            [name, firstDay, round])
    }

    package func end(_ round: Round.ID, on date: LocalDate, operation: OpenOperation) throws {
        try execute(
            "UPDATE round SET ended_on = ?, end_operation_id = ? WHERE public_id = ?",
            [date, operation.key, round])
    }
}

extension Round {
    fileprivate init(row: Row) {
        self.init(
            id: row["public_id"], code: row["code"], name: row["name"],
            programme: row["programme"], rules: CourseRules(row: row),
            firstDay: row["first_day"], endedOn: row["ended_on"])
    }
}
