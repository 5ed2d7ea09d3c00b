/// A person in a round.
package struct Enrolment: Sendable, Equatable {
    package typealias ID = Identifier<Enrolment>

    /// What somebody decided of it, and the day from which that holds.
    package struct Step: Sendable, Equatable {
        package let step: EnrolmentStep
        package let on: LocalDate

        package init(_ step: EnrolmentStep, on date: LocalDate) {
            self.step = step
            on = date
        }
    }

    package let id: ID
    package let person: Person.ID
    package let round: Round.ID
    /// In the order in which they were taken; never empty. One may hold from a later day than
    /// those after it.
    package let steps: [Step]
    /// The first day of the wait: that of the last application.
    package let appliedOn: LocalDate
    /// What was offered, while that is the latest step.
    package let offer: OfferedPlace?

    package init(
        id: ID, person: Person.ID, round: Round.ID, steps: [Step], appliedOn: LocalDate,
        offer: OfferedPlace? = nil
    ) {
        self.id = id
        self.person = person
        self.round = round
        self.steps = steps
        self.appliedOn = appliedOn
        self.offer = offer
    }

    /// What was decided last, though it may hold from a later day only.
    package var step: EnrolmentStep { steps.last?.step ?? .applied }

    package var stepOn: LocalDate { steps.last?.on ?? appliedOn }

    /// What holds on a day: the last of the steps that are not dated ahead of it.
    package func step(on date: LocalDate) -> Step? { steps.last { $0.on <= date } }
}

/// A place in a group that somebody may take up to and with a day.
package struct OfferedPlace: Sendable, Equatable {
    package let group: Group.ID
    /// The first day of the place.
    package let from: LocalDate
    /// The last day on which it can be accepted.
    package let until: LocalDate
    /// What offered it in spite of those from whom the person was kept apart, for a reason; nil
    /// where there were none.
    package let inSpiteBy: OperationID?

    package init(
        group: Group.ID, from: LocalDate, until: LocalDate, inSpiteBy: OperationID? = nil
    ) {
        self.group = group
        self.from = from
        self.until = until
        self.inSpiteBy = inSpiteBy
    }

    package func isOpen(on date: LocalDate) -> Bool { date <= until }
}

/// Where an enrolment stands on a day, derived from its places and its steps.
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
