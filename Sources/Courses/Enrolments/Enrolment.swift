/// A person in a round.
package struct Enrolment: Sendable, Equatable {
    package typealias ID = Identifier<Enrolment>

    package let id: ID
    package let person: Person.ID
    package let round: Round.ID
    package let step: EnrolmentStep
    package let stepOn: LocalDate

    package init(
        id: ID, person: Person.ID, round: Round.ID, step: EnrolmentStep, stepOn: LocalDate
    ) {
        self.id = id
        self.person = person
        self.round = round
        self.step = step
        self.stepOn = stepOn
    }
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
