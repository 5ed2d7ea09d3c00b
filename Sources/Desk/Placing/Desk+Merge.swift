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
            for group in groups {
                try Policy.require(
                    actor, .organise, on: try writing.reading.resource(of: group),
                    date: writing.today)
            }
            for group in groups + [target] { try placing.checkOpen(group) }
            try placing.checkNotBegun(groups + [target], on: date)
            try placing.watch(target, on: date)
            for group in groups { try placing.watch(group, on: date) }
            let people = try Self.people(of: groups, besides: placing.group, writing, on: date)
            for person in people { try placing.watchOffer(to: person, on: date) }
            let company = try MergedCompany(groups, into: target, on: date, writing)
            try placing.checkSize(company, inSpiteOfRules, reason)
            try placing.checkApart(company, inSpiteOfRules, reason)
            let clashes = try writing.reading.clashes(in: placing.round.id, from: writing.today)
            let operation = try writing.begin(
                .merge, in: placing.round.id, on: date, by: actor, reason: reason)
            for person in people {
                try placing.join(person, leaving: groups, from: date, operation: operation)
            }
            var changing = SessionChanging(writing, operation)
            for group in groups {
                try placing.moveOffers(of: group, on: date, operation: operation)
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
}

/// Everybody who has a seat in groups that are made one, or will have.
private struct MergedCompany {
    private let placements: [Placement]
    private let offered: [Group.ID: [Person.ID]]
    private let target: Group.ID
    private let date: LocalDate

    init(
        _ groups: [Group.ID], into target: Group.ID, on date: LocalDate, _ writing: Writing
    ) throws {
        let all = groups + [target]
        placements = try all.flatMap { try writing.reading.placements(in: $0) }
            .filter { $0.before.map { date < $0 } ?? true }
        offered = try all.reduce(into: [:]) { offered, group in
            offered[group] = try writing.reading.offered(in: group, on: writing.today)
        }
        self.target = target
        self.date = date
    }

    /// How many seats are taken on the day when most are; open offers hold theirs.
    var seats: Int {
        let days = [date] + placements.map(\.from).filter { $0 > date }
        let held = Set(offered.values.joined())
        return days.map { day in
            held.union(placements.filter { $0.includes(day) }.map(\.person)).count
        }.max() ?? held.count
    }

    /// In which of the groups everybody is, or has been offered a place.
    var homes: [Person.ID: Set<Group.ID>] {
        var homes: [Person.ID: Set<Group.ID>] = [:]
        for placement in placements {
            homes[placement.person, default: []].insert(placement.group)
        }
        for (group, people) in offered {
            for person in people { homes[person, default: []].insert(group) }
        }
        return homes
    }

    /// Those who come into the group from another.
    var coming: [Person.ID] {
        homes.filter { $0.value != [target] }.keys.sorted()
    }
}

extension Placing {
    /// Nobody loses their place because two groups are made one: of what a group demands only
    /// the size is asked.
    fileprivate func checkSize(
        _ company: MergedCompany, _ inSpiteOfRules: Bool, _ reason: String?
    ) throws {
        let (seats, maximum) = (company.seats, group.size.maximum)
        guard seats > maximum else { return }
        guard inSpiteOfRules else {
            throw PlacingError.tooMany(count: seats, maximum: maximum)
        }
        guard let reason, !reason.allSatisfy(\.isWhitespace) else {
            throw PlacingError.reasonNeeded
        }
    }

    /// Whether the merge brings people together who are kept apart; those who were in one group
    /// already are not asked of again.
    fileprivate func checkApart(
        _ company: MergedCompany, _ inSpiteOfRules: Bool, _ reason: String?
    ) throws {
        let parties = try writing.reading.parties(in: round.id)
        let homes = company.homes
        let faults = try company.coming.compactMap { person -> PersonObstacles? in
            let met = parties.apart(from: person).filter { other in
                homes[other].map { $0.isDisjoint(with: homes[person] ?? []) } ?? false
            }
            guard !met.isEmpty else { return nil }
            return PersonObstacles(
                person: person, name: try writing.reading.person(person).name,
                obstacles: [.apart], others: met.sorted())
        }
        guard !faults.isEmpty else { return }
        guard inSpiteOfRules else { throw PlacingError.obstacles(faults) }
        guard let reason, !reason.allSatisfy(\.isWhitespace) else {
            throw PlacingError.reasonNeeded
        }
    }
}
