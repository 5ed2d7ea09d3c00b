import Courses
import Store

extension Placing {
    /// Ends somebody's place in a group, or what they were offered there; unless they go on in
    /// another group, they wait again; from the end of another place, where that has one after
    /// which nothing was to come but this group.
    func waitAgain(
        _ person: Person.ID, leaving group: Group.ID, on date: LocalDate,
        _ operation: OpenOperation
    ) throws {
        guard let known = try writing.reading.enrolment(of: person, in: round.id) else { return }
        try writing.endPlacements(
            of: known.enrolment.id, in: group, before: date, operation: operation)
        if let offer = known.enrolment.offer {
            // An offer in another group outlasts the place; one in this group ends at once.
            guard offer.group == group else { return }
            return try writing.step(
                known.enrolment.id, .waitlisted, on: writing.today, operation: operation)
        }
        let left = try writing.reading.enrolment(of: person, in: round.id)
        guard let last = left?.placement(reaching: date) else {
            return try wait(known, from: date, operation)
        }
        guard let end = last.before, known.enrolment.step(on: end)?.step == .placed else { return }
        try wait(known, from: end, operation)
    }

    /// Notes that somebody waits from a day on; what they are to do on a later day stands.
    func wait(
        _ known: EnrolmentOverview, from date: LocalDate, _ operation: OpenOperation
    ) throws {
        guard EnrolmentStep.waitlisted.mayFollow(known.enrolment.step) || isAhead(known, date)
        else { return }
        try writing.step(known.enrolment.id, .waitlisted, on: date, operation: operation)
        guard isAhead(known, date) else { return }
        try writing.step(
            known.enrolment.id, .withdrawn, on: known.enrolment.stepOn, operation: operation)
    }

    private func isAhead(_ known: EnrolmentOverview, _ date: LocalDate) -> Bool {
        known.enrolment.step == .withdrawn && known.enrolment.stepOn > date
    }
}
