/// A session that somebody was expected at and did not attend, for which they may make up.
package struct MissedSession: Sendable, Equatable {
    package let session: Session.ID
    package let group: String
    /// Its running number in that group.
    package let number: Int
    package let date: LocalDate

    package init(session: Session.ID, group: String, number: Int, date: LocalDate) {
        self.session = session
        self.group = group
        self.number = number
        self.date = date
    }
}

/// Somebody of another group in the same round.
package struct MakeUpCandidate: Sendable, Equatable {
    package let person: Person.ID
    package let name: DisplayName
    package let group: String

    package init(person: Person.ID, name: DisplayName, group: String) {
        self.person = person
        self.name = name
        self.group = group
    }
}
