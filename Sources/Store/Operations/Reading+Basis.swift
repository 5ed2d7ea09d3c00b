package import Courses
internal import Cryptography
internal import GRDB

extension Reading {
    /// The state of a round now: the same as long as nothing that a preview shows has changed,
    /// no session has begun and no offer has expired.
    ///
    /// Attendance is no part of it: a leader who marks does not overturn what an administrator
    /// was shown.
    package func basis(of round: Round.ID, at now: Instant) throws -> RoundBasis {
        try basis(of: [round], at: now)
    }

    /// The state of all the rounds that something concerns.
    package func basis(of rounds: [Round.ID], at now: Instant) throws -> RoundBasis {
        let (date, time) = WallClock.reading(now)
        var seen: [UInt8] = []
        var last: Int64 = 0
        for round in rounds {
            let key = try requireKey(round, in: .round)
            for sql in Self.shown {
                try take(sql, ["round": key, "date": date], into: &seen)
            }
            try take(Self.begun, ["round": key, "date": date, "time": time], into: &seen)
            last = max(last, try lastOperation(in: key) ?? 0)
        }
        let bits = SHA256.hash(seen).prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        let id: OperationID? = try db.cachedStatement(
            sql: "SELECT public_id FROM operation WHERE id = ?"
        ).fetchID([last])
        return RoundBasis(digest: Identifier(bits: bits), lastOperation: id)
    }

    private func take(
        _ sql: String, _ arguments: StatementArguments, into seen: inout [UInt8]
    ) throws {
        seen.append(0x1D)
        let rows = try Row.fetchCursor(try db.cachedStatement(sql: sql), arguments: arguments)
        while let row = try rows.next() {
            seen.append(0x1E)
            for value in row.databaseValues { seen += "\(value)\u{1F}".utf8 }
        }
    }

    private func lastOperation(in round: Int64) throws -> Int64? {
        try Int64.fetchOne(
            try db.cachedStatement(
                sql: "SELECT max(operation_id) FROM operation_round WHERE round_id = ?"),
            arguments: [round])
    }

    /// Sessions that have begun, or would have.
    private static let begun = """
        SELECT id FROM session
        WHERE round_id = :round AND voided_by IS NULL
            AND (local_date < :date OR (local_date = :date AND starts_at <= :time))
        ORDER BY id
        """

    /// All that a preview may show, each in its own order. Every statement names both arguments.
    private static let shown = [
        "SELECT ended_on FROM round WHERE id = :round AND :date <> ''",
        """
        SELECT id, name, delivery, minimum, maximum, open_to, childcare_places, venue_id, room,
            slot_weekday, slot_start, slot_end, closed_on
        FROM course_group
        WHERE round_id = :round AND voided_by IS NULL AND :date <> '' ORDER BY id
        """,
        """
        SELECT group_id, use, position, language FROM group_language
        WHERE group_id IN (SELECT id FROM course_group
                WHERE round_id = :round AND voided_by IS NULL)
            AND :date <> '' ORDER BY group_id, use, position
        """,
        """
        SELECT enrolment.id, childcare, enrolment_step.id, group_id, until >= :date
        FROM enrolment JOIN enrolment_step ON enrolment_id = enrolment.id
        WHERE round_id = :round AND voided_by IS NULL ORDER BY enrolment_step.id
        """,
        """
        SELECT id, enrolment_id, group_id, starts_on, ends_before, language FROM placed
        WHERE round_id = :round AND :date <> '' ORDER BY id
        """,
        """
        SELECT enrolment_wish.id FROM enrolment_wish JOIN enrolment ON enrolment.id = enrolment_id
        WHERE round_id = :round AND voided_by IS NULL AND :date <> '' ORDER BY enrolment_wish.id
        """,
        """
        SELECT id, local_date, starts_at, ends_at, mode, state FROM session
        WHERE round_id = :round AND voided_by IS NULL AND :date <> '' ORDER BY id
        """,
        """
        SELECT session_id, person_id, role, was_planned FROM session_staff
        WHERE session_id IN (SELECT id FROM session
                WHERE round_id = :round AND voided_by IS NULL)
            AND :date <> '' ORDER BY session_id, person_id, role
        """,
        """
        SELECT paused.id, starts_on, ends_before, sessions
        FROM paused JOIN course_group ON course_group.id = group_id
        WHERE round_id = :round AND :date <> '' ORDER BY paused.id
        """,
        """
        SELECT party.id, kind, party.childcare, party_member.person_id
        FROM party JOIN party_member ON party_id = party.id
            JOIN enrolment ON enrolment.person_id = party_member.person_id
        WHERE round_id = :round AND :date <> '' AND EXISTS (
            SELECT 1 FROM enrolment_step
            WHERE enrolment_id = enrolment.id AND voided_by IS NULL)
        ORDER BY party.id, party_member.person_id
        """,
        """
        SELECT person.id, gender, interpreter_ok,
            (SELECT group_concat(language, ' ') FROM (
                SELECT language FROM person_language
                WHERE person_id = person.id AND use = 'course' ORDER BY position))
        FROM person JOIN enrolment ON enrolment.person_id = person.id
        WHERE round_id = :round AND :date <> '' AND EXISTS (
            SELECT 1 FROM enrolment_step
            WHERE enrolment_id = enrolment.id AND voided_by IS NULL)
        ORDER BY person.id
        """,
    ]
}
