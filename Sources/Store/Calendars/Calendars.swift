package import Courses
package import FoundationEssentials
internal import GRDB

extension Reading {
    /// Whose calendar lies at an address that is in force.
    package func calendarOwner(_ digest: Data) throws -> UserAccount? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT public_id FROM calendar_address JOIN person ON person.id = person_id
                WHERE secret_digest = ? AND ended_at IS NULL
                """)
        guard let person: Person.ID = try statement.fetchID([digest]),
            let account = try account(of: person), !account.isClosed
        else { return nil }
        return account
    }

    /// When somebody's address was made; nil when none is in force.
    package func calendarMade(of person: Person.ID) throws -> Instant? {
        try Instant.fetchOne(
            db,
            sql: """
                SELECT made_at FROM calendar_address JOIN person ON person.id = person_id
                WHERE public_id = ? AND ended_at IS NULL
                """, arguments: [person])
    }

    /// The sessions from a day on at which somebody is or was of the staff.
    package func sessions(staffedBy person: Person.ID, from date: LocalDate) throws -> Set<
        Session.ID
    > {
        try Identifier<Session>.fetchSet(
            db,
            sql: """
                SELECT session.public_id FROM session_staff
                    JOIN session ON session.id = session_id
                    JOIN person ON person.id = session_staff.person_id
                WHERE person.public_id = ? AND local_date >= ?
                """, arguments: [person, date])
    }

    /// How often a session's plan has changed, and when it last did.
    package func revision(of session: Session.ID) throws -> (count: Int, at: Instant) {
        let statement = try db.cachedStatement(
            sql: """
                WITH change AS (
                    SELECT operation_id, voided_by FROM session_change
                    WHERE session_id = (SELECT id FROM session WHERE public_id = ?1)),
                told AS (
                    SELECT session_word.version, arrived_at
                    FROM session_word JOIN act ON act.id = act_id
                    WHERE session_word.kind = 'state' AND session_word.session_id = (
                        SELECT id FROM session WHERE public_id = ?1))
                SELECT
                    (SELECT count(*) + count(voided_by) FROM change)
                        + ifnull((SELECT version FROM told), 0) AS count,
                    max(operation.at, ifnull((SELECT arrived_at FROM told), 0), ifnull((
                        SELECT max(at) FROM operation WHERE id IN (
                            SELECT operation_id FROM change UNION SELECT voided_by FROM change)
                        ), 0)) AS at
                FROM session JOIN operation ON operation.id = session.operation_id
                WHERE session.public_id = ?1
                """)
        guard let row = try Row.fetchOne(statement, arguments: [session]) else {
            throw UnknownReference(kind: .session, text: session.description)
        }
        return (row["count"], row["at"])
    }
}

extension Writing {
    /// Gives somebody an address, instead of the one they had.
    package func makeCalendar(of person: Person.ID, secret digest: Data) throws {
        _ = try endCalendar(of: person)
        try execute(
            "INSERT INTO calendar_address (person_id, secret_digest, made_at) VALUES (?, ?, ?)",
            [try reading.requireKey(person, in: .person), digest, now])
    }

    /// False when there was none.
    package func endCalendar(of person: Person.ID) throws -> Bool {
        try execute(
            """
            UPDATE calendar_address SET ended_at = max(made_at, ?)
            WHERE person_id = ? AND ended_at IS NULL
            """, [now, try reading.requireKey(person, in: .person)])
        return db.changesCount > 0
    }
}
