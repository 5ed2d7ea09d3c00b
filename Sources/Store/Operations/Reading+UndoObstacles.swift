package import Courses
internal import GRDB

extension Reading {
    /// Everything that stands in the way of undoing an operation; empty when nothing does.
    package func obstacles(toUndoing operation: OperationRecord, at now: Instant) throws
        -> [UndoObstacle]
    {
        if operation.undoneBy != nil { return [.alreadyUndone] }
        if [.undo, .endRound, .changeGroup].contains(operation.kind) {
            return [.notUndoable(operation.kind)]
        }
        let key = try requireKey(operation.id, in: .operation)
        if operation.kind == .mergePeople { return try obstacles(toUnmerging: key) }
        if operation.kind == .keepPerson { return try obstacles(toUnkeeping: key) }
        var obstacles: [UndoObstacle] = []
        let begun = try sessionsBegun(since: operation, key, at: now)
        if !begun.isEmpty { obstacles.append(.sessionsBegun(begun)) }
        var later = try laterOperations(restingOn: key)
        later += try mergesResting(on: key).filter { !later.contains($0) }
        if !later.isEmpty { obstacles.append(.restedOnBy(later)) }
        var spoken = try sessionsSpokenOf(key)
        if operation.kind == .importPeople, spoken.isEmpty {
            spoken = try sessionsWithActs(aboutPeopleOf: key)
        }
        if !spoken.isEmpty { obstacles.append(.spokenOf(sessions: spoken)) }
        let granted = try groupsGranted(openedBy: key)
        if !granted.isEmpty { obstacles.append(.grantedGroups(granted)) }
        for use in PersonUse.allCases {
            let people = try people(broughtBy: key, nowIn: use)
            if !people.isEmpty { obstacles.append(.inUse(use, people)) }
        }
        return obstacles
    }

    /// Groups that the operation opened and to which somebody has a right.
    private func groupsGranted(openedBy key: Int64) throws -> [Group.ID] {
        try Group.ID.fetchAll(
            db,
            sql: """
                SELECT public_id FROM course_group WHERE opening_operation_id = ?
                    AND id IN (SELECT group_id FROM access_held)
                ORDER BY id
                """, arguments: [key])
    }

