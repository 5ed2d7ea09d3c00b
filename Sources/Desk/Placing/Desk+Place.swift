package import Courses
import Store

extension Desk {
    /// Places people in a group, all or none; whoever is not yet in the round is enrolled.
    ///
    /// - Throws: `PlacingError` with everybody who does not fit.
    @discardableResult
    package func place(
        _ request: PlaceRequest, as actor: Actor, dryRun: Bool = false, basis: RoundBasis? = nil
    ) async throws -> AppliedOperation {
        guard !request.people.isEmpty else { throw OperationError.nobodyNamed }
        return try await operate(
            on: { try $0.resource(of: request.group) }, basis: basis, dryRun: dryRun, as: actor
        ) { writing in
            var request = request
            request.people = try writing.reading.standing(request.people)
            var placing = try Placing(writing, actor: actor, group: request.group)
            try placing.check(request)
            let operation = try writing.begin(
                .place, in: placing.round.id, on: request.from, by: actor,
                reason: request.reason)
            for person in request.people {
                try placing.place(person, from: request.from, operation: operation)
            }
            return try placing.applied(
                operation, .place, on: request.from, people: request.people)
        }
    }

    /// Moves people to another group of the round, all or none, from a day that is today or later.
    @discardableResult
    package func transfer(
        _ people: [Person.ID], to group: Group.ID, on date: LocalDate, reason: String? = nil,
        inSpiteOfRules: Bool = false, as actor: Actor, dryRun: Bool = false,
        basis: RoundBasis? = nil
    ) async throws -> AppliedOperation {
        guard !people.isEmpty else { throw OperationError.nobodyNamed }
        return try await operate(
            on: { try $0.resource(of: group) }, basis: basis, dryRun: dryRun, as: actor
        ) { writing in
            let people = try writing.reading.standing(people)
            var placing = try Placing(writing, actor: actor, group: group)
            try placing.checkForward(date)
            for person in people {
                let from = try placing.presentGroup(of: person, on: date)
                guard from != group else { throw PlacingError.sameGroup }
                try Policy.require(
                    actor, .organise, on: try writing.reading.resource(of: from),
                    date: writing.today)
                try placing.watch(from)
                try placing.watch(group, on: date)
                try placing.watchOffer(to: person, on: date)
                try placing.checkNotBegun([from, group], on: date)
            }
            try placing.checkFit(
                people, on: date, inSpiteOfRules, reason: reason, parting: true)
            let operation = try writing.begin(
                .transfer, in: placing.round.id, on: date, by: actor, reason: reason)
            for person in people {
                try placing.move(person, from: date, operation: operation)
            }
            return try placing.applied(operation, .transfer, on: date, people: people)
        }
    }

    /// Moves one person to another group of the round, from a day that is today or later.
    @discardableResult
    package func transfer(
        _ person: Person.ID, to group: Group.ID, on date: LocalDate, reason: String? = nil,
        inSpiteOfRules: Bool = false, as actor: Actor, dryRun: Bool = false,
        basis: RoundBasis? = nil
    ) async throws -> AppliedOperation {
        try await transfer(
            [person], to: group, on: date, reason: reason, inSpiteOfRules: inSpiteOfRules,
            as: actor, dryRun: dryRun, basis: basis)
    }

    /// Ends somebody's part in a round.
    @discardableResult
    package func withdraw(
        _ person: Person.ID, from round: Round.ID, on date: LocalDate, reason: String? = nil,
        as actor: Actor, dryRun: Bool = false, basis: RoundBasis? = nil
    ) async throws -> AppliedOperation {
        try await operate(
            on: { _ in .round(round) }, basis: basis, dryRun: dryRun, as: actor
        ) { writing in
            let person = try writing.reading.standing(person)
            guard let overview = try writing.reading.enrolment(of: person, in: round),
                !overview.hasLeft(on: date, today: writing.today)
            else { throw PlacingError.notEnrolled(person) }
            let ending = overview.placements.filter { $0.reaches(date) }
            for placement in ending {
                let bound = try writing.reading.sessionsBoundTo(
                    person, in: placement.group, from: max(date, placement.from),
                    before: placement.before)
                guard bound.isEmpty else {
                    throw PlacingError.againstMarks(person, sessions: bound)
                }
            }
            let offer = overview.enrolment.offer
            // What was offered to somebody without a place is free at once.
            let date = offer != nil && ending.isEmpty ? min(date, writing.today) : date
            let groups = Set(ending.map(\.group) + [offer?.group].compactMap(\.self))
            let changes = try groups.sorted().map { try GroupWatch($0, writing.reading, date) }
            let operation = try writing.begin(
                .withdraw, in: round, on: date, by: actor, reason: reason)
            try writing.endPlacements(
                of: overview.enrolment.id, before: date, operation: operation)
            try writing.step(
                overview.enrolment.id, .withdrawn, on: date, operation: operation)
            return AppliedOperation(
                id: operation.id, kind: .withdraw, effectiveOn: date, people: [person],
                groups: try changes.map { try $0.change(writing, date) })
        }
    }
}

extension EnrolmentOverview {
    /// Whether they take no part in the round on a day, and will not.
    fileprivate func hasLeft(on date: LocalDate, today: LocalDate) -> Bool {
        switch standing(on: max(date, today), today: today) {
        case .declined, .withdrawn: true
        case .applied, .waitlisted, .offered, .expired, .placed: false
        }
    }
}

extension Reading {
    func resource(of group: Group.ID) throws -> Resource {
        .group(group, round: try self.group(group).round)
    }
}
