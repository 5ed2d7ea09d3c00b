package import Courses

/// What an attendance sheet on paper shows: who is expected when, and what has been said.
package struct AttendanceSheet: Sendable {
    package let round: Round
    /// What the round is a run of.
    package let programme: String
    package let groups: [Group]
    /// By date.
    package let sessions: [SessionOverview]
    /// By id.
    package let people: [Row]

    package init(
        round: Round, programme: String = "", groups: [Group], sessions: [SessionOverview],
        people: [Row]
    ) {
        self.round = round
        self.programme = programme
        self.groups = groups
        self.sessions = sessions
        self.people = people
    }

    package struct Row: Sendable {
        package let person: Person.ID
        package let name: DisplayName
        /// One for each session.
        package let places: [Place]

        package init(person: Person.ID, name: DisplayName, places: [Place]) {
            self.person = person
            self.name = name
            self.places = places
        }
    }

    package struct Place: Sendable, Equatable {
        package let isExpected: Bool
        package let mark: Mark?

        package init(isExpected: Bool, mark: Mark?) {
            self.isExpected = isExpected
            self.mark = mark
        }
    }
}
