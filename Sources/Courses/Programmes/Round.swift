/// One run of a programme in a term, under the rules that the programme had when it was made.
package struct Round: Sendable, Equatable {
    package typealias ID = Identifier<Round>

    package let id: ID
    /// Unique in the organisation and short enough to type, such as `2020-spring`.
    package let code: String
    package let name: String
    package let programme: Programme.ID
    package let rules: CourseRules
    /// Ages are counted on this day.
    package let firstDay: LocalDate
    /// Set by a dated act, never by inference; nobody has completed a round without it.
    package let endedOn: LocalDate?

    package init(
        id: ID, code: String, name: String, programme: Programme.ID, rules: CourseRules,
        firstDay: LocalDate, endedOn: LocalDate?
    ) {
        self.id = id
        self.code = code
        self.name = name
        self.programme = programme
        self.rules = rules
        self.firstDay = firstDay
        self.endedOn = endedOn
    }
}
