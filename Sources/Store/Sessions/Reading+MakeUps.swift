package import Courses
internal import GRDB

extension Reading {
    /// Everybody placed on the session's day in another group of its round, by group and id.
    package func makeUpCandidates(for session: Session.ID) throws -> [MakeUpCandidate] {
        let statement = try db.cachedStatement(
            sql: """
                WITH meeting AS (SELECT id, round_id, local_date FROM session WHERE public_id = ?),
                own AS (SELECT group_id FROM session_group
                    WHERE session_id = (SELECT id FROM meeting)),
                here AS (SELECT group_id, person_id FROM placed JOIN meeting
                    ON placed.round_id = meeting.round_id
                    WHERE starts_on <= local_date
                        AND (ends_before IS NULL OR local_date < ends_before))
                SELECT person_shown.*, course_group.name AS group_name
                FROM here JOIN course_group ON course_group.id = group_id
                    JOIN person_shown ON person_shown.id = person_id
                WHERE group_id NOT IN own
                    AND person_id NOT IN (SELECT person_id FROM here WHERE group_id IN own)
                ORDER BY course_group.name, course_group.id, person_shown.public_id
                """)
        return try Row.fetchAll(statement, arguments: [session]).map { row in
            MakeUpCandidate(
                person: row["public_id"], name: DisplayName(row: row), group: row["group_name"])
        }
    }

    /// What somebody has missed in the session's round up to its day and not made up, latest
    /// first: there was a session, they were expected, and nobody has said that they were there.
    package func missedSessions(
        of person: Person.ID, before session: Session.ID
    ) throws -> [MissedSession] {
        let statement = try db.cachedStatement(
            sql: """
                WITH meeting AS (SELECT id, round_id, local_date FROM session WHERE public_id = ?1),
                who AS (SELECT coalesce(merged_into, id) AS id FROM person WHERE public_id = ?2)
                SELECT missed.public_id, course_group.name AS group_name, session_group.number,
                    missed.local_date
                FROM session AS missed JOIN session_group ON session_group.session_id = missed.id
                    JOIN course_group ON course_group.id = session_group.group_id
                    JOIN placed ON placed.group_id = course_group.id
                        AND placed.person_id = (SELECT id FROM who)
                        AND placed.starts_on <= missed.local_date
                        AND (placed.ends_before IS NULL OR missed.local_date < placed.ends_before)
                WHERE missed.round_id = (SELECT round_id FROM meeting)
                    AND missed.id <> (SELECT id FROM meeting)
                    AND missed.local_date <= (SELECT local_date FROM meeting)
                    AND missed.voided_by IS NULL AND missed.state = 'planned'
                    AND NOT EXISTS (SELECT 1 FROM session_word
                        WHERE session_id = missed.id AND kind = 'state' AND value = 'notHeld')
                    AND NOT EXISTS (SELECT 1 FROM mark
                        WHERE session_id = missed.id AND mark.person_id = (SELECT id FROM who)
                            AND value = 'present')
                    AND NOT EXISTS (SELECT 1 FROM mark
                        WHERE make_up_for = missed.id AND mark.person_id = (SELECT id FROM who)
                            AND value = 'present')
                GROUP BY missed.id ORDER BY missed.local_date DESC, missed.id DESC
                """)
        return try Row.fetchAll(statement, arguments: [session, person]).map { row in
            MissedSession(
                session: row["public_id"], group: row["group_name"], number: row["number"],
                date: row["local_date"])
        }
    }
}
