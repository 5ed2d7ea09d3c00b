import Courses
internal import GRDB

/// What a report is narrowed to besides rounds, as far as a change can be told by it: of what isn't
/// known of a change, it may touch any value.
struct ReportNarrowing {
    /// What is known of a change: by dimensions' codes the codes of all values that it may stand
    /// under.
    typealias Reach = [String: Set<String>]

    private let wanted: Reach
    private let rounds: [Round.ID: Reach]
    private let groups: [Group.ID: Reach]

    init(_ report: FrozenReport, _ reading: Reading) throws {
        wanted = report.parameters.filter.reduce(into: [:]) { wanted, field in
            let parts = field.split(separator: "=", maxSplits: 1).map(String.init)
            if parts.count == 2 { wanted[parts[0], default: []].insert(parts[1]) }
        }
        guard !wanted.isEmpty else {
            (rounds, groups) = ([:], [:])
            return
        }
        let programmes = Dictionary(
            try reading.programmes().map { ($0.id, $0.code) },
            uniquingKeysWith: { first, _ in first })
        rounds = Dictionary(
            try reading.rounds().map { ($0.id, Self.reach(of: $0, programmes)) },
            uniquingKeysWith: { first, _ in first })
        let changed = try reading.groupsChanged(after: report.bound)
        groups = Dictionary(
            try reading.groups().map { group in
                (group.id, Self.reach(of: group, isAsItWas: !changed.contains(group.id)))
            }, uniquingKeysWith: { first, _ in first })
    }

    var isNone: Bool { wanted.isEmpty }

    private static func reach(of round: Round, _ programmes: [Programme.ID: String]) -> Reach {
        let term = (round.firstDay.month > 6 ? "HT" : "VT") + round.firstDay.description.prefix(4)
        var reach: Reach = ["term": [term]]
        if let programme = programmes[round.programme] { reach["programme"] = [programme] }
        return reach
    }

    /// Which languages a group had that was changed since, nobody knows.
    private static func reach(of group: Group, isAsItWas: Bool) -> Reach {
        var reach: Reach = ["group": [group.id.description]]
        if isAsItWas { reach["language"] = Set(group.languages.map(\.rawValue)) }
        return reach
    }

    func reach(of round: Round.ID) -> Reach { rounds[round] ?? [:] }

    /// Of something that is told of several groups; of everything where there are none, or one of
    /// them isn't known.
    func reach(of ids: [Group.ID]) -> Reach {
        let reaches = ids.map { groups[$0] ?? [:] }
        return ["group", "language"].reduce(into: [:]) { reach, dimension in
            let values = reaches.compactMap { $0[dimension] }
            guard !values.isEmpty, values.count == ids.count else { return }
            reach[dimension] = values.reduce(into: []) { $0.formUnion($1) }
        }
    }

    /// Whether what is known of a change lets it stand under a value of each dimension.
    func lets(_ reach: Reach) -> Bool {
        wanted.allSatisfy { dimension, values in
            reach[dimension].map { !$0.isDisjoint(with: values) } ?? true
        }
    }
}

extension Reading {
    fileprivate func groupsChanged(after bound: LogBound) throws -> Set<Group.ID> {
        try Group.ID.fetchSet(
            db,
            sql: """
                SELECT public_id FROM group_change JOIN course_group ON course_group.id = group_id
                WHERE operation_id > ?
                """, arguments: [bound.operation])
    }

    /// All groups in which an operation changed who has a place, or what sessions there are; of
    /// sessions that it moved or called off, also those to which people of their groups came later,
    /// since whoever completes counts where they were placed last.
    func groups(touchedBy operation: Int64) throws -> [Group.ID] {
        let statement = try db.cachedStatement(
            sql: """
                WITH changed (group_id) AS (
                    SELECT group_id FROM session_change JOIN session_group
                            ON session_group.session_id = session_change.session_id
                        WHERE session_change.operation_id = ?1)
                SELECT public_id FROM course_group WHERE id IN (
                    SELECT group_id FROM placement WHERE operation_id = ?1
                    UNION ALL SELECT group_id
                        FROM placement_end JOIN placement ON placement.id = placement_id
                        WHERE placement_end.operation_id = ?1
                    UNION ALL SELECT group_id FROM enrolment_step
                        WHERE operation_id = ?1 AND group_id IS NOT NULL
                    UNION ALL SELECT group_id FROM session JOIN session_group
                            ON session_group.session_id = session.id
                        WHERE session.operation_id = ?1
                    UNION ALL SELECT group_id FROM changed
                    UNION ALL SELECT later.group_id
                        FROM changed JOIN placement ON placement.group_id = changed.group_id
                            JOIN placement AS later ON later.enrolment_id = placement.enrolment_id
                        WHERE placement.voided_by IS NULL AND later.voided_by IS NULL
                    UNION ALL SELECT group_id FROM group_change WHERE operation_id = ?1
                    UNION ALL SELECT group_id FROM group_pause WHERE operation_id = ?1
                    UNION ALL SELECT group_id
                        FROM group_pause_end JOIN group_pause ON group_pause.id = pause_id
                        WHERE group_pause_end.operation_id = ?1
                    UNION ALL SELECT id FROM course_group
                        WHERE opening_operation_id = ?1 OR closing_operation_id = ?1
                    UNION ALL SELECT group_id FROM group_reopening WHERE operation_id = ?1)
                ORDER BY id
                """)
        return try Group.ID.fetchAll(statement, arguments: [operation])
    }
}
