package import Courses
internal import GRDB

extension Writing {
    /// Offers a place, which holds a seat in its group up to and with its last day.
    ///
    /// - Parameter overruled: whom they may meet by it though they are kept apart, and what
    ///   overruled that.
    package func offer(
        _ place: OfferedPlace, to enrolment: Enrolment.ID, on date: LocalDate,
        inSpiteOf overruled: [Person.ID: OperationID], operation: OpenOperation
    ) throws {
        let step = try insert(
            """
            INSERT INTO enrolment_step
                (enrolment_id, step, effective_on, until, group_id, place_from, operation_id)
            VALUES ((SELECT id FROM enrolment WHERE public_id = ?), 'offered', ?, ?,
                (SELECT id FROM course_group WHERE public_id = ?), ?, ?)
            """,
            [enrolment, date, place.until, place.group, place.from, operation.key])
        for (person, overruling) in overruled {
            try execute(
                """
                INSERT INTO offer_overruled (step_id, person_id, operation_id)
                VALUES (?, (SELECT id FROM person WHERE public_id = ?),
                    (SELECT id FROM operation WHERE public_id = ?))
                """, [step, person, overruling])
        }
    }
}

extension Writing {
    /// Takes back the offers that are somebody's latest steps: they stand again where they stood
    /// before the first of these.
    package func lapseOffers(to enrolment: Enrolment.ID, by undo: OpenOperation) throws {
        try execute(
            """
            UPDATE enrolment_step SET voided_by = ?1
            WHERE voided_by IS NULL AND step = 'offered' AND enrolment_id = ?2
                AND id > (SELECT max(id) FROM enrolment_step
                    WHERE voided_by IS NULL AND step <> 'offered' AND enrolment_id = ?2)
            """, [undo.key, try reading.requireKey(enrolment, in: .enrolment)])
    }
}

extension Reading {
    /// Whom somebody may meet by the offer that is their latest step though they are kept apart,
    /// and what overruled that.
    package func overruled(
        byOfferTo enrolment: Enrolment.ID
    ) throws -> [Person.ID: OperationID] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT ifnull(kept.public_id, person.public_id) AS person,
                    operation.public_id AS operation
                FROM offer_overruled JOIN person ON person.id = person_id
                    LEFT JOIN person AS kept ON kept.id = person.merged_into
                    JOIN operation ON operation.id = offer_overruled.operation_id
                WHERE step_id = (SELECT max(id) FROM enrolment_step
                    WHERE voided_by IS NULL
                        AND enrolment_id = (SELECT id FROM enrolment WHERE public_id = ?))
                """, arguments: [enrolment])
        return rows.reduce(into: [:]) { $0[$1["person"]] = $1["operation"] }
    }
}
