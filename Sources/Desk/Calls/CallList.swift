package import Courses

/// Whom a leader may have to call, and at which numbers.
package struct CallList: Sendable {
    package let groups: [Group]
    /// Nil when it is a group's.
    package let session: SessionOverview?
    /// By id.
    package let rows: [Row]
    /// How many protected people are left out.
    package let hidden: Int

    package init(groups: [Group], session: SessionOverview?, rows: [Row], hidden: Int) {
        self.groups = groups
        self.session = session
        self.rows = rows
        self.hidden = hidden
    }

    package struct Row: Sendable, Equatable {
        package let person: Person.ID
        package let name: DisplayName
        package let phones: [String]

        package init(person: Person.ID, name: DisplayName, phones: [String]) {
            self.person = person
            self.name = name
            self.phones = phones
        }
    }
}
