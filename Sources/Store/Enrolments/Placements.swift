package import Courses
internal import GRDB

extension Reading {
    /// Everybody in a round with their latest step, by id of enrolment.
    package func enrolments(in round: Round.ID) throws -> [EnrolmentOverview] {
        try enrolments(where: "round.public_id = ?", [round.description])
    }

    package func enrolment(of person: Person.ID, in round: Round.ID) throws -> EnrolmentOverview? {
        try enrolments(
            where: "round.public_id = ? AND person.id = ?",
            [round.description, try requireKey(person, in: .person)]
        ).first
    }

    private func enrolments(
        where condition: String, _ arguments: StatementArguments
    ) throws -> [EnrolmentOverview] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT enrolment.id, enrolment.public_id, person.public_id AS person,
                    round.public_id AS round, interpreter_ok, step, effective_on
                FROM enrolment JOIN person ON person.id = enrolment.person_id
                    JOIN round ON round.id = enrolment.round_id
                    JOIN enrolment_step ON enrolment_step.id = (
                        SELECT id FROM enrolment_step AS latest
                        WHERE enrolment_id = enrolment.id AND voided_by IS NULL
                        ORDER BY id DESC LIMIT 1)
                WHERE \(condition) ORDER BY enrolment.id
                """, arguments: arguments)
        return try rows.map { row in
            EnrolmentOverview(
                enrolment: Enrolment(
                    id: row["public_id"], person: row["person"], round: row["round"],
                    step: EnrolmentStep(rawValue: row["step"]) ?? .applied,
                    stepOn: row["effective_on"]),
                placements: try placements(ofEnrolment: row["id"]),
                interpreterOk: row["interpreter_ok"])
        }
    }

    private func placements(ofEnrolment key: Int64) throws -> [Placement] {
        let statement = try db.cachedStatement(
            sql: Self.selectPlacements
                + """
                 WHERE enrolment_id = ? AND (ends_before IS NULL OR ends_before > starts_on)
                ORDER BY starts_on, placed.id
                """)
        return try Row.fetchAll(statement, arguments: [key]).map(Placement.init(row:))
    }

    /// Placements in a group that are not empty, by first day.
    package func placements(in group: Group.ID) throws -> [Placement] {
        let statement = try db.cachedStatement(
            sql: Self.selectPlacements
                + """
                 WHERE course_group.public_id = ? AND (ends_before IS NULL OR ends_before > starts_on)
                ORDER BY starts_on, placed.id
                """)
        return try Row.fetchAll(statement, arguments: [group]).map(Placement.init(row:))
    }

    private static let selectPlacements = """
        SELECT person.public_id AS person, course_group.public_id AS course_group, starts_on,
            ends_before, language
        FROM placed JOIN person ON person.id = placed.person_id
            JOIN course_group ON course_group.id = placed.group_id
        """
}

extension Placement {
    fileprivate init(row: Row) {
        self.init(
            person: row["person"], group: row["course_group"], from: row["starts_on"],
            before: row["ends_before"], language: Language(rawValue: row["language"]))
    }
}

extension Writing {
    /// The enrolment's id; made, with its first step, where the person had none in the round.
    @discardableResult
    package func enrol(
        _ person: Person.ID, in round: Round.ID, on date: LocalDate, childcare: Int = 0,
        operation: OpenOperation
    ) throws -> Enrolment.ID {
        if let known = try reading.enrolment(of: person, in: round) { return known.enrolment.id }
        let id: Enrolment.ID = entropy.identifier()
        let roundKey = try reading.requireKey(round, in: .round)
        try execute(
            """
            INSERT INTO enrolment (public_id, person_id, round_id, childcare, operation_id)
            VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (person_id, round_id) DO NOTHING
            """,
            [id, try reading.requireKey(person, in: .person), roundKey, childcare, operation.key])
        let kept: Enrolment.ID? = try db.cachedStatement(
            sql: """
                SELECT public_id FROM enrolment
                WHERE round_id = ? AND person_id = (
                    SELECT coalesce(merged_into, id) FROM person WHERE public_id = ?)
                """
        ).fetchID([roundKey, person])
        let enrolment = kept ?? id
        try step(enrolment, .applied, on: date, operation: operation)
        return enrolment
    }

    package func step(
        _ enrolment: Enrolment.ID, _ step: EnrolmentStep, on date: LocalDate,
        until: LocalDate? = nil, operation: OpenOperation
    ) throws {
        try execute(
            """
            INSERT INTO enrolment_step (enrolment_id, step, effective_on, until, operation_id)
            VALUES ((SELECT id FROM enrolment WHERE public_id = ?), ?, ?, ?, ?)
            """, [enrolment, step.rawValue, date, until, operation.key])
    }

    /// - Parameter end: the first day that is no longer included, after `date`; nil is without
    ///   end.
    package func place(
        _ enrolment: Enrolment.ID, in group: Group.ID, from date: LocalDate,
        before end: LocalDate? = nil, language: Language, operation: OpenOperation
    ) throws {
        let placement = try insert(
            """
            INSERT INTO placement (enrolment_id, group_id, starts_on, language, operation_id)
            VALUES ((SELECT id FROM enrolment WHERE public_id = ?),
                (SELECT id FROM course_group WHERE public_id = ?), ?, ?, ?)
            """, [enrolment, group, date, language.rawValue, operation.key])
        guard let end else { return }
        try execute(
            """
            INSERT INTO placement_end (placement_id, ends_before, operation_id)
            VALUES (?, ?, ?)
            """, [placement, end, operation.key])
    }

    /// Ends every placement of the enrolment that reaches into `date` or beyond.
    ///
    /// - Parameter group: nil is all groups.
    package func endPlacements(
        of enrolment: Enrolment.ID, in group: Group.ID? = nil, before date: LocalDate,
        operation: OpenOperation
    ) throws {
        try execute(
            """
            INSERT INTO placement_end (placement_id, ends_before, operation_id)
            SELECT id, max(?1, starts_on), ?2 FROM placed
            WHERE enrolment_id = (SELECT id FROM enrolment WHERE public_id = ?3)
                AND (ends_before IS NULL OR ends_before > max(?1, starts_on))
                AND (?4 IS NULL
                    OR group_id = (SELECT id FROM course_group WHERE public_id = ?4))
            """, [date, operation.key, enrolment, group])
    }
}