    /// Sessions of the groups concerned that have begun since the operation took effect: since it
    /// was done, or since its day if that came later; and sessions that it changed which have
    /// begun since, or would have.
    private func sessionsBegun(
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
    private func sessionsWithActs(aboutPeopleOf key: Int64) throws -> [Session.ID] {
        try Session.ID.fetchAll(
            db,
            sql: """
                SELECT public_id FROM session WHERE id IN (
                    SELECT session_id FROM act WHERE person_id IN (
                        SELECT id FROM person WHERE operation_id = ?))
                ORDER BY local_date, id
                """, arguments: [key])
    }

    private func people(broughtBy key: Int64, nowIn use: PersonUse) throws -> [Person.ID] {
        try people("person.operation_id = ?1", key, in: use, parties: "party.operation_id IS NULL")
    }

    /// People who are in use, by a condition on `person` with `key` as ?1.
    ///
    /// - Parameter parties: a condition on those parties that count.
    func people(
        _ condition: String, _ key: Int64, in use: PersonUse, parties: String = "1"
    ) throws -> [Person.ID] {
        let uses =
            switch use {
            case .account: "SELECT person_id FROM user_account"
            case .grant: "SELECT person_id FROM access_grant"
            case .staff:
                """
                SELECT person_id FROM session_staff
                UNION SELECT person_id FROM session_staff_change WHERE voided_by IS NULL
                """
            case .party:
                """
                SELECT person_id FROM party_member JOIN party ON party.id = party_id
                WHERE \(parties)
                """
            }
        return try Person.ID.fetchAll(
            db,
            sql: """
                SELECT public_id FROM person WHERE \(condition) AND id IN (\(uses)) ORDER BY id
                """, arguments: [key])
    }

    private func laterOperations(restingOn key: Int64) throws -> [OperationID] {
        try OperationID.fetchAll(
            db,
            sql: """
                WITH touched AS (
                    SELECT enrolment_id FROM placement WHERE operation_id = ?1
                    UNION SELECT enrolment_id FROM placement JOIN placement_end
                        ON placement_id = placement.id
                        WHERE placement_end.operation_id = ?1
                    UNION SELECT enrolment_id FROM enrolment_step WHERE operation_id = ?1
                    UNION SELECT id FROM enrolment WHERE operation_id = ?1
                    UNION SELECT enrolment.id FROM enrolment JOIN person ON person.id = person_id
                        WHERE person.operation_id = ?1),
                applied AS (
                    SELECT enrolment_id FROM enrolment_step
                        WHERE operation_id = ?1 AND step = 'applied'
                    UNION SELECT id FROM enrolment WHERE operation_id = ?1),
                planned AS (
                    SELECT id FROM session WHERE operation_id = ?1
                    UNION SELECT session_id FROM session_change WHERE operation_id = ?1),
                opened AS (
                    SELECT id FROM course_group WHERE opening_operation_id = ?1
                    UNION SELECT group_id FROM group_reopening WHERE operation_id = ?1),
                halted AS (
                    SELECT id FROM group_pause WHERE operation_id = ?1
                    UNION SELECT pause_id FROM group_pause_end WHERE operation_id = ?1)
                SELECT public_id FROM operation WHERE id > ?1 AND id IN (
                    SELECT operation_id FROM placement
                        WHERE voided_by IS NULL AND enrolment_id IN touched
                    UNION SELECT placement_end.operation_id
                        FROM placement_end JOIN placement ON placement.id = placement_id
                        WHERE placement_end.voided_by IS NULL AND enrolment_id IN touched
                    UNION SELECT operation_id FROM enrolment_step
                        WHERE voided_by IS NULL AND enrolment_id IN touched
                    UNION SELECT operation_id FROM session_change
                        WHERE voided_by IS NULL AND session_id IN planned
                    UNION SELECT closing_operation_id FROM course_group WHERE id IN (
                        SELECT group_id FROM placement JOIN placement_end
                            ON placement_id = placement.id
                        WHERE placement_end.operation_id = ?1)
                    UNION SELECT closing_operation_id FROM course_group WHERE id IN (
                        SELECT group_id FROM enrolment_step WHERE id IN (
                            SELECT max(id) FROM enrolment_step
                            WHERE voided_by IS NULL AND operation_id <> ?1
                                AND enrolment_id IN (SELECT enrolment_id FROM enrolment_step
                                    WHERE operation_id = ?1)
                            GROUP BY enrolment_id))
                    UNION SELECT operation_id FROM placement
                        WHERE voided_by IS NULL AND group_id IN opened
                    UNION SELECT operation_id FROM enrolment_step
                        WHERE voided_by IS NULL AND group_id IN opened
                    UNION SELECT operation_id FROM enrolment_wish
                        WHERE voided_by IS NULL AND group_id IN opened
                    UNION SELECT operation_id FROM session
                        JOIN session_group ON session_group.session_id = session.id
                        WHERE voided_by IS NULL AND session_group.group_id IN opened
                    UNION SELECT closing_operation_id FROM course_group WHERE id IN opened
                    UNION SELECT operation_id FROM group_reopening
                        WHERE voided_by IS NULL
                            AND (was_closing_operation_id = ?1 OR group_id IN opened)
                    UNION SELECT operation_id FROM group_pause
                        WHERE voided_by IS NULL AND (group_id IN opened
                            OR group_id IN (SELECT group_id FROM group_pause AS halting
                                WHERE halting.id IN halted))
                    UNION SELECT operation_id FROM group_pause_end
                        WHERE voided_by IS NULL AND pause_id IN halted
                    UNION SELECT later.operation_id FROM session_staff_change AS later
                        JOIN session_staff_change AS earlier
                            ON earlier.session_id = later.session_id
                                AND earlier.role = later.role
                        WHERE earlier.operation_id = ?1 AND later.voided_by IS NULL
                    UNION SELECT operation_id FROM session_staff_change
                        WHERE voided_by IS NULL AND session_id IN planned
                    UNION SELECT later.operation_id FROM enrolment_change AS later
                        JOIN enrolment_change AS earlier
                            ON earlier.enrolment_id = later.enrolment_id
                        WHERE earlier.operation_id = ?1 AND later.voided_by IS NULL
                    UNION SELECT operation_id FROM import_fill WHERE person_id IN (
                        SELECT id FROM person WHERE operation_id = ?1)
                    UNION SELECT operation_id FROM identifier WHERE person_id IN (
                        SELECT id FROM person WHERE operation_id = ?1)
                    UNION SELECT operation_id FROM contact WHERE person_id IN (
                        SELECT id FROM person WHERE operation_id = ?1)
                    UNION SELECT operation_id FROM import_row WHERE person_id IN (
                        SELECT id FROM person WHERE operation_id = ?1)
                    UNION SELECT operation_id FROM preferred_name WHERE person_id IN (
                        SELECT id FROM person WHERE operation_id = ?1)
                    UNION SELECT operation_id FROM protected_preferred_name WHERE person_id IN (
                        SELECT id FROM person WHERE operation_id = ?1)
                    UNION SELECT operation_id FROM enrolment_wish
                        WHERE voided_by IS NULL AND enrolment_id IN applied
                    UNION SELECT operation_id FROM person_note WHERE enrolment_id IN applied
                        OR person_id IN (SELECT id FROM person WHERE operation_id = ?1)
                    UNION SELECT operation_id FROM party WHERE id IN (
                        SELECT party_id FROM party_member JOIN person ON person.id = person_id
                        WHERE person.operation_id = ?1))
                ORDER BY id
                """, arguments: [key])
    }

    /// Sessions at which something has been said of the people or sessions that the operation
    /// brought, or of a person in a group where the operation placed them; and signed lists that
    /// would change: not those of after the day on which a place ends all the same.
    private func sessionsSpokenOf(_ key: Int64) throws -> [Session.ID] {
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
