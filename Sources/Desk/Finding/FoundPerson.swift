package import Courses
package import Localisation

/// Somebody who answers a search, and why.
package struct FoundPerson: Sendable, Equatable {
    package let id: Person.ID
    package let name: DisplayName
    package let birthYear: Int?
    package let gender: Gender
    package let externalID: String?
    /// Where they have a place today.
    package let groups: [String]
    package let match: Match

    package enum Match: Sendable, Equatable {
        case name(NameComparison)
        /// What another register calls them begins as typed.
        case externalID
        /// Their own id is what was typed.
        case id
    }

    package init(
        id: Person.ID, name: DisplayName, birthYear: Int?, gender: Gender, externalID: String?,
        groups: [String], match: Match
    ) {
        self.id = id
        self.name = name
        self.birthYear = birthYear
        self.gender = gender
        self.externalID = externalID
        self.groups = groups
        self.match = match
    }
}

/// Two people in the register who may be one.
package struct LikelyDuplicate: Sendable, Equatable {
    package let first: FoundPerson
    package let second: FoundPerson
    package let comparison: NameComparison

    package init(first: FoundPerson, second: FoundPerson, comparison: NameComparison) {
        self.first = first
        self.second = second
        self.comparison = comparison
    }
}
