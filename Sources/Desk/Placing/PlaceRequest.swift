package import Courses

/// Who is to be placed where, from which day.
package struct PlaceRequest: Sendable, Equatable {
    package var people: [Person.ID]
    package var group: Group.ID
    /// May lie in the past, but not against a mark.
    package var from: LocalDate
    /// Free text; needed to go over the maximum.
    package var reason: String?
    /// Places in spite of the group's maximum, language or opening.
    package var inSpiteOfRules: Bool

    package init(
        people: [Person.ID], group: Group.ID, from: LocalDate, reason: String? = nil,
        inSpiteOfRules: Bool = false
    ) {
        self.people = people
        self.group = group
        self.from = from
        self.reason = reason
        self.inSpiteOfRules = inSpiteOfRules
    }
}

/// An operation that was applied, or would be.
package struct AppliedOperation: Sendable, Equatable {
    package let id: OperationID
    package let kind: OperationKind
    package let effectiveOn: LocalDate
    /// Whom it concerned.
    package let people: [Person.ID]
    /// The groups whose rosters changed, with their sizes on the day before and after.
    package let groups: [GroupChange]
}

package struct GroupChange: Sendable, Equatable {
    package let group: Group.ID
    package let name: String
    package let before: Int
    package let after: Int
}
