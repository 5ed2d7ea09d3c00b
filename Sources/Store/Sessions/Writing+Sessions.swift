package import Courses
internal import GRDB

extension Writing {
    package func addSession(
        _ session: Session, round: Round.ID, operation: OpenOperation
    ) throws {
        let key = try insert(
            """
            INSERT INTO session (public_id, round_id, local_date, starts_at, ends_at, mode,
                recording, operation_id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                session.id, try reading.requireKey(round, in: .round), session.date,
                session.start, session.end, session.mode.rawValue, session.recording.rawValue,
                operation.key,
            ])
        for part in session.groups {
            try execute(
                "INSERT INTO session_group VALUES (?, ?, ?)",
                [key, try reading.requireKey(part.group, in: .group), part.number])
        }
    }

    /// Changes when, how or whether a session takes place; what it was stays in a dated row.
    package func change(
        _ id: Session.ID, to session: Session, operation: OpenOperation
    ) throws {
        let key = try reading.requireKey(id, in: .session)
        try execute(
            """
            INSERT INTO session_change
                (session_id, operation_id, was_date, was_starts_at, was_ends_at, was_mode, was_state)
            SELECT id, ?, local_date, starts_at, ends_at, mode, state FROM session WHERE id = ?
            """, [operation.key, key])
        try moveGrants(of: key, to: session.date)
        try execute(
            """
            UPDATE session SET local_date = ?, starts_at = ?, ends_at = ?, mode = ?, state = ?
            WHERE id = ?
            """,
            [
                session.date, session.start, session.end, session.mode.rawValue,
                session.state.code, key,
            ])
    }

    /// A right to a session alone that begins on its day begins on its new one, and lasts as long.
    func moveGrants(of session: Int64, to date: LocalDate) throws {
        try execute(
            """
            UPDATE access_grant
            SET starts_on = ?2,
                ends_on = date(ends_on, (julianday(?2) - julianday(starts_on)) || ' days')
            WHERE session_id = ?1 AND starts_on <> ?2
                AND starts_on = (SELECT local_date FROM session WHERE id = ?1)
            """, [session, date])
    }

    /// Names somebody who is to be at a session in a role, such as `leader` or `interpreter`.
    package func planStaff(_ person: Person.ID, role: String, at session: Session.ID) throws {
        try execute(
            """
            INSERT INTO session_staff (session_id, person_id, role, was_planned)
            VALUES (?, ?, ?, 1) ON CONFLICT DO NOTHING
            """,
            [
                try reading.requireKey(session, in: .session),
                try reading.requireKey(person, in: .person), role,
            ])
    }

    /// Names somebody who stands in; whoever was planned for the role stays so.
    package func addSubstitute(
        _ person: Person.ID, role: String, at session: Session.ID
    ) throws {
        try execute(
            """
            INSERT INTO session_staff (session_id, person_id, role, was_planned)
            VALUES (?, ?, ?, 0) ON CONFLICT DO NOTHING
            """,
            [
                try reading.requireKey(session, in: .session),
                try reading.requireKey(person, in: .person), role,
            ])
    }

    /// Records who was there in a role; a substitute is who was there and not planned.
    package func recordStaff(
        _ person: Person.ID, role: String, at session: Session.ID, wasThere: Bool
    ) throws {
        try execute(
            """
            INSERT INTO session_staff (session_id, person_id, role, was_planned, was_there)
            VALUES (?, ?, ?, 0, ?)
            ON CONFLICT (session_id, person_id, role) DO UPDATE SET was_there = excluded.was_there
            """,
            [
                try reading.requireKey(session, in: .session),
                try reading.requireKey(person, in: .person), role, wasThere,
            ])
    }
}
