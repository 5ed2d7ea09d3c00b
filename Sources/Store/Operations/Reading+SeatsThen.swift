package import Courses
internal import GRDB

extension Reading {
    /// Seats that were taken in a group on some day from a date on when an operation began, as
    /// far as was known then; those of offers that were open on the day on which it was done.
    package func seats(
        in group: Group.ID, from date: LocalDate, before operation: OperationRecord
    ) throws -> [Seat] {
        let key = try requireKey(operation.id, in: .operation)
        let placed = try Row.fetchAll(
            db, sql: Self.placedThen, arguments: ["group": group, "key": key])
        let offered = try Row.fetchAll(
            db, sql: Self.offeredThen,
            arguments: ["group": group, "key": key, "day": WallClock.date(operation.at)])
        return (placed + offered).map(Seat.init(row:)).filter { seat in
            seat.before.map { $0 > max(date, seat.from) } ?? true
        }
    }

    private static let placedThen = """
        SELECT person.public_id, childcare, starts_on, (
            SELECT min(ends_before) FROM placement_end
            WHERE placement_id = placement.id AND operation_id < :key
                AND (voided_by IS NULL OR voided_by > :key)) AS ends_before
        FROM placement JOIN enrolment ON enrolment.id = enrolment_id
            JOIN person ON person.id = person_id
        WHERE group_id = (SELECT id FROM course_group WHERE public_id = :group)
            AND placement.operation_id < :key
            AND (placement.voided_by IS NULL OR placement.voided_by > :key)
        ORDER BY placement.id
        """
    private static let offeredThen = """
        SELECT person.public_id, childcare, ifnull(place_from, effective_on) AS starts_on,
            NULL AS ends_before
        FROM enrolment_step AS step JOIN enrolment ON enrolment.id = enrolment_id
            JOIN person ON person.id = person_id
        WHERE group_id = (SELECT id FROM course_group WHERE public_id = :group)
            AND until >= :day AND step.operation_id < :key
            AND (step.voided_by IS NULL OR step.voided_by > :key) AND NOT EXISTS (
                SELECT 1 FROM enrolment_step AS later
                WHERE later.enrolment_id = enrolment.id AND later.id > step.id
                    AND later.operation_id < :key
                    AND (later.voided_by IS NULL OR later.voided_by > :key))
        ORDER BY enrolment.id
        """
}
