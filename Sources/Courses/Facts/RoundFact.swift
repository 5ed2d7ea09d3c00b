/// A round with the rules under which its figures are counted.
package struct RoundFact: Sendable, Equatable {
    package var id: Round.ID
    package var code: String
    /// The programme's code.
    package var programme: String
    package var rules: CourseRules
    /// Ages are counted on this day.
    package var firstDay: LocalDate
    package var endedOn: LocalDate?

    package init(
        id: Round.ID, code: String, programme: String, rules: CourseRules, firstDay: LocalDate,
        endedOn: LocalDate?
    ) {
        self.id = id
        self.code = code
        self.programme = programme
        self.rules = rules
        self.firstDay = firstDay
        self.endedOn = endedOn
    }
}

/// A group with the languages in which people take part in it.
package struct GroupFact: Sendable, Equatable {
    package var id: Group.ID
    package var name: String
    /// Position in `Facts.rounds`.
    package var round: Int32
    /// Positions in `Facts.languages`, at least one: the group's own, its first one first, then
    /// those into which it is interpreted.
    package var languages: [Int32]
    /// Nobody stands on its roster from this day (days since 1970-01-01) on.
    package var closedFrom: Int32

    package init(
        id: Group.ID, name: String, round: Int32, languages: [Int32],
        closedFrom: Int32 = Facts.open
    ) {
        self.id = id
        self.name = name
        self.round = round
        self.languages = languages
        self.closedFrom = closedFrom
    }
}
