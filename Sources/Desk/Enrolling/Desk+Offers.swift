package import Courses
import Store

extension Desk {
    /// Offers people a place in a group; it holds their seats up to and with its last day, and
    /// then no longer. An offer in another group, or until another day, takes its place.
    @discardableResult
    package func offer(
        _ request: OfferRequest, as actor: Actor, dryRun: Bool = false, basis: RoundBasis? = nil
    ) async throws -> AppliedOperation {
        guard !request.people.isEmpty else { throw EnrolmentError.nobodyNamed }
        return try await operate(
            on: { try $0.resource(of: request.group) }, basis: basis, dryRun: dryRun, as: actor
        ) { writing in
            let people = try writing.reading.standing(request.people)
            var placing = try Placing(writing, actor: actor, group: request.group)
            let enrolling = try Enrolling(writing, placing.round.id.description)
            guard request.until >= writing.today else {
                throw EnrolmentError.lastDayPast(request.until)
            }
            let from = request.from ?? max(writing.today, placing.round.firstDay)
            guard from >= writing.today else { throw PlacingError.inThePast(from) }
            let enrolments = try people.map { person in
                try placing.checkUnplaced(person, from: from)
                return try enrolling.known(person, before: .offered).enrolment.id
            }
            let overruled = try placing.checkFit(
                people, on: from, request.inSpiteOfRules, reason: request.reason)
            try placing.watch(request.group, on: from)
            for person in people { try placing.watchOffer(to: person, on: from) }
            let operation = try writing.begin(
                .offer, in: placing.round.id, on: writing.today, by: actor,
                reason: request.reason)
            for (person, enrolment) in zip(people, enrolments) {
                let met = overruled.first { $0.person == person }?.others ?? []
                try writing.offer(
                    OfferedPlace(group: request.group, from: from, until: request.until),
                    to: enrolment, on: writing.today,
                    inSpiteOf: Dictionary(uniqueKeysWithValues: met.map { ($0, operation.id) }),
                    operation: operation)
            }
            return try placing.applied(operation, .offer, on: writing.today, people: people)
        }
    }

    /// Places people as they were offered. A place that is accepted is no attendance: nobody is
    /// marked by it.
    ///
    /// - Parameter from: the first day of the place; nil is the one that was offered, or today if
    ///   that has been. May lie in the past, up to five years, but not against a mark.
    @discardableResult
    package func accept(
        _ people: [Person.ID], in round: String, from: LocalDate? = nil, as actor: Actor,
        dryRun: Bool = false, basis: RoundBasis? = nil
    ) async throws -> AppliedOperation {
        guard !people.isEmpty else { throw EnrolmentError.nobodyNamed }
        return try await operate(
            on: { try $0.resource(ofRound: round) }, basis: basis, dryRun: dryRun, as: actor
        ) { writing in
            let people = try writing.reading.standing(people)
            let enrolling = try Enrolling(writing, round)
            if let from { try Self.check(from, on: writing.today) }
            var accepted: [AcceptedPlace] = []
            for person in people {
                let offer = try enrolling.offered(person).1
                guard offer.isOpen(on: writing.today) else {
                    throw EnrolmentError.offerExpired(person, on: offer.until)
                }
                accepted.append(
                    AcceptedPlace(
                        person: person, offer: offer,
                        from: from ?? max(offer.from, writing.today)))
            }
            try enrolling.checkWhole(people)
            let date = accepted.map(\.from).min() ?? writing.today
            let operation = try writing.begin(
                .accept, in: enrolling.round.id, on: date, by: actor)
            let groups = try accepted.map(\.offer.group).onceEach.flatMap { group in
                try enrolling.place(
                    accepted.filter { $0.offer.group == group }, in: group, actor, operation)
            }
            return AppliedOperation(
                id: operation.id, kind: .accept, effectiveOn: date, people: people,
                groups: groups)
        }
    }

    /// Notes that people said no to what they were offered; they apply anew if they change their
    /// minds.
    @discardableResult
    package func decline(
        _ people: [Person.ID], in round: String, reason: String? = nil, as actor: Actor,
        dryRun: Bool = false, basis: RoundBasis? = nil
    ) async throws -> AppliedOperation {
        guard !people.isEmpty else { throw EnrolmentError.nobodyNamed }
        return try await operate(
            on: { try $0.resource(ofRound: round) }, basis: basis, dryRun: dryRun, as: actor
        ) { writing in
            let people = try writing.reading.standing(people)
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

/// A place that somebody takes up, and its first day.
private struct AcceptedPlace {
    let person: Person.ID
    let offer: OfferedPlace
    let from: LocalDate
}

extension Enrolling {
    fileprivate func place(
        _ accepted: [AcceptedPlace], in group: Group.ID, _ actor: Actor,
        _ operation: OpenOperation
    ) throws -> [GroupChange] {
        let date = accepted.map(\.from).max() ?? writing.today
        var placing = try Placing(writing, actor: actor, group: group)
        try placing.checkOpen(group)
        try placing.watch(group, on: date)
        for place in accepted {
            try placing.checkUnplaced(place.person, from: place.from)
            try placing.checkNoMarks(of: [place.person], from: place.from)
        }
        try placing.checkCompany(
            accepted.map(\.person), on: accepted.map(\.from).min() ?? date)
        try placing.checkRoom(
            accepted.map { ($0.person, from: $0.from, offeredFrom: $0.offer.from) })
        for place in accepted {
            try placing.place(place.person, from: place.from, operation: operation)
        }
        return try placing.applied(
            operation, .accept, on: date, people: accepted.map(\.person)
        ).groups
    }
}
