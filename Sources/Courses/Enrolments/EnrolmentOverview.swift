/// An enrolment with its person's present place, as lists and previews show it.
package struct EnrolmentOverview: Sendable, Equatable {
    package let enrolment: Enrolment
    /// Placements that hold or will hold, by first day.
    package let placements: [Placement]
    package let interpreterOk: Bool

    package init(enrolment: Enrolment, placements: [Placement], interpreterOk: Bool) {
        self.enrolment = enrolment
        self.placements = placements
        self.interpreterOk = interpreterOk
    }
}
