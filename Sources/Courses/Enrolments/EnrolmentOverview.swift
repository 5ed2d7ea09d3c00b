/// An enrolment with its person's places, as lists and previews show it.
package struct EnrolmentOverview: Sendable, Equatable {
    package let enrolment: Enrolment
    /// All that are not empty, by first day.
    package let placements: [Placement]
    package let interpreterOk: Bool
    /// How many children they need childcare for.
    package let childcare: Int

    package init(
        enrolment: Enrolment, placements: [Placement], interpreterOk: Bool, childcare: Int
    ) {
        self.enrolment = enrolment
        self.placements = placements
        self.interpreterOk = interpreterOk
        self.childcare = childcare
    }
}

extension EnrolmentOverview {
    /// Where it stands on a day. Whoever has a place then, or is to have one, is placed, whatever
    /// is decided of later days; else the last step holds that is not dated ahead.
    ///
    /// - Parameter today: the day on which an offer must be open; it holds its seat up to and
    ///   with its last day.
    package func standing(on date: LocalDate, today: LocalDate) -> EnrolmentStanding {
        guard placement(reaching: date) == nil else { return .placed }
        switch enrolment.step(on: date)?.step {
        case .waitlisted?: return .waitlisted
        case .declined?: return .declined
        case .withdrawn?: return .withdrawn
        case .offered?:
            return enrolment.offer.map { $0.isOpen(on: today) } == true ? .offered : .expired
        case .applied?, .placed?, nil: return .applied
        }
    }

    /// The step behind where it stands on a day.
    package func step(holdingOn date: LocalDate) -> Enrolment.Step {
        let isPlaced = placement(reaching: date) != nil
        let known =
            isPlaced
            ? enrolment.steps.last { $0.step == .placed } : enrolment.step(on: date)
        return known ?? Enrolment.Step(enrolment.step, on: enrolment.stepOn)
    }

    /// Their last place that holds on a day or after it.
    package func placement(reaching date: LocalDate) -> Placement? {
        placements.last { $0.reaches(date) }
    }

    /// Whether they leave the round on the day on which a place of theirs ends, rather than go on
    /// in another or wait again.
    package func withdraws(atEndOf placement: Placement) -> Bool {
        guard let end = placement.before else { return false }
        return standing(on: end, today: end) == .withdrawn
    }
}
