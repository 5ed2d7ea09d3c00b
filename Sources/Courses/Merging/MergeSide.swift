/// One of two persons who may be one, as the page shows them beside each other.
package struct MergeSide: Sendable, Equatable {
    package var person: Person
    package var birthYear: Int?
    /// What they are called besides.
    package var otherNames: [DisplayName] = []
    package var externalIDs: [String] = []
    package var identifiers: [PersonIdentifier.Kind] = []
    package var contacts = 0
    package var marks = 0
    /// By round, the earliest first.
    package var enrolments: [MergeEnrolment] = []
    package var hasAccount = false
    package var isUnmatched = false

    package init(person: Person, birthYear: Int? = nil) {
        self.person = person
        self.birthYear = birthYear
    }
}

/// Somebody's part in a round.
package struct MergeEnrolment: Sendable, Equatable {
    package let round: String
    package let step: EnrolmentStep
    package let groups: [String]

    package init(round: String, step: EnrolmentStep, groups: [String]) {
        self.round = round
        self.step = step
        self.groups = groups
    }
}
