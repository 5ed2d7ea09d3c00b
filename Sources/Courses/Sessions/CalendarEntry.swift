/// A session as a calendar shows it: nobody who takes part in it.
package struct CalendarEntry: Sendable, Equatable {
    package let session: Session
    package let groups: [Group]
    /// How many times its plan has changed; it only grows.
    package let revision: Int
    /// When its plan last changed.
    package let changedAt: Instant

    package init(session: Session, groups: [Group], revision: Int, changedAt: Instant) {
        self.session = session
        self.groups = groups
        self.revision = revision
        self.changedAt = changedAt
    }
}
