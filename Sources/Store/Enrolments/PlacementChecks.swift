package import Courses
internal import GRDB

extension Reading {
    /// Sessions of a group, from a day on, that an earlier roster rests on: signed off, or with a
    /// standing mark of this person.
    package func sessionsBoundTo(
        _ person: Person.ID, in group: Group.ID, from date: LocalDate
    ) throws -> [Session.ID] {
        try Session.ID.fetchAll(
            db,
            sql: """
                SELECT DISTINCT session.public_id
                FROM session JOIN session_group ON session_group.session_id = session.id
                WHERE voided_by IS NULL AND local_date >= ?1
                    AND group_id = (SELECT id FROM course_group WHERE public_id = ?2)
                    AND (EXISTS (SELECT 1 FROM mark WHERE mark.session_id = session.id
                            AND value IS NOT NULL
                            AND person_id = (SELECT coalesce(merged_into, id)
                                FROM person WHERE public_id = ?3))
                        OR EXISTS (SELECT 1 FROM session_word
                            WHERE session_word.session_id = session.id AND value = 'signedOff'))
                ORDER BY local_date, session.id
                """, arguments: [date, group, person])
    }

    /// Sessions of a group on a day.
    package func sessions(of group: Group.ID, on date: LocalDate) throws -> [SessionOverview] {
        try sessions(SessionFilter(group: group, from: date, through: date))
    }

    /// How many children the people of a group need childcare for on a day.
    package func children(in group: Group.ID, on date: LocalDate) throws -> Int {
        let statement = try db.cachedStatement(
            sql: """
                SELECT ifnull(sum(childcare), 0) FROM enrolment WHERE id IN (
                    SELECT enrolment_id FROM placed
                    WHERE group_id = (SELECT id FROM course_group WHERE public_id = ?1)
                        AND starts_on <= ?2 AND (ends_before IS NULL OR ?2 < ends_before))
                """)
        return try Int.fetchOne(statement, arguments: [group, date]) ?? 0
    }

    /// How many children someone in a round needs childcare for.
    package func children(of person: Person.ID, in round: Round.ID) throws -> Int {
        let statement = try db.cachedStatement(
            sql: """
                SELECT childcare FROM enrolment
                WHERE person_id = (SELECT coalesce(merged_into, id) FROM person WHERE public_id = ?)
                    AND round_id = (SELECT id FROM round WHERE public_id = ?)
                """)
        return try Int.fetchOne(statement, arguments: [person, round]) ?? 0
    }
}
