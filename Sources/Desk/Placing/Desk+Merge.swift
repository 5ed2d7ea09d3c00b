package import Courses
import Store

extension Desk {
    /// Moves everybody of some groups into another, and closes the groups that they left.
    ///
    /// The closed groups' own sessions from the day on are cancelled; all of it is one operation.
    /// Whoever was to move on to yet another group, or to withdraw, still does so on that day.
    @discardableResult
    package func merge(
        _ groups: [Group.ID], into target: Group.ID, on date: LocalDate, reason: String? = nil,
        inSpiteOfRules: Bool = false, as actor: Actor, dryRun: Bool = false,
        basis: RoundBasis? = nil
    ) async throws -> AppliedOperation {
        let groups = groups.onceEach
        return try await operate(
            on: { try $0.resource(of: target) }, basis: basis, dryRun: dryRun, as: actor
        ) { writing in
            var placing = try Placing(writing, actor: actor, group: target)
            try placing.checkForward(date)
            for group in groups + [target] { try placing.checkOpen(group) }
            try placing.checkNotBegun(groups + [target], on: date)
            try placing.watch(target, on: date)
            for group in groups { try placing.watch(group, on: date) }
            let people = try Self.people(of: groups, besides: placing.group, writing, on: date)
            try Self.checkSize(placing, people.count, on: date, inSpiteOfRules, reason)
            let clashes = try writing.reading.clashes(in: placing.round.id, from: writing.today)
            let operation = try writing.begin(
                .merge, in: placing.round.id, on: date, by: actor, reason: reason)
            for person in people {
                try placing.join(person, leaving: groups, from: date, operation: operation)
            }
            var changing = SessionChanging(writing, operation)
            for group in groups {
                try placing.moveOffers(of: group, operation: operation)
                try writing.close(group, on: date, operation: operation)
                for overview in try changing.coming(of: group, from: date) {
                    try changing.cancel(overview)
                }
            }
            return try placing.applied(operation, .merge, on: date, people: people)
                .with(changing, clashesBefore: clashes, in: placing.round.id)
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
        let reading = placing.writing.reading
        let occupied =
            try GroupWatch.size(placing.group.id, reading, date)
            + reading.offered(in: placing.group.id, on: placing.writing.today).count
        let maximum = placing.group.size.maximum
        guard occupied + joining > maximum else { return }
        guard inSpiteOfRules else {
            throw PlacingError.tooMany(count: occupied + joining, maximum: maximum)
        }
        guard let reason, !reason.isEmpty else { throw PlacingError.reasonNeeded }
    }
}
