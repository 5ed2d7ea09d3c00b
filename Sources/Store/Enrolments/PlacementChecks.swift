package import Courses
internal import GRDB

extension Reading {
    /// Sessions of a group, from a day on, that an earlier roster rests on: signed off, or with a
    /// standing mark of this person.
    ///
    /// - Parameter end: the first day that no longer concerns the person; nil is without end.
    package func sessionsBoundTo(
        _ person: Person.ID, in group: Group.ID, from date: LocalDate,
        before end: LocalDate? = nil
    ) throws -> [Session.ID] {
        try Session.ID.fetchAll(
            db,
            sql: """
                SELECT DISTINCT session.public_id
                FROM session JOIN session_group ON session_group.session_id = session.id
                WHERE voided_by IS NULL AND local_date >= ?1
                    AND (?4 IS NULL OR local_date < ?4)
                    AND group_id = (SELECT id FROM course_group WHERE public_id = ?2)
                    AND (EXISTS (SELECT 1 FROM mark WHERE mark.session_id = session.id
                            AND value IS NOT NULL
                            AND person_id = (SELECT coalesce(merged_into, id)
                                FROM person WHERE public_id = ?3))
                        OR EXISTS (SELECT 1 FROM session_word
                            WHERE session_word.session_id = session.id AND value = 'signedOff'))
                ORDER BY local_date, session.id
                """, arguments: [date, group, person, end])
    }

    /// Sessions of a group on a day.
    package func sessions(of group: Group.ID, on date: LocalDate) throws -> [SessionOverview] {
        try sessions(SessionFilter(group: group, from: date, through: date))
    }

    /// Who holds a seat in a group by an offer that is open on a day, by enrolment.
    package func offered(in group: Group.ID, on date: LocalDate) throws -> [Person.ID] {
        let statement = try db.cachedStatement(sql: Self.openOffers)
        return try Row.fetchAll(statement, arguments: [group, date]).map { $0["public_id"] }
    }

    /// Seats that are taken in a group on some day from a date on: by places that hold then or
    /// later, and by offers that are open today.
    package func seats(
        in group: Group.ID, from date: LocalDate, today: LocalDate
    ) throws -> [Seat] {
        let placed = try db.cachedStatement(
            sql: """
                SELECT person.public_id, childcare, starts_on, ends_before
                FROM placed JOIN enrolment ON enrolment.id = enrolment_id
                    JOIN person ON person.id = placed.person_id
                WHERE group_id = (SELECT id FROM course_group WHERE public_id = ?1)
                    AND (ends_before IS NULL OR ends_before > max(?2, starts_on))
                ORDER BY placed.id
                """)
        let offered = try db.cachedStatement(sql: Self.openOffers)
        return try Row.fetchAll(placed, arguments: [group, date]).map(Seat.init(row:))
            + Row.fetchAll(offered, arguments: [group, today]).map(Seat.init(row:))
    }

    private static let openOffers = """
        SELECT person.public_id, childcare, ifnull(place_from, effective_on) AS starts_on,
            NULL AS ends_before
        FROM enrolment_step JOIN enrolment ON enrolment.id = enrolment_id
            JOIN person ON person.id = person_id
        WHERE group_id = (SELECT id FROM course_group WHERE public_id = ?1) AND until >= ?2
            AND voided_by IS NULL AND NOT EXISTS (
                SELECT 1 FROM enrolment_step AS later
                WHERE later.enrolment_id = enrolment.id AND later.voided_by IS NULL
                    AND later.id > enrolment_step.id)
        ORDER BY enrolment.id
        """

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

extension Seat {
    init(row: Row) {
        self.init(
            person: row["public_id"], childcare: row["childcare"], from: row["starts_on"],
            before: row["ends_before"])
    }
}
