/// A person in a round.
package struct Enrolment: Sendable, Equatable {
    package typealias ID = Identifier<Enrolment>

    package let id: ID
    package let person: Person.ID
    package let round: Round.ID
    package let step: EnrolmentStep
    package let stepOn: LocalDate
    /// What was offered, while that is the latest step.
    package let offer: OfferedPlace?

    package init(
        id: ID, person: Person.ID, round: Round.ID, step: EnrolmentStep, stepOn: LocalDate,
        offer: OfferedPlace? = nil
    ) {
        self.id = id
        self.person = person
        self.round = round
        self.step = step
        self.stepOn = stepOn
        self.offer = offer
    }

    /// Where it stands on a day: an offer holds its seat up to and with its last one.
    package func standing(on date: LocalDate) -> EnrolmentStanding {
        switch step {
        case .applied: .applied
        case .waitlisted: .waitlisted
        case .offered: offer.map { $0.isOpen(on: date) } == true ? .offered : .expired
        case .declined: .declined
        case .placed: .placed
        case .withdrawn: .withdrawn
        }
    }
}

/// A place in a group that somebody may take up to and with a day.
package struct OfferedPlace: Sendable, Equatable {
    package let group: Group.ID
    /// The first day of the place.
    package let from: LocalDate
    /// The last day on which it can be accepted.
    package let until: LocalDate

    package init(group: Group.ID, from: LocalDate, until: LocalDate) {
        self.group = group
        self.from = from
        self.until = until
    }

    package func isOpen(on date: LocalDate) -> Bool { date <= until }
}

/// Where an enrolment stands on a day, derived from its latest step.
package enum EnrolmentStanding: String, CaseIterable, Sendable {
    case applied, waitlisted, offered, expired, declined, placed, withdrawn

    /// Nobody has yet decided what becomes of it; whoever was put on the waiting list, declined
    /// or withdrew is not among these.
    package var isUnplaced: Bool { self == .applied || self == .expired }

    /// Wants a place and has none: unplaced, or on the waiting list.
    package var isWaiting: Bool { isUnplaced || self == .waitlisted }
}

/// The stored steps; expired, active and completed are derived.
package enum EnrolmentStep: String, CaseIterable, Sendable, Codable {
    case applied, waitlisted, offered, declined, placed, withdrawn

    /// Which step may come after which; an offer that has expired may be made again.
    package func mayFollow(_ earlier: EnrolmentStep?) -> Bool {
        switch (earlier, self) {
        case (nil, .applied): true
        case (nil, _): false
        case (.withdrawn?, .applied), (.declined?, .applied): true
        case (.withdrawn?, _), (.declined?, _): false
        case (.placed?, .withdrawn), (.placed?, .waitlisted): true
        case (.placed?, _): false
        case (.offered?, .applied), (.waitlisted?, .applied), (.applied?, .applied): false
        case (_, .declined): earlier == .offered
        case (_, _): true
        }
    }
}
