/// An enrolment in a group, from a day up to and without another.
package struct Placement: Sendable, Equatable {
    package let person: Person.ID
    package let group: Group.ID
    package let from: LocalDate
    /// The first day that is no longer included; nil is without end.
    package let before: LocalDate?
    /// The language under which the person counts here.
    package let language: Language

    package init(
        person: Person.ID, group: Group.ID, from: LocalDate, before: LocalDate?,
        language: Language
    ) {
        self.person = person
        self.group = group
        self.from = from
        self.before = before
        self.language = language
    }

    package func includes(_ date: LocalDate) -> Bool {
        from <= date && reaches(date)
    }

    /// Whether it holds on a day or on one after it.
    package func reaches(_ date: LocalDate) -> Bool { before.map { date < $0 } ?? true }
}

/// Who is expected in a group: a question about a date, never a stored list.
package struct Roster: Sendable, Equatable {
    package let placements: [Placement]

    package init(placements: [Placement]) {
        self.placements = placements
    }

    package func people(in group: Group.ID, on date: LocalDate) -> Set<Person.ID> {
        Set(placements.filter { $0.group == group && $0.includes(date) }.map(\.person))
    }

    package func people(at session: Session) -> Set<Person.ID> {
        session.groups.reduce(into: []) { $0.formUnion(people(in: $1.group, on: session.date)) }
    }
}
