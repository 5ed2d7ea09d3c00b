package import Courses
import Store

extension Desk {
    /// Offers people a place in a group; it holds their seats up to and with its last day, and
    /// then no longer. An offer in another group, or until another day, takes its place.
    @discardableResult
    package func offer(
        _ request: OfferRequest, as actor: Actor, dryRun: Bool = false, basis: RoundBasis? = nil
    ) async throws -> AppliedOperation {
        let people = request.people.onceEach
        guard !people.isEmpty else { throw EnrolmentError.nobodyNamed }
        return try await operate(
            on: { try $0.resource(of: request.group) }, basis: basis, dryRun: dryRun, as: actor
        ) { writing in
            var placing = try Placing(writing, actor: actor, group: request.group)
            let enrolling = try Enrolling(writing, placing.round.id.description)
            guard request.until >= writing.today else {
                throw EnrolmentError.lastDayPast(request.until)
            }
            let from = request.from ?? max(writing.today, placing.round.firstDay)
            guard from >= writing.today else { throw PlacingError.inThePast(from) }
            let enrolments = try people.map { try enrolling.unplaced($0).enrolment.id }
            try placing.checkFit(
                people, on: from, request.inSpiteOfRules, reason: request.reason)
            try placing.watch(request.group, on: from)
            let operation = try writing.begin(
                .offer, in: placing.round.id, on: writing.today, by: actor,
                reason: request.reason)
            let place = OfferedPlace(group: request.group, from: from, until: request.until)
            for enrolment in enrolments {
                try writing.offer(
                    place, to: enrolment, on: writing.today, operation: operation)
            }
            return try placing.applied(operation, .offer, on: writing.today, people: people)
        }
    }

    /// Places people as they were offered. A place that is accepted is no attendance: nobody is
    /// marked by it.
    ///
    /// - Parameter from: the first day of the place; nil is the one that was offered, or today if
    ///   that has been. May lie in the past, but not against a mark.
    @discardableResult
    package func accept(
        _ people: [Person.ID], in round: String, from: LocalDate? = nil, as actor: Actor,
        dryRun: Bool = false, basis: RoundBasis? = nil
    ) async throws -> AppliedOperation {
        let people = people.onceEach
        guard !people.isEmpty else { throw EnrolmentError.nobodyNamed }
        return try await operate(
            on: { try $0.resource(ofRound: round) }, basis: basis, dryRun: dryRun, as: actor
        ) { writing in
            let enrolling = try Enrolling(writing, round)
            var offers: [OfferedPlace] = []
            for person in people {
                let offer = try enrolling.offered(person).1
                guard offer.isOpen(on: writing.today) else {
                    throw EnrolmentError.offerExpired(person, on: offer.until)
                }
                offers.append(offer)
            }
            let accepted = Array(zip(people, offers))
            let operation = try writing.begin(
                .accept, in: enrolling.round.id,
                on: from ?? offers.map { max($0.from, writing.today) }.min() ?? writing.today,
                by: actor)
            let groups = try offers.map(\.group).onceEach.flatMap { group in
                let mine = accepted.filter { $0.1.group == group }
                let day = from ?? max(mine[0].1.from, writing.today)
                return try enrolling.place(
                    mine.map(\.0), in: group, from: day, actor, operation)
            }
            return AppliedOperation(
                id: operation.id, kind: .accept,
                effectiveOn: from ?? offers.map { max($0.from, writing.today) }.min()
                    ?? writing.today,
                people: people, groups: groups)
        }
    }

    /// Notes that people said no to what they were offered; they apply anew if they change their
    /// minds.
    @discardableResult
    package func decline(
        _ people: [Person.ID], in round: String, reason: String? = nil, as actor: Actor,
        dryRun: Bool = false, basis: RoundBasis? = nil
    ) async throws -> AppliedOperation {
        let people = people.onceEach
        guard !people.isEmpty else { throw EnrolmentError.nobodyNamed }
        return try await operate(
            on: { try $0.resource(ofRound: round) }, basis: basis, dryRun: dryRun, as: actor
        ) { writing in
            let enrolling = try Enrolling(writing, round)
            let offers = try people.map { try enrolling.offered($0) }
            try enrolling.checkWhole(people)
            let watches = try offers.map(\.1.group).onceEach
                .map { try GroupWatch($0, writing.reading, writing.today) }
            let operation = try writing.begin(
                .decline, in: enrolling.round.id, on: writing.today, by: actor, reason: reason)
            for (enrolment, _) in offers {
                try writing.step(
                    enrolment.id, .declined, on: writing.today, operation: operation)
            }
            return try enrolling.applied(
                operation, .decline, on: writing.today, people: people, groups: watches)
        }
    }
}

extension Enrolling {
    /// Somebody who can be offered a place.
    fileprivate func unplaced(_ person: Person.ID) throws -> EnrolmentOverview {
        let known = try writing.reading.enrolment(of: person, in: round.id)
        if let known, known.enrolment.step == .placed, let placement = known.placements.last {
            throw PlacingError.alreadyPlaced(person, in: placement.group)
        }
        return try self.known(person, before: .offered)
    }

    fileprivate func place(
        _ people: [Person.ID], in group: Group.ID, from date: LocalDate, _ actor: Actor,
        _ operation: OpenOperation
    ) throws -> [GroupChange] {
        var placing = try Placing(writing, actor: actor, group: group)
        try placing.checkOpen(group)
        try placing.watch(group, on: date)
        try placing.checkNoMarks(of: people, from: date)
        try placing.checkCompany(people, on: date)
        for person in people { try placing.place(person, from: date, operation: operation) }
        return try placing.applied(operation, .accept, on: date, people: people).groups
    }
}
