package import Courses
internal import GRDB

/// What an operation did, whether or not it was undone later; ids only.
package struct OperationEffects: Sendable, Equatable {
    package struct Stay: Sendable, Hashable {
        package let person: Person.ID
        package let group: Group.ID
    }

    /// Places that it gave, and places that it ended.
    package internal(set) var joined: [Stay] = []
    package internal(set) var left: [Stay] = []
    package internal(set) var steps: [Person.ID: EnrolmentStep] = [:]
    package internal(set) var sessionsPlanned: [Session.ID] = []
    /// Moved, called off, made remote or taken up again.
    package internal(set) var sessionsChanged: [Session.ID] = []
    /// Groups that it opened, closed, changed, paused or let resume.
    package internal(set) var groups: [Group.ID] = []
    package internal(set) var staff: [Person.ID] = []
    /// Whom it gave another priority.
    package internal(set) var prioritised: [Person.ID] = []
    /// Whose two registrations it made one.
    package internal(set) var merged: [Person.ID] = []

    package init() {}

    /// Everybody whose part in the round it changed, in the order of their ids.
    package var people: [Person.ID] {
        Set(joined.map(\.person) + left.map(\.person) + steps.keys + prioritised + merged)
            .sorted()
    }
}

extension Reading {
    /// By operation; those of one round only.
    package func effects(in round: Round.ID) throws -> [OperationID: OperationEffects] {
        let key = try requireKey(round, in: .round)
        var effects: [OperationID: OperationEffects] = [:]
        try each(Self.joining, key) { row, id in
            effects[id, default: .init()].joined.append(
                .init(person: row["person"], group: row["course_group"]))
        }
        try each(Self.leaving, key) { row, id in
            effects[id, default: .init()].left.append(
                .init(person: row["person"], group: row["course_group"]))
        }
        try each(Self.steps, key) { row, id in
            effects[id, default: .init()].steps[row["person"]] =
                EnrolmentStep(rawValue: row["step"])
        }
        try each(Self.priorities, key) { row, id in
            effects[id, default: .init()].prioritised.append(row["person"])
        }
        try each(Self.merged, key) { row, id in
            effects[id, default: .init()].merged.append(row["person"])
        }
        try each(Self.planned, key) { row, id in
            effects[id, default: .init()].sessionsPlanned.append(row["session"])
        }
        try each(Self.changed, key) { row, id in
            effects[id, default: .init()].sessionsChanged.append(row["session"])
        }
        try each(Self.groups, key) { row, id in
            effects[id, default: .init()].groups.append(row["course_group"])
        }
        try each(Self.staff, key) { row, id in
            effects[id, default: .init()].staff.append(row["person"])
        }
        return effects
    }

    private func each(
        _ sql: String, _ round: Int64, _ body: (Row, OperationID) -> Void
    ) throws {
        let rows = try Row.fetchCursor(try db.cachedStatement(sql: sql), arguments: [round])
        while let row = try rows.next() { body(row, row["operation"]) }
    }

    /// What groups are called, those whose opening was undone too.
    package func groupNames(in round: Round.ID) throws -> [Group.ID: String] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT public_id, name FROM course_group
                WHERE round_id = (SELECT id FROM round WHERE public_id = ?)
                """, arguments: [round])
        return rows.reduce(into: [:]) { names, row in
            let name: String = row["name"]
            names[row["public_id"]] = String(name.prefix { $0 != "\u{1F}" })
        }
    }

    private static let joining = """
        SELECT operation.public_id AS operation, person.public_id AS person,
            course_group.public_id AS course_group
        FROM placement JOIN enrolment ON enrolment.id = enrolment_id
            JOIN operation ON operation.id = placement.operation_id
            JOIN person ON person.id = person_id JOIN course_group ON course_group.id = group_id
        WHERE enrolment.round_id = ? ORDER BY placement.id
        """
    /// Of ends that an operation set to places of its own nothing is told.
    private static let leaving = """
        SELECT DISTINCT operation.public_id AS operation, person.public_id AS person,
            course_group.public_id AS course_group
        FROM placement_end JOIN placement ON placement.id = placement_id
            JOIN enrolment ON enrolment.id = enrolment_id
            JOIN operation ON operation.id = placement_end.operation_id
            JOIN person ON person.id = person_id JOIN course_group ON course_group.id = group_id
        WHERE enrolment.round_id = ? AND placement.operation_id <> placement_end.operation_id
        ORDER BY placement_end.id
        """
    private static let steps = """
        SELECT operation.public_id AS operation, person.public_id AS person, step
        FROM enrolment_step JOIN enrolment ON enrolment.id = enrolment_id
            JOIN operation ON operation.id = enrolment_step.operation_id
            JOIN person ON person.id = person_id
        WHERE enrolment.round_id = ? ORDER BY enrolment_step.id
        """
    private static let priorities = """
        SELECT operation.public_id AS operation, person.public_id AS person
        FROM enrolment_wish JOIN enrolment ON enrolment.id = enrolment_id
            JOIN operation ON operation.id = enrolment_wish.operation_id
            JOIN person ON person.id = person_id
        WHERE enrolment.round_id = ? AND about = 'priority' ORDER BY enrolment_wish.id
        """
    private static let merged = """
        SELECT DISTINCT operation.public_id AS operation, person.public_id AS person
        FROM operation_round JOIN person_merge USING (operation_id)
            JOIN operation ON operation.id = person_merge.operation_id
            JOIN person ON person.id = kept_id
        WHERE round_id = ? ORDER BY operation.id
        """
    private static let planned = """
        SELECT operation.public_id AS operation, session.public_id AS session
        FROM session JOIN operation ON operation.id = session.operation_id
        WHERE round_id = ? ORDER BY session.id
        """
    private static let changed = """
        SELECT operation.public_id AS operation, session.public_id AS session
        FROM session_change JOIN session ON session.id = session_id
            JOIN operation ON operation.id = session_change.operation_id
        WHERE round_id = ? ORDER BY session_change.id
        """
    private static let groups = """
        SELECT operation.public_id AS operation, course_group.public_id AS course_group
        FROM (SELECT id AS group_id, opening_operation_id AS operation_id FROM course_group
            UNION SELECT id, closing_operation_id FROM course_group
            UNION SELECT group_id, was_closing_operation_id FROM group_reopening
            UNION SELECT group_id, operation_id FROM group_reopening
            UNION SELECT group_id, operation_id FROM group_pause
            UNION SELECT group_id, operation_id FROM group_change
            UNION SELECT group_id, group_pause_end.operation_id
                FROM group_pause_end JOIN group_pause ON group_pause.id = pause_id) AS done
            JOIN operation ON operation.id = done.operation_id
            JOIN course_group ON course_group.id = done.group_id
        WHERE round_id = ? ORDER BY operation.id, course_group.id
        """
    private static let staff = """
        SELECT DISTINCT operation.public_id AS operation, person.public_id AS person, operation.id,
            is_planned
        FROM session_staff_change JOIN session ON session.id = session_id
            JOIN operation ON operation.id = session_staff_change.operation_id
            JOIN person ON person.id = person_id
        WHERE round_id = ? ORDER BY operation.id, is_planned, person
        """
}
