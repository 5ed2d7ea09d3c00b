package import Courses
import Store

extension Desk {
    /// Puts people on a round's waiting list, or back on it.
    ///
    /// - Parameters:
    ///   - priority: the higher, the sooner; nil leaves it as it is.
    ///   - reason: needed to change a priority that somebody has been given.
    @discardableResult
    package func waitlist(
        _ people: [Person.ID], in round: String, priority: Int? = nil, reason: String? = nil,
        as actor: Actor, dryRun: Bool = false, basis: RoundBasis? = nil
    ) async throws -> AppliedOperation {
        guard !people.isEmpty else { throw EnrolmentError.nobodyNamed }
        if let priority { try Self.check(priority) }
        return try await operate(
            on: { try $0.resource(ofRound: round) }, basis: basis, dryRun: dryRun, as: actor
        ) { writing in
            let people = try writing.reading.standing(people)
            let enrolling = try Enrolling(writing, round)
            let known = try people.map { try enrolling.mayWait($0) }
            for overview in known {
                try enrolling.checkReason(
                    reason, ofPriority: priority, of: overview.enrolment.id)
            }
            let watches = try known.compactMap(\.enrolment.offer?.group).onceEach
                .map { try GroupWatch($0, writing.reading, writing.today) }
            let operation = try writing.begin(
                .waitlist, in: enrolling.round.id, on: writing.today, by: actor, reason: reason)
            for enrolment in known.map(\.enrolment) {
                if enrolment.step != .waitlisted {
                    try writing.step(
                        enrolment.id, .waitlisted, on: writing.today, operation: operation)
                }
                if let priority {
                    try enrolling.prioritise(enrolment.id, priority, operation: operation)
                }
            }
            return try enrolling.applied(
                operation, .waitlist, on: writing.today, people: people, groups: watches)
        }
    }

    /// Gives people another priority in a round; who did so when and why is kept.
    @discardableResult
    package func prioritise(
        _ people: [Person.ID], in round: String, priority: Int, reason: String,
        as actor: Actor, dryRun: Bool = false, basis: RoundBasis? = nil
    ) async throws -> AppliedOperation {
        guard !people.isEmpty else { throw EnrolmentError.nobodyNamed }
        guard Optional(reason).isGiven else { throw PlacingError.reasonNeeded }
        try Self.check(priority)
        return try await operate(
            on: { try $0.resource(ofRound: round) }, basis: basis, dryRun: dryRun, as: actor
        ) { writing in
            let people = try writing.reading.standing(people)
            let enrolling = try Enrolling(writing, round)
            let enrolments = try people.map { person in
                let known = try writing.reading.enrolment(of: person, in: enrolling.round.id)
                guard let known else { throw PlacingError.notEnrolled(person) }
                return known.enrolment.id
            }
            let operation = try writing.begin(
                .prioritise, in: enrolling.round.id, on: writing.today, by: actor,
                reason: reason)
            for enrolment in enrolments {
                try enrolling.prioritise(enrolment, priority, operation: operation)
            }
            return try enrolling.applied(
                operation, .prioritise, on: writing.today, people: people)
        }
    }

    /// What was said of somebody's priority in a round, the first first.
    package func priorities(
        of person: Person.ID, in round: String, as actor: Actor
    ) async throws -> [PriorityChange] {
        let today = today
        return try await store.read { reading in
            let id = try reading.round(round).id
            try Policy.require(actor, .readPeople, on: .round(id), date: today)
            guard let known = try reading.enrolment(of: person, in: id) else {
                throw PlacingError.notEnrolled(person)
            }
            return try reading.priorities(of: known.enrolment.id)
        }
    }
}

extension Enrolling {
    /// Somebody without a place: whoever has one withdraws first, and applies anew.
    fileprivate func mayWait(_ person: Person.ID) throws -> EnrolmentOverview {
        let known = try known(person, before: .waitlisted)
        guard known.enrolment.step != .placed else {
            throw EnrolmentError.stepImpossible(person, from: .placed, to: .waitlisted)
        }
        return known
    }
}
