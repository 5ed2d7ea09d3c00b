import Courses
import Store

/// Steps of enrolments in one round, under way in one transaction.
struct Enrolling {
    let writing: Writing
    let round: Round

    init(_ writing: Writing, _ reference: String) throws {
        self.writing = writing
        round = try writing.reading.round(reference)
        if let ended = round.endedOn { throw PlacingError.roundEnded(ended) }
    }

    /// Somebody's enrolment, from which the step can be taken.
    func known(_ person: Person.ID, before step: EnrolmentStep) throws -> EnrolmentOverview {
        guard let known = try writing.reading.enrolment(of: person, in: round.id) else {
            throw PlacingError.notEnrolled(person)
        }
        guard step.mayFollow(known.enrolment.step) else {
            throw EnrolmentError.stepImpossible(person, from: known.enrolment.step, to: step)
        }
        return known
    }

    func offered(_ person: Person.ID) throws -> (Enrolment, OfferedPlace) {
        guard let known = try writing.reading.enrolment(of: person, in: round.id) else {
            throw PlacingError.notEnrolled(person)
        }
        guard let offer = known.enrolment.offer else { throw EnrolmentError.notOffered(person) }
        return (known.enrolment, offer)
    }

    /// Those who belong with somebody and hold an offer too must be named with them.
    func checkWhole(_ people: [Person.ID]) throws {
        let parties = try writing.reading.parties(in: round.id)
        let faults = try people.compactMap { person -> PersonObstacles? in
            let left = try parties.together(with: person).subtracting(people).sorted()
                .filter {
                    try writing.reading.enrolment(of: $0, in: round.id)?.enrolment.offer != nil
                }
            guard !left.isEmpty else { return nil }
            return PersonObstacles(
                person: person, name: try writing.reading.person(person).name,
                obstacles: [.party], others: left)
        }
        guard faults.isEmpty else { throw PlacingError.obstacles(faults) }
    }

    /// A priority that somebody has been given is changed for a reason only.
    func checkReason(
        _ reason: String?, ofPriority priority: Int?, of enrolment: Enrolment.ID
    ) throws {
        guard let priority, !reason.isGiven else { return }
        let present = try writing.reading.wishes(in: enrolment).priority
        guard present == nil || present == priority else { throw PlacingError.reasonNeeded }
    }

    /// Notes the priority, unless it is the one they have.
    func prioritise(
        _ enrolment: Enrolment.ID, _ priority: Int, operation: OpenOperation
    ) throws {
        guard try writing.reading.wishes(in: enrolment).priority != priority else { return }
        try writing.wish(.priority(priority), in: enrolment, operation: operation)
    }

    func applied(
        _ operation: OpenOperation, _ kind: OperationKind, on date: LocalDate,
        people: [Person.ID], groups: [GroupWatch] = []
    ) throws -> AppliedOperation {
        AppliedOperation(
            id: operation.id, kind: kind, effectiveOn: date, people: people,
            groups: try groups.map { try $0.change(writing, date) })
    }
}

extension Reading {
    func resource(ofRound reference: String) throws -> Resource {
        .round(try round(reference).id)
    }
}
