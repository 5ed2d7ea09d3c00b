package import Courses
internal import Store

extension Desk {
    /// Moves everybody of some groups into another, and closes the groups that they left.
    ///
    /// The closed groups' own sessions from the day on are cancelled; all of it is one operation.
    /// Whoever was to move on to yet another group, or to withdraw, still does so on that day.
    @discardableResult
    package func merge(
        _ groups: [Group.ID], into target: Group.ID, on date: LocalDate, reason: String? = nil,
        inSpiteOfRules: Bool = false, as actor: Actor, dryRun: Bool = false
    ) async throws -> AppliedOperation {
        try await write(dryRun: dryRun) { writing in
            var placing = try Placing(writing, actor: actor, group: target)
            try placing.checkForward(date)
            for group in groups + [target] { try placing.checkOpen(group) }
            try placing.checkNotBegun(groups + [target], on: date)
            try placing.watch(target, on: date)
            for group in groups { try placing.watch(group, on: date) }
            let people = try Self.people(of: groups, besides: placing.group, writing, on: date)
            try Self.checkSize(placing, people.count, on: date, inSpiteOfRules, reason)
            let operation = try writing.begin(.merge, on: date, by: actor, reason: reason)
            for person in people {
                try placing.join(person, leaving: groups, from: date, operation: operation)
            }
            for group in groups {
                try writing.close(group, on: date, operation: operation)
                try Self.cancelSessions(of: group, from: date, writing, operation)
            }
            return try placing.applied(operation, .merge, on: date, people: people)
        }
    }

    private static func people(
        of groups: [Group.ID], besides target: Group, _ writing: Writing, on date: LocalDate
    ) throws -> [Person.ID] {
        var people: [Person.ID] = []
        for id in groups {
            guard id != target.id else { throw PlacingError.sameGroup }
            guard try writing.reading.group(id).round == target.round else {
                throw PlacingError.otherRound
            }
            people += try writing.reading.placements(in: id)
                .filter { $0.before.map { date < $0 } ?? true }.map(\.person)
        }
        return people.onceEach
    }

    /// Nobody loses their place because two groups are made one: only the size is asked.
    private static func checkSize(
        _ placing: Placing, _ joining: Int, on date: LocalDate, _ inSpiteOfRules: Bool,
        _ reason: String?
    ) throws {
        let occupied = try GroupWatch.size(placing.group.id, placing.writing.reading, date)
        let maximum = placing.group.size.maximum
        guard occupied + joining > maximum else { return }
        guard inSpiteOfRules else {
            throw PlacingError.tooMany(count: occupied + joining, maximum: maximum)
        }
        guard let reason, !reason.isEmpty else { throw PlacingError.reasonNeeded }
    }

    private static func cancelSessions(
        of group: Group.ID, from date: LocalDate, _ writing: Writing, _ operation: OpenOperation
    ) throws {
        for overview in try writing.reading.sessions(SessionFilter(group: group, from: date))
        where overview.session.groups.count == 1 && overview.session.state == .planned {
            let session = overview.session
            try writing.change(
                session.id, to: session.with(state: .cancelled), operation: operation)
        }
    }

    /// Voids an operation and all that it wrote.
    ///
    /// - Throws: `PlacingError.cannotUndo` with everything that rests on it.
    @discardableResult
    package func undo(_ id: OperationID, as actor: Actor) async throws -> OperationID {
        try await write { writing in
            try Policy.require(actor, .organise, on: .organisation, date: writing.today)
            let operation = try writing.reading.operation(id)
            if try writing.reading.mergesProtected(id) {
                try Policy.require(
                    actor, .readProtected, on: .organisation, date: writing.today)
            }
            let obstacles = try writing.reading.obstacles(toUndoing: operation, at: writing.now)
            guard obstacles.isEmpty else { throw PlacingError.cannotUndo(obstacles) }
            let undo = try writing.begin(.undo, on: writing.today, by: actor, undoing: id)
            try writing.void(id, by: undo)
            return undo.id
        }
    }
}
