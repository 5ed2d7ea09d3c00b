package import Courses
import Store

extension Desk {
    /// Notes that people want to take part in a round, with what they wish.
    ///
    /// Whoever has withdrawn or declined may apply again; then they wait from that day.
    @discardableResult
    package func apply(
        _ application: NewApplication, as actor: Actor, dryRun: Bool = false,
        basis: RoundBasis? = nil
    ) async throws -> AppliedOperation {
        try Self.check(application)
        return try await operate(
            on: { try $0.resource(ofRound: application.round) }, basis: basis, dryRun: dryRun,
            as: actor
        ) { writing in
            let people = try writing.reading.standing(application.people)
            let enrolling = try Enrolling(writing, application.round)
            let date = application.appliedOn ?? writing.today
            guard date <= writing.today else { throw EnrolmentError.inTheFuture(date) }
            try Self.check(date, on: writing.today)
            try enrolling.register(application, by: actor)
            for person in people { try enrolling.checkMayApply(person, application) }
            try enrolling.checkGroups(application.wishes)
            let operation = try writing.begin(
                .apply, in: enrolling.round.id, on: date, by: actor,
                reason: application.reason)
            for (index, person) in people.enumerated() {
                let enrolment = try writing.apply(
                    person, in: enrolling.round.id, on: date,
                    childcare: application.childcare.map { index == 0 ? $0 : 0 },
                    operation: operation)
                for wish in application.wishes {
                    try writing.wish(wish, in: enrolment, operation: operation)
                }
            }
            if application.together {
                try enrolling.join(
                    people + application.beside, application.childcare ?? 0, operation)
            }
            try enrolling.keepApart(people, application.apart, operation)
            return try enrolling.applied(operation, .apply, on: date, people: people)
        }
    }

    private static func check(_ application: NewApplication) throws {
        guard !application.people.isEmpty else { throw EnrolmentError.nobodyNamed }
        if let childcare = application.childcare, !(0...20).contains(childcare) {
            throw EnrolmentError.childcareOutOfRange(childcare)
        }
        for case .priority(let priority) in application.wishes { try check(priority) }
    }

    /// Whether somebody is registered with this id, as they would be anew; nil where nobody is.
    package func isRegistered(
        _ id: Person.ID, as new: NewPerson, by actor: Actor
    ) async throws -> Bool? {
        let today = today
        return try await store.read { reading in
            try Policy.require(actor, .readPeople, on: .organisation, date: today)
            return try reading.isRegistered(id, as: new)
        }
    }

    /// No step of an enrolment is noted as having been taken more than five years ago.
    static func check(_ date: LocalDate, on today: LocalDate) throws {
        guard !NewApplication.isTooLongAgo(date, on: today) else {
            throw EnrolmentError.tooLongAgo(date)
        }
    }

    static func check(_ priority: Int) throws {
        guard Wish.priorities.contains(priority) else {
            throw EnrolmentError.priorityOutOfRange(priority)
        }
    }
}

extension Enrolling {
    /// Registers whoever is new; an id that is known already must be of the same person.
    fileprivate func register(_ application: NewApplication, by actor: Actor) throws {
        guard !application.new.isEmpty else { return }
        try Policy.require(actor, .organise, on: .organisation, date: writing.today)
        for (id, new) in application.new.sorted(by: { $0.key < $1.key }) {
            guard !new.name.isEmpty else { throw OrganisingError.nameMissing }
            if let isSame = try writing.reading.isRegistered(id, as: new) {
                guard isSame else { throw EnrolmentError.registeredOtherwise(id) }
                continue
            }
            try writing.add(new, id: id)
            try writing.audit("addPerson", "person", id.description, by: actor)
        }
    }

    fileprivate func checkMayApply(
        _ person: Person.ID, _ application: NewApplication
    ) throws {
        _ = try writing.reading.person(person)
        guard let known = try writing.reading.enrolment(of: person, in: round.id) else { return }
        guard EnrolmentStep.applied.mayFollow(known.enrolment.step) else {
            throw EnrolmentError.stepImpossible(
                person, from: known.enrolment.step, to: .applied)
        }
        for case .priority(let priority) in application.wishes {
            try checkReason(
                application.reason, ofPriority: priority, of: known.enrolment.id)
        }
    }

    fileprivate func checkGroups(_ wishes: [Wish]) throws {
        for case .group(let group) in wishes
        where try writing.reading.group(group).round != round.id {
            throw PlacingError.otherRound
        }
    }

    fileprivate func join(
        _ people: [Person.ID], _ childcare: Int, _ operation: OpenOperation
    ) throws {
        guard let first = people.first, people.count > 1 else { return }
        for person in people { _ = try writing.reading.person(person) }
        let known = try writing.reading.parties(in: round.id).together(with: first)
        guard !known.isSuperset(of: people) else { return }
        try writing.addParty(.together, of: people, childcare: childcare, operation: operation)
    }

    fileprivate func keepApart(
        _ people: [Person.ID], _ others: [Person.ID], _ operation: OpenOperation
    ) throws {
        guard let first = people.first else { return }
        let known = try writing.reading.parties(in: round.id).apart(from: first)
        for other in others.onceEach where other != first && !known.contains(other) {
            _ = try writing.reading.person(other)
            try writing.addParty(.apart, of: [first, other], childcare: 0, operation: operation)
        }
    }
}
