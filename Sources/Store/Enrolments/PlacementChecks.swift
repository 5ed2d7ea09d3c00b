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

    /// How many children the people of a group need childcare for on a day.
    package func children(in group: Group.ID, on date: LocalDate) throws -> Int {
        let statement = try db.cachedStatement(
            sql: """
                SELECT ifnull(sum(childcare), 0) FROM enrolment WHERE id IN (
                    SELECT enrolment_id FROM placed
                    WHERE group_id = (SELECT id FROM course_group WHERE public_id = ?1)
                        AND starts_on <= ?2 AND (ends_before IS NULL OR ?2 < ends_before))
                """)
        return try Int.fetchOne(statement, arguments: [group, date]) ?? 0
    }

    /// Who holds a seat in a group by an offer that is open on a day, by enrolment.
    package func offered(in group: Group.ID, on date: LocalDate) throws -> [Person.ID] {
        let statement = try db.cachedStatement(sql: Self.openOffers)
        return try Row.fetchAll(statement, arguments: [group, date]).map { $0["public_id"] }
    }

    /// How many children come with those offers.
    package func offeredChildren(
        in group: Group.ID, on date: LocalDate, besides people: [Person.ID]
    ) throws -> Int {
        let statement = try db.cachedStatement(sql: Self.openOffers)
        return try Row.fetchAll(statement, arguments: [group, date])
            .filter { !people.contains($0["public_id"]) }
            .reduce(0) { $0 + ($1["childcare"] as Int) }
    }

    private static let openOffers = """
        SELECT person.public_id, childcare
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
                WHERE person_id = (SELECT id FROM person WHERE public_id = ?)
                    AND round_id = (SELECT id FROM round WHERE public_id = ?)
                """)
        return try Int.fetchOne(statement, arguments: [person, round]) ?? 0
    }
}

/// What an enrolment holds beside its steps.
package struct EnrolmentFact: Sendable, Equatable {
    package let childcare: Int
    /// The first day of `applied`; of somebody who came back, the one since.
    package let appliedOn: LocalDate
}

extension Reading {
    /// Of everybody in a round.
    package func enrolmentFacts(in round: Round.ID) throws -> [Enrolment.ID: EnrolmentFact] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT public_id, childcare, (
                    SELECT min(effective_on) FROM enrolment_step
                    WHERE enrolment_id = enrolment.id AND voided_by IS NULL AND id > ifnull((
                        SELECT max(id) FROM enrolment_step AS ended
                        WHERE ended.enrolment_id = enrolment.id AND ended.voided_by IS NULL
                            AND ended.step IN ('declined', 'withdrawn')
                            AND EXISTS (SELECT 1 FROM enrolment_step AS again
                                WHERE again.enrolment_id = enrolment.id
                                    AND again.voided_by IS NULL AND again.id > ended.id)), 0)
                    ) AS applied
                FROM enrolment WHERE round_id = (SELECT id FROM round WHERE public_id = ?)
                """, arguments: [round])
        return rows.reduce(into: [:]) { facts, row in
            guard let applied: LocalDate = row["applied"] else { return }
            facts[row["public_id"]] = EnrolmentFact(
                childcare: row["childcare"], appliedOn: applied)
        }
    }
}
