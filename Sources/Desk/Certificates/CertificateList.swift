package import Courses

/// Who has completed a round, and what they have been given for it.
package struct CertificateList: Sendable {
    package enum State: String, Sendable, CaseIterable {
        /// Completed, and nothing is issued.
        case due
        case issued
        /// Issued, and since then something else is counted than it says, or it is damaged.
        case changed
        /// Issued, and the round is not completed after all.
        case unearned
        /// Nothing is valid any longer, nor due.
        case withdrawn
    }

    package struct Row: Sendable {
        package let person: Person.ID
        package let name: DisplayName
        /// Where they were placed last; nil of whoever has no place there after all.
        package let group: Group.ID?
        /// In which a certificate is or would be, beside Swedish; of somebody protected that of
        /// their place, nil where they have none.
        package let language: Language?
        package let attended: Int
        package let studyHours: Int
        package let state: State
        /// The one that stands.
        package let certificate: Certificate?
        /// Those that are no longer, the first first.
        package let earlier: [Certificate]

        package init(
            person: Person.ID, name: DisplayName, group: Group.ID?, language: Language?,
            attended: Int, studyHours: Int, state: State, certificate: Certificate?,
            earlier: [Certificate]
        ) {
            self.person = person
            self.name = name
            self.group = group
            self.language = language
            self.attended = attended
            self.studyHours = studyHours
            self.state = state
            self.certificate = certificate
            self.earlier = earlier
        }
    }

    package let round: Round
    /// Those that have a row, by name.
    package let groups: [Group]
    /// By id of the people.
    package let rows: [Row]
    /// How many stand in the round and have not completed it.
    package let uncompleted: Int
    /// Whether whoever asks may issue and withdraw.
    package let mayIssue: Bool

    package init(
        round: Round, groups: [Group], rows: [Row], uncompleted: Int, mayIssue: Bool
    ) {
        self.round = round
        self.groups = groups
        self.rows = rows
        self.uncompleted = uncompleted
        self.mayIssue = mayIssue
    }
}

/// What issuing has come to.
package struct IssuedCertificates: Sendable {
    package let issued: [Certificate]
    /// Those in whose place some of these stand.
    package let corrected: [CertificateNumber]
    /// Who had one already that says what is right.
    package let unchanged: [Person.ID]
}
