package import Courses
internal import GRDB

extension Writing {
    /// Puts somebody in a role's place at a session, for those who were planned for it and of
    /// whom nobody has said whether they were there.
    ///
    /// - Returns: who leaves; nil when nothing changes.
    package func replaceStaff(
        with person: Person.ID, role: String, at session: Session.ID,
        instead replaced: Person.ID? = nil, operation: OpenOperation
    ) throws -> [Person.ID]? {
        let planned = try reading.staff(of: session).filter { $0.role == role }
        let leaving = planned.filter {
            $0.wasPlanned && $0.wasThere == nil && $0.person != person
                && (replaced == nil || $0.person == replaced)
        }.map(\.person)
        let present = planned.first { $0.person == person }
        if leaving.isEmpty, present?.wasPlanned == true { return nil }
        if replaced != nil, leaving.isEmpty { return nil }
        let key = try reading.requireKey(session, in: .session)
        for other in leaving {
            try change(
                other, role, at: key, from: true, to: nil, operation: operation)
        }
        if present?.wasPlanned != true {
            try change(
                person, role, at: key, from: present?.wasPlanned, to: true, operation: operation)
        }
        return leaving
    }

    /// What it was stays in a dated row.
    private func change(
        _ person: Person.ID, _ role: String, at session: Int64, from was: Bool?,
        to isPlanned: Bool?, operation: OpenOperation
    ) throws {
        let key = try reading.requireKey(person, in: .person)
        try execute(
            """
            INSERT INTO session_staff_change
                (session_id, person_id, role, was_planned, is_planned, operation_id)
            VALUES (?, ?, ?, ?, ?, ?)
            """, [session, key, role, was, isPlanned, operation.key])
        guard isPlanned != nil else {
            try execute(
                "DELETE FROM session_staff WHERE session_id = ? AND person_id = ? AND role = ?",
                [session, key, role])
            return
        }
        try execute(
            """
            INSERT INTO session_staff (session_id, person_id, role, was_planned)
            VALUES (?, ?, ?, 1)
            ON CONFLICT (session_id, person_id, role) DO UPDATE SET was_planned = 1
            """, [session, key, role])
    }
}

extension Reading {
    /// Sessions from a day on that need the same person, or the same room, at the same time, with
    /// at least one of a round.
    package func clashes(in round: Round.ID, from date: LocalDate) throws -> [Clash] {
        let statement = try db.cachedStatement(sql: Self.selectClashes)
        return try Row.fetchAll(statement, arguments: [round, date]).map { row in
            let person: Person.ID? = row["person"]
            return Clash(
                over: person.map { .person($0) } ?? .venue(row["venue"]), date: row["local_date"],
                first: row["first"], second: row["second"])
        }
    }

    private static let selectClashes = """
        WITH meeting AS (
            SELECT id, public_id, round_id, local_date, starts_at, ends_at, mode FROM session
            WHERE voided_by IS NULL AND state = 'planned' AND local_date >= ?2),
        pair AS (
            SELECT one.id AS one, other.id AS other, one.public_id AS first,
                other.public_id AS second, one.local_date, one.starts_at,
                one.mode <> 'remote' AND other.mode <> 'remote' AS meets
            FROM meeting AS one JOIN meeting AS other
                ON other.local_date = one.local_date AND other.id > one.id
                    AND one.starts_at < other.ends_at AND other.starts_at < one.ends_at
            WHERE (SELECT id FROM round WHERE public_id = ?1) IN (one.round_id, other.round_id))
        SELECT DISTINCT first, second, local_date, starts_at, one, other,
            person.public_id AS person, NULL AS venue
        FROM pair JOIN session_staff AS here ON here.session_id = one
            JOIN session_staff AS there ON there.session_id = other
                AND there.person_id = here.person_id
            JOIN person ON person.id = here.person_id
        WHERE ifnull(here.was_there, here.was_planned) = 1
            AND ifnull(there.was_there, there.was_planned) = 1
        UNION
        SELECT first, second, local_date, starts_at, one, other, NULL, room.venue
        FROM pair JOIN session_group AS here ON here.session_id = one
            JOIN course_group AS room ON room.id = here.group_id
            JOIN session_group AS there ON there.session_id = other
            JOIN course_group AS same ON same.id = there.group_id AND same.venue = room.venue
        WHERE meets
        ORDER BY local_date, starts_at, one, other, person, venue
        """
}
