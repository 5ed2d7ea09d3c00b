package import Courses
internal import GRDB

extension Reading {
    /// Everybody in a round with their steps and places, by id of enrolment.
    package func enrolments(in round: Round.ID) throws -> [EnrolmentOverview] {
        try enrolments(where: "round.public_id = ?", [round.description])
    }

    package func enrolment(of person: Person.ID, in round: Round.ID) throws -> EnrolmentOverview? {
        try enrolment(ofKey: try requireKey(person, in: .person), in: round)
    }

    func enrolment(ofKey person: Int64, in round: Round.ID) throws -> EnrolmentOverview? {
        try enrolments(
            where: "round.public_id = ? AND person.id = ?", [round.description, person]
        ).first
    }

    private func enrolments(
        where condition: String, _ arguments: StatementArguments
    ) throws -> [EnrolmentOverview] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT enrolment.id, enrolment.public_id, person.public_id AS person,
                    round.public_id AS round, interpreter_ok, childcare,
                    \(Self.appliedOn) AS applied_on
                FROM enrolment JOIN person ON person.id = enrolment.person_id
                    JOIN round ON round.id = enrolment.round_id
                WHERE \(condition) ORDER BY enrolment.id
                """)
        let rows = try Row.fetchAll(statement, arguments: arguments)
        let steps = try steps(where: condition, arguments)
        let placements = try placements(where: condition, arguments)
        return rows.compactMap { row in
            let key: Int64 = row["id"]
            guard let taken = steps[key], let last = taken.last else { return nil }
            return EnrolmentOverview(
                enrolment: Enrolment(
                    id: row["public_id"], person: row["person"], round: row["round"],
                    steps: taken.map(\.step), appliedOn: row["applied_on"], offer: last.offer),
                placements: placements[key] ?? [], interpreterOk: row["interpreter_ok"],
                childcare: row["childcare"])
        }
    }

    /// The day of somebody's last application: whoever declined or withdrew has waited since they
    /// applied anew. Of an `enrolment` in the statement around it.
    static let appliedOn = """
        ifnull((SELECT effective_on FROM enrolment_step AS application
                WHERE application.enrolment_id = enrolment.id AND application.step = 'applied'
                    AND application.voided_by IS NULL ORDER BY application.id DESC LIMIT 1),
            (SELECT effective_on FROM enrolment_step AS earliest
                WHERE earliest.enrolment_id = enrolment.id AND earliest.voided_by IS NULL
                ORDER BY earliest.id LIMIT 1))
        """

    /// Standing steps by enrolment, in the order in which they were taken.
    private func steps(
        where condition: String, _ arguments: StatementArguments
    ) throws -> [Int64: [(step: Enrolment.Step, offer: OfferedPlace?)]] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT enrolment_id, step, effective_on, until, place_from,
                    (SELECT public_id FROM course_group
                     WHERE course_group.id = enrolment_step.group_id) AS offered_group
                FROM enrolment_step JOIN enrolment ON enrolment.id = enrolment_id
                    JOIN person ON person.id = enrolment.person_id
                    JOIN round ON round.id = enrolment.round_id
                WHERE \(condition) AND voided_by IS NULL ORDER BY enrolment_step.id
                """)
        return try Row.fetchAll(statement, arguments: arguments).reduce(into: [:]) { all, row in
            guard let step = EnrolmentStep(rawValue: row["step"]) else {
                throw StoreError.damaged(table: "enrolment_step")
            }
            all[row["enrolment_id"], default: []].append(
                (Enrolment.Step(step, on: row["effective_on"]), OfferedPlace(row: row)))
        }
    }

    /// Placements that are not empty by enrolment, by first day.
    private func placements(
        where condition: String, _ arguments: StatementArguments
    ) throws -> [Int64: [Placement]] {
        let statement = try db.cachedStatement(
            sql: Self.selectPlacements
                + """
                 JOIN round ON round.id = placed.round_id
                WHERE \(condition) AND (ends_before IS NULL OR ends_before > starts_on)
                ORDER BY starts_on, placed.id
                """)
        return try Row.fetchAll(statement, arguments: arguments).reduce(into: [:]) { all, row in
            all[row["enrolment_id"], default: []].append(Placement(row: row))
        }
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
            ends_before, language, enrolment_id
        FROM placed JOIN person ON person.id = placed.person_id
            JOIN course_group ON course_group.id = placed.group_id
        """
}

extension OfferedPlace {
    fileprivate init?(row: Row) {
        guard let group: Group.ID = row["offered_group"], let until: LocalDate = row["until"]
        else { return nil }
        self.init(
            group: group, from: row["place_from"] ?? row["effective_on"], until: until)
    }
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
        _ person: Person.ID, in round: Round.ID, on date: LocalDate, childcare: Int? = nil,
        operation: OpenOperation
    ) throws -> Enrolment.ID {
        if let known = try reading.enrolment(of: person, in: round) { return known.enrolment.id }
        return try apply(
            person, in: round, on: date, childcare: childcare, operation: operation)
    }

    /// A new step `applied`, of somebody who has no enrolment or whose last came to an end.
    ///
    /// - Parameter childcare: nil leaves it as it was.
    package func apply(
        _ person: Person.ID, in round: Round.ID, on date: LocalDate, childcare: Int?,
        operation: OpenOperation
    ) throws -> Enrolment.ID {
        let id: Enrolment.ID = entropy.identifier()
        let roundKey = try reading.requireKey(round, in: .round)
        try execute(
            """
            INSERT INTO enrolment (public_id, person_id, round_id, operation_id)
            VALUES (?, ?, ?, ?)
            ON CONFLICT (person_id, round_id) DO NOTHING
            """, [id, try reading.requireKey(person, in: .person), roundKey, operation.key])
        let kept: Enrolment.ID? = try db.cachedStatement(
            sql: """
                SELECT public_id FROM enrolment
                WHERE round_id = ? AND person_id = (
                    SELECT coalesce(merged_into, id) FROM person WHERE public_id = ?)
                """
        ).fetchID([roundKey, person])
        let enrolment = kept ?? id
        if let childcare {
            try setChildcare(
                childcare, ofEnrolment: try reading.requireKey(enrolment, in: .enrolment),
                operation)
        }
        try step(enrolment, .applied, on: date, operation: operation)
        return enrolment
    }

    /// What it was stays in a dated row.
    func setChildcare(
        _ childcare: Int, ofEnrolment key: Int64, _ operation: OpenOperation
    ) throws {
        try execute(
            """
            INSERT INTO enrolment_change (enrolment_id, operation_id, was_childcare)
            SELECT id, ?, childcare FROM enrolment WHERE id = ? AND childcare <> ?
            """, [operation.key, key, childcare])
        try execute("UPDATE enrolment SET childcare = ? WHERE id = ?", [childcare, key])
    }

    package func step(
        _ enrolment: Enrolment.ID, _ step: EnrolmentStep, on date: LocalDate,
        operation: OpenOperation
    ) throws {
        try execute(
            """
            INSERT INTO enrolment_step (enrolment_id, step, effective_on, operation_id)
            VALUES ((SELECT id FROM enrolment WHERE public_id = ?), ?, ?, ?)
            """, [enrolment, step.rawValue, date, operation.key])
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
