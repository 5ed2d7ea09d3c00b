package import Courses
internal import GRDB

/// What a round's board asks beside its enrolments, each in one statement.
extension Reading {
    /// Those planned to lead coming sessions, and those with a leader's right to a whole group; by
    /// group and person.
    package func leaders(in round: Round.ID, from date: LocalDate) throws -> [GroupLeader] {
        let statement = try db.cachedStatement(
            sql: """
                WITH leading (group_id, person_id) AS (
                    SELECT session_group.group_id, session_staff.person_id
                    FROM session JOIN session_group ON session_group.session_id = session.id
                        JOIN session_staff ON session_staff.session_id = session.id
                    WHERE session.round_id = (SELECT id FROM round WHERE public_id = ?1)
                        AND voided_by IS NULL AND state = 'planned' AND local_date >= ?2
                        AND role IN ('leader', 'coLeader')
                        AND ifnull(was_there, was_planned) = 1
                    UNION
                    SELECT group_id, person_id FROM access_held
                    WHERE role = 'leader' AND starts_on <= ?2 AND ifnull(ends_on, ?2) >= ?2)
                SELECT course_group.public_id AS course_group, person.public_id AS person,
                    ifnull(
                        (SELECT group_concat(language, ' ') FROM (
                            SELECT language FROM person_language
                            WHERE person_id = person.id AND use = 'spoken' ORDER BY position)),
                        (SELECT group_concat(language, ' ') FROM (
                            SELECT language FROM person_language
                            WHERE person_id = person.id AND use = 'course' ORDER BY position))
                    ) AS languages,
                    (SELECT group_concat(language || '=' || level, ' ')
                    FROM spoken_level WHERE person_id = person.id) AS levels
                FROM leading JOIN course_group ON course_group.id = leading.group_id
                    JOIN person ON person.id = leading.person_id
                WHERE round_id = (SELECT id FROM round WHERE public_id = ?1)
                    AND voided_by IS NULL
                ORDER BY course_group.id, person.id
                """)
        return try Row.fetchAll(statement, arguments: [round, date]).map { row in
            GroupLeader(
                group: row["course_group"], person: row["person"],
                languages: Language.list(row["languages"]),
                levels: LanguageLevel.byLanguage(row["levels"]))
        }
    }

    /// The groups that meet at a round's sessions from a day on.
    package func sessionGroups(
        in round: Round.ID, from date: LocalDate
    ) throws -> [Session.ID: [Group.ID]] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT session.public_id AS session, course_group.public_id AS course_group
                FROM session JOIN session_group ON session_id = session.id
                    JOIN course_group ON course_group.id = group_id
                WHERE session.round_id = (SELECT id FROM round WHERE public_id = ?)
                    AND session.voided_by IS NULL AND local_date >= ?
                ORDER BY session.id, course_group.id
                """)
        return try Row.fetchAll(statement, arguments: [round, date]).reduce(into: [:]) {
            $0[$1["session"], default: []].append($1["course_group"])
        }
    }

    /// The last operation that concerned a round.
    package func lastOperation(in round: Round.ID) throws -> OperationID? {
        try db.cachedStatement(
            sql: """
                SELECT public_id FROM operation WHERE id = (
                    SELECT max(operation_id) FROM operation_round
                    WHERE round_id = (SELECT id FROM round WHERE public_id = ?))
                """
        ).fetchID([round])
    }
}
