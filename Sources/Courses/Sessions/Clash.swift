/// Two sessions at the same time that need the same person or the same room.
package struct Clash: Sendable, Hashable {
    package enum Over: Sendable, Hashable {
        /// Planned, or there, at both.
        case person(Person.ID)
        /// As the groups' venue is written.
        case venue(String)
    }

    package let over: Over
    package let date: LocalDate
    package let first: Session.ID
    package let second: Session.ID

    package init(over: Over, date: LocalDate, first: Session.ID, second: Session.ID) {
        self.over = over
        self.date = date
        self.first = first
        self.second = second
    }
}
