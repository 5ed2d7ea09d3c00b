/// An interval in which a group does not meet as usual; its places stay, and those waiting wait.
package struct GroupPause: Sendable, Equatable {
    /// What becomes of the sessions inside.
    package enum Sessions: String, CaseIterable, Sendable {
        case cancelled, remote
    }

    package let group: Group.ID
    package let from: LocalDate
    /// The first day that is no longer included; nil is until the group resumes.
    package let before: LocalDate?
    package let sessions: Sessions

    package init(group: Group.ID, from: LocalDate, before: LocalDate?, sessions: Sessions) {
        self.group = group
        self.from = from
        self.before = before
        self.sessions = sessions
    }

    package func includes(_ date: LocalDate) -> Bool {
        from <= date && before.map { date < $0 } ?? true
    }
}
