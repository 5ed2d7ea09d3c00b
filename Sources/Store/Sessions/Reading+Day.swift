package import Courses
internal import GRDB

extension Reading {
    /// Leaders first, then by role and in the order in which they were named.
    package func staff(of session: Session.ID) throws -> [SessionStaff] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT person_shown.*, role, was_planned, was_there
                FROM session_staff JOIN person_shown ON person_shown.id = person_id
                WHERE session_id = (SELECT id FROM session WHERE public_id = ?)
                ORDER BY role <> 'leader', role, was_planned DESC, person_id
                """)
        return try Row.fetchAll(statement, arguments: [session]).map { row in
            SessionStaff(
                person: row["public_id"], name: DisplayName(row: row), role: row["role"],
                wasPlanned: row["was_planned"], wasThere: row["was_there"])
        }
    }

    package func day(of session: Session) throws -> SessionDay {
        let statement = try db.cachedStatement(
            sql: """
                WITH meeting AS (SELECT id, round_id, local_date FROM session WHERE public_id = ?1),
                roster AS (
                    SELECT DISTINCT placed.person_id FROM placed JOIN meeting
                    WHERE group_id IN (
                            SELECT group_id FROM session_group WHERE session_id = meeting.id)
                        AND starts_on <= local_date
                        AND (ends_before IS NULL OR local_date < ends_before))
                SELECT
                    (SELECT count(*) FROM mark WHERE session_id = (SELECT id FROM meeting)
                        AND value IN ('notified', 'excused') AND role = 'member'
                        AND happened_at < ?2) AS told,
                    (SELECT coalesce(sum(childcare), 0) FROM enrolment
                        WHERE round_id = (SELECT round_id FROM meeting)
                            AND person_id IN (SELECT person_id FROM roster)) AS children
                """)
        let row = try Row.fetchOne(statement, arguments: [session.id, session.startsAt])
        return SessionDay(
            toldAbsences: row?["told"] ?? 0, children: row?["children"] ?? 0,
            staff: try staff(of: session.id))
    }
}
