/// Who leads a group, or helps to: planned for its coming sessions, or with a leader's right to it.
package struct GroupLeader: Sendable, Equatable {
    package let group: Group.ID
    package let person: Person.ID
    /// What they speak, else what they take courses in; best first.
    package let languages: [Language]

    package init(group: Group.ID, person: Person.ID, languages: [Language]) {
        self.group = group
        self.person = person
        self.languages = languages
    }
}
