package import Courses
internal import GRDB

extension Reading {
    /// Pauses that hold or will hold, or have held; by group and first day.
    package func pauses(of group: Group.ID? = nil, in round: Round.ID? = nil) throws
        -> [GroupPause]
    {
        let statement = try db.cachedStatement(
            sql: """
                SELECT course_group.public_id, starts_on, ends_before, sessions
                FROM paused JOIN course_group ON course_group.id = group_id
                WHERE (?1 IS NULL OR course_group.public_id = ?1)
                    AND (?2 IS NULL
                        OR round_id = (SELECT id FROM round WHERE public_id = ?2))
                    AND (ends_before IS NULL OR ends_before > starts_on)
                ORDER BY course_group.id, starts_on, paused.id
                """)
        return try Row.fetchAll(statement, arguments: [group, round]).map { row in
            guard let sessions = GroupPause.Sessions(rawValue: row["sessions"]) else {
                throw StoreError.damaged(table: "group_pause")
            }
            return GroupPause(
                group: row["public_id"], from: row["starts_on"], before: row["ends_before"],
                sessions: sessions)
        }
    }
}

extension Writing {
    /// Notes a pause; what becomes of the sessions inside is for the caller to do.
    package func pause(_ pause: GroupPause, operation: OpenOperation) throws {
        let key = try insert(
            """
            INSERT INTO group_pause (group_id, starts_on, sessions, operation_id)
            VALUES ((SELECT id FROM course_group WHERE public_id = ?), ?, ?, ?)
            """, [pause.group, pause.from, pause.sessions.rawValue, operation.key])
        guard let end = pause.before else { return }
        try execute(
            """
            INSERT INTO group_pause_end (pause_id, ends_before, operation_id) VALUES (?, ?, ?)
            """, [key, end, operation.key])
    }

    /// Ends a pause on a day, or on its first if that is later.
    package func end(
        _ pause: GroupPause, before date: LocalDate, operation: OpenOperation
    ) throws {
        try execute(
            """
            INSERT INTO group_pause_end (pause_id, ends_before, operation_id)
            SELECT id, max(?1, starts_on), ?2 FROM paused
            WHERE group_id = (SELECT id FROM course_group WHERE public_id = ?3)
                AND starts_on = ?4
                AND (ends_before IS NULL OR ends_before > max(?1, starts_on))
            """, [date, operation.key, pause.group, pause.from])
    }

    /// Sessions from a day on that a pause changed and nothing has changed since, as they were
    /// before.
    package func sessionsChanged(
        by pause: GroupPause, from date: LocalDate
    ) throws -> [Session.ID: Session] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT session.public_id, was_date, was_starts_at, was_ends_at, was_mode, was_state
                FROM session_change AS change JOIN session ON session.id = change.session_id
                    JOIN paused ON paused.operation_id = change.operation_id
                WHERE paused.group_id = (SELECT id FROM course_group WHERE public_id = ?1)
                    AND paused.starts_on = ?3
                    AND (paused.ends_before IS NULL OR paused.ends_before > paused.starts_on)
                    AND change.voided_by IS NULL
                    AND session.voided_by IS NULL AND local_date >= ?2
                    AND NOT EXISTS (SELECT 1 FROM session_change AS later
                        WHERE later.session_id = change.session_id
                            AND later.id > change.id AND later.voided_by IS NULL)
                ORDER BY local_date, session.id
                """, arguments: [pause.group, date, pause.from])
        var sessions: [Session.ID: Session] = [:]
        for row in rows {
            guard let mode = SessionMode(rawValue: row["was_mode"]),
                let state = SessionState(code: row["was_state"])
            else { throw StoreError.damaged(table: "session_change") }
            let id: Session.ID = row["public_id"]
            sessions[id] = try reading.session(id).session.moved(
                to: row["was_date"], start: row["was_starts_at"], end: row["was_ends_at"],
                mode: mode
            ).with(state: state)
        }
        return sessions
    }
}
