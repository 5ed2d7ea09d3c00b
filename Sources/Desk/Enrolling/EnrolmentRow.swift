package import Courses

/// Somebody's part in a round, as the office's lists show it.
package struct EnrolmentRow: Sendable, Equatable {
    package let enrolment: Enrolment
    package let standing: EnrolmentStanding
    /// The day from which the step behind that holds.
    package let since: LocalDate
    /// Their group, or the one in which they are offered a place.
    package let group: Group.ID?
    package let name: DisplayName
    package let gender: Gender
    /// What they wish in this round, else what is known of them; best first.
    package let languages: [Language]
    package let interpreterOk: Bool
    package let wishes: [Wish.About: Wish]
    package let childcare: Int
    /// The higher, the sooner; 0 where nobody has said.
    package let priority: Int
    /// The day from which they have waited, or did until they were placed.
    package let appliedOn: LocalDate
    /// All places that they have had, have or are to have, by first day.
    package let placements: [Placement]
    /// Others in the round with whom they are placed, and from whom they are kept apart.
    package let together: [Person.ID]
    package let apart: [Person.ID]
}
