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
                            AND person_id = (SELECT id FROM person WHERE public_id = ?3))
                        OR EXISTS (SELECT 1 FROM session_word
                            WHERE session_word.session_id = session.id AND value = 'signedOff'))
                ORDER BY local_date, session.id
                """, arguments: [date, group, person])
    }

    /// Sessions of a group on a day.
    package func sessions(of group: Group.ID, on date: LocalDate) throws -> [SessionOverview] {
        try sessions(SessionFilter(group: group, from: date, through: date))
    }
}
