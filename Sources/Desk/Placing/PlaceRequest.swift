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

extension String? {
    /// Whether there is any reason in it: blanks are none.
    var isGiven: Bool { self?.contains { !$0.isWhitespace } ?? false }
}
