import Courses
internal import GRDB

extension Reading {
    /// Sessions of the groups concerned that have begun since the operation took effect: since it
    /// was done, or since its day if that came later; and sessions that it changed which have
    /// begun since, or would have.
    func sessionsBegun(
        since operation: OperationRecord, _ key: Int64, at now: Instant
    ) throws -> [Session.ID] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT session.public_id, session.id, local_date, starts_at
                FROM session JOIN session_group ON session_id = session.id
                WHERE voided_by IS NULL AND state = 'planned' AND local_date >= ?2
                    AND group_id IN (
                        SELECT group_id FROM placement WHERE operation_id = ?1
                        UNION SELECT group_id FROM placement JOIN placement_end
                            ON placement_id = placement.id
                            WHERE placement_end.operation_id = ?1
                        UNION SELECT id FROM course_group
                            WHERE closing_operation_id = ?1 OR opening_operation_id = ?1
                        UNION SELECT group_id FROM group_reopening WHERE operation_id = ?1
                        UNION SELECT group_id FROM group_pause WHERE operation_id = ?1
                        UNION SELECT group_id FROM group_pause JOIN group_pause_end
                            ON pause_id = group_pause.id
                            WHERE group_pause_end.operation_id = ?1
                        UNION SELECT group_id FROM session_group WHERE session_id IN (
                            SELECT session_id FROM session_staff_change
                            WHERE operation_id = ?1))
                UNION
                SELECT session.public_id, session.id, local_date, session.starts_at
                FROM session JOIN session_change ON session_id = session.id
                WHERE session.voided_by IS NULL AND session_change.operation_id = ?1
                UNION
                SELECT session.public_id, session.id, was_date, was_starts_at
                FROM session JOIN session_change ON session_id = session.id
                WHERE session.voided_by IS NULL AND session_change.operation_id = ?1
                ORDER BY local_date, session.id
                """,
            arguments: [key, max(operation.effectiveOn, WallClock.date(operation.at))])
        let begun: [Session.ID] = rows.compactMap { row in
            let start = WallClock.instant(row["local_date"], row["starts_at"])
            return start >= operation.at && start <= now ? row["public_id"] : nil
        }
        var seen: Set<Session.ID> = []
        return begun.filter { seen.insert($0).inserted }
    }

    /// Sessions at which something that only waits has been said of people whom it brought.
    func sessionsWithActs(aboutPeopleOf key: Int64) throws -> [Session.ID] {
        try Session.ID.fetchAll(
            db,
            sql: """
                SELECT public_id FROM session WHERE id IN (
                    SELECT session_id FROM act WHERE person_id IN (
                        SELECT id FROM person WHERE operation_id = ?))
                ORDER BY local_date, id
                """, arguments: [key])
    }

    /// Sessions at which something has been said of the people or sessions that the operation
    /// brought, or of a person in a group where the operation placed them; and signed lists that
    /// would change: not those of after the day on which a place ends all the same.
    func sessionsSpokenOf(_ key: Int64) throws -> [Session.ID] {
        try Session.ID.fetchAll(
            db,
            sql: """
                SELECT DISTINCT session.public_id FROM session WHERE id IN (
                    SELECT session_id FROM mark WHERE person_id IN (
                        SELECT id FROM person WHERE operation_id = ?1)
                    UNION SELECT mark.session_id FROM mark
                        JOIN session ON session.id = mark.session_id
                        JOIN session_group ON session_group.session_id = session.id
                        JOIN placed ON placed.group_id = session_group.group_id
                            AND placed.person_id = mark.person_id
                        WHERE placed.operation_id = ?1 AND role = 'member'
                            AND local_date >= placed.starts_on
                    UNION SELECT session_id FROM mark WHERE session_id IN (
                        SELECT id FROM session WHERE operation_id = ?1)
                    UNION SELECT session_id FROM headcount WHERE session_id IN (
                        SELECT id FROM session WHERE operation_id = ?1)
                    UNION SELECT session_id FROM session_word WHERE session_id IN (
                        SELECT id FROM session WHERE operation_id = ?1)
                    UNION SELECT mark.session_id FROM mark JOIN session_change
                        ON session_change.session_id = mark.session_id
                        JOIN operation ON operation.id = session_change.operation_id
                        WHERE operation.id = ?1 AND mark.happened_at > operation.at
                    UNION SELECT session_word.session_id FROM session_word
                        JOIN session ON session.id = session_word.session_id
                        JOIN session_group ON session_group.session_id = session.id
                        JOIN (SELECT group_id, starts_on AS since, NULL AS until FROM placement
                                WHERE operation_id = ?1
                            UNION SELECT group_id, ends_before, (
                                    SELECT min(ends_before) FROM placement_end AS other
                                    WHERE other.placement_id = placement.id
                                        AND other.id <> placement_end.id
                                        AND other.voided_by IS NULL)
                                FROM placement_end JOIN placement ON placement.id = placement_id
                                WHERE placement_end.operation_id = ?1
                        ) AS changed ON changed.group_id = session_group.group_id
                        WHERE session_word.value = 'signedOff' AND local_date >= since
                            AND (changed.until IS NULL OR local_date < changed.until)
                    UNION SELECT session_word.session_id FROM session_word JOIN session_change
                        ON session_change.session_id = session_word.session_id
                        WHERE session_change.operation_id = ?1
                            AND session_word.value = 'signedOff')
                ORDER BY local_date, id
                """, arguments: [key])
    }
}
