package import Courses

/// Who wants to take part in a round, and how.
package struct NewApplication: Sendable, Equatable {
    package var people: [Person.ID]
    /// A round's public id or code.
    package var round: String
    /// Nil is today; never later.
    package var appliedOn: LocalDate?
    /// What each of them wishes; a priority too.
    package var wishes: [Wish]
    /// How many children they bring together, 0 to 20; they stand with the first of the people.
    /// Nil leaves what is known of each.
    package var childcare: Int?
    /// Whether they are placed together or not at all.
    package var together: Bool
    /// Free text; needed to change a priority that somebody has been given.
    package var reason: String?

    package init(
        people: [Person.ID], round: String, appliedOn: LocalDate? = nil, wishes: [Wish] = [],
        childcare: Int? = nil, together: Bool = false, reason: String? = nil
    ) {
        self.people = people
        self.round = round
        self.appliedOn = appliedOn
        self.wishes = wishes
        self.childcare = childcare
        self.together = together
        self.reason = reason
    }
}

/// A place that is to be offered to people, to all of them or none.
package struct OfferRequest: Sendable, Equatable {
    package var people: [Person.ID]
    package var group: Group.ID
    /// The first day of the place; nil is today, or the round's first day if that is later.
    package var from: LocalDate?
    /// The last day on which it can be accepted.
    package var until: LocalDate
    /// Free text; needed to go over the group's rules.
    package var reason: String?
    package var inSpiteOfRules: Bool

    package init(
        people: [Person.ID], group: Group.ID, from: LocalDate? = nil, until: LocalDate,
        reason: String? = nil, inSpiteOfRules: Bool = false
    ) {
        self.people = people
        self.group = group
        self.from = from
        self.until = until
        self.reason = reason
        self.inSpiteOfRules = inSpiteOfRules
    }
}
