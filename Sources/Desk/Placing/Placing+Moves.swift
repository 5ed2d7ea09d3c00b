import Courses
import Store

// What becomes of people's places and offers.

extension Placing {
    func place(_ person: Person.ID, from date: LocalDate, operation: OpenOperation) throws {
        let enrolment = try writing.enrol(
            person, in: round.id, on: min(date, writing.today), operation: operation)
        let known = try writing.reading.enrolment(of: person, in: round.id)
        if let step = known?.enrolment.step, step == .withdrawn || step == .declined {
            // Whoever left comes back: what ended is not taken up again.
            try writing.step(
                enrolment, .applied, on: min(date, writing.today), operation: operation)
        }
        let wish = try wish(of: try writing.reading.person(person))
        try writing.step(enrolment, .placed, on: date, operation: operation)
        try writing.place(
            enrolment, in: group.id, from: date,
            language: group.language(for: wish) ?? .swedish, operation: operation)
    }

    mutating func move(
        _ person: Person.ID, from date: LocalDate, operation: OpenOperation
    ) throws {
        try watch(group.id, on: date)
        guard let known = try writing.reading.enrolment(of: person, in: round.id) else {
            throw PlacingError.notEnrolled(person)
        }
        let end = Self.lastEnd(known)
        try writing.endPlacements(of: known.enrolment.id, before: date, operation: operation)
        let wish = try wish(of: try writing.reading.person(person))
        try writing.place(
            known.enrolment.id, in: group.id, from: date, before: end,
            language: group.language(for: wish) ?? .swedish, operation: operation)
        if end == nil { try stay(known, from: date, operation) }
    }

    /// Whoever is to withdraw later does so from the new group as well; whoever was to wait again
    /// no longer does.
    private static func lastEnd(_ known: EnrolmentOverview) -> LocalDate? {
        known.placements.last.flatMap { known.withdraws(atEndOf: $0) ? $0.before : nil }
    }

    /// Notes anew that somebody has a place, where later days were to bring something else.
    private func stay(
        _ known: EnrolmentOverview, from date: LocalDate, _ operation: OpenOperation
    ) throws {
        guard known.enrolment.step != .placed else { return }
        try writing.step(known.enrolment.id, .placed, on: date, operation: operation)
    }

    /// Gives somebody a place here for each time that they would have had one in the groups that
    /// they leave; places elsewhere, before and after, stay as they are.
    func join(
        _ person: Person.ID, leaving groups: [Group.ID], from date: LocalDate,
        operation: OpenOperation
    ) throws {
        guard let known = try writing.reading.enrolment(of: person, in: round.id) else {
            throw PlacingError.notEnrolled(person)
        }
        let left = known.placements.filter { groups.contains($0.group) && $0.reaches(date) }
        for group in left.map(\.group).onceEach {
            try writing.endPlacements(
                of: known.enrolment.id, in: group, before: date, operation: operation)
        }
        let wish = try wish(of: try writing.reading.person(person))
        for placement in left {
            let isLast = placement == known.placements.last
            let end = isLast ? Self.lastEnd(known) : placement.before
            try writing.place(
                known.enrolment.id, in: group.id, from: max(date, placement.from),
                before: end, language: group.language(for: wish) ?? .swedish,
                operation: operation)
            if isLast, end == nil { try stay(known, from: max(date, placement.from), operation) }
        }
    }

    /// Open offers of a place in a group that closes are offers of one here, from the day on.
    func moveOffers(
        of closing: Group.ID, on date: LocalDate, operation: OpenOperation
    ) throws {
        for person in try writing.reading.offered(in: closing, on: writing.today) {
            let known = try writing.reading.enrolment(of: person, in: round.id)
            guard let known, let offer = known.enrolment.offer else { continue }
            try writing.offer(
                OfferedPlace(
                    group: group.id, from: max(date, offer.from), until: offer.until),
                to: known.enrolment.id, on: writing.today,
                inSpiteOf: try writing.reading.overruled(byOfferTo: known.enrolment.id),
                operation: operation)
        }
    }
}
