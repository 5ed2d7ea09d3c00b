package import Courses
internal import Store

extension Desk {
    /// Places people in a group, all or none; whoever is not yet in the round is enrolled.
    ///
    /// - Throws: `PlacingError` with everybody who does not fit.
    @discardableResult
    package func place(
        _ request: PlaceRequest, as actor: Actor, dryRun: Bool = false
    ) async throws -> AppliedOperation {
        var request = request
        request.people = request.people.onceEach
        let asked = request
        return try await write(dryRun: dryRun) { writing in
            let request = asked
            var placing = try Placing(writing, actor: actor, group: request.group)
            try placing.check(request)
            let operation = try writing.begin(
                .place, on: request.from, by: actor, reason: request.reason)
            for person in request.people {
                try placing.place(person, from: request.from, operation: operation)
            }
            return try placing.applied(
                operation, .place, on: request.from, people: request.people)
        }
    }

    /// Moves one person to another group of the round, from a day that is today or later.
    @discardableResult
    package func transfer(
        _ person: Person.ID, to group: Group.ID, on date: LocalDate, reason: String? = nil,
        inSpiteOfRules: Bool = false, as actor: Actor, dryRun: Bool = false
    ) async throws -> AppliedOperation {
        try await write(dryRun: dryRun) { writing in
            var placing = try Placing(writing, actor: actor, group: group)
            try placing.checkForward(date)
            let from = try placing.presentGroup(of: person, on: date)
            guard from != group else { throw PlacingError.sameGroup }
            try placing.watch(from)
            try placing.checkFit([person], on: date, inSpiteOfRules, reason: reason)
            try placing.checkNotBegun([from, group], on: date)
            let operation = try writing.begin(.transfer, on: date, by: actor, reason: reason)
            try placing.move(person, from: date, operation: operation)
            return try placing.applied(operation, .transfer, on: date, people: [person])
        }
    }

    /// Ends somebody's part in a round.
    @discardableResult
    package func withdraw(
        _ person: Person.ID, from round: Round.ID, on date: LocalDate, reason: String? = nil,
        as actor: Actor, dryRun: Bool = false
    ) async throws -> AppliedOperation {
        try await write(dryRun: dryRun) { writing in
            try Policy.require(actor, .organise, on: .round(round), date: writing.today)
            guard let overview = try writing.reading.enrolment(of: person, in: round),
                overview.enrolment.step != .withdrawn
            else { throw PlacingError.notEnrolled(person) }
            let groups = Set(
                overview.placements.filter { $0.before.map { date < $0 } ?? true }.map(\.group))
            for group in groups.sorted() {
                let bound = try writing.reading.sessionsBoundTo(person, in: group, from: date)
                guard bound.isEmpty else {
                    throw PlacingError.againstMarks(person, sessions: bound)
                }
            }
            let changes = try groups.sorted().map { try GroupWatch($0, writing.reading, date) }
            let operation = try writing.begin(.withdraw, on: date, by: actor, reason: reason)
            try writing.endPlacements(
                of: overview.enrolment.id, before: date, operation: operation)
            try writing.step(
                overview.enrolment.id, .withdrawn, on: date, operation: operation)
            return AppliedOperation(
                id: operation.id, kind: .withdraw, effectiveOn: date, people: [person],
                groups: try changes.map { try $0.change(writing.reading, date) })
        }
    }
}
