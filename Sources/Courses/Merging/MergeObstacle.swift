/// What stands in the way of taking two persons for one; each is for a person to settle first.
package enum MergeObstacle: Sendable, Equatable {
    case samePerson
    case bothAccounts
    /// Whoever has an account stays: sign-ins and devices are theirs.
    case mergedHasAccount
    /// One is protected and the other is not.
    case protectionDiffers
    /// Whoever was added on the spot becomes somebody known, not the other way round.
    case keptIsUnmatched
    case saidDistinct
    /// Two different numbers of one kind.
    case identityNumbers(PersonIdentifier.Kind)
    /// They, or those who come with them, must not be placed together.
    case keptApart
    case bothMarked(MergeMeeting)
    /// Neither enrolment of the round, by its name, can stand for both.
    case bothEnrolled(round: String)
    case placesOverlap(round: String, groups: [String])
    /// What both wish in the round can't be joined.
    case wishesDiffer(round: String)
}

/// A session as a sentence names it.
package struct MergeMeeting: Sendable, Equatable {
    package let session: Session.ID
    package let date: LocalDate
    package let groups: [String]

    package init(session: Session.ID, date: LocalDate, groups: [String]) {
        self.session = session
        self.date = date
        self.groups = groups
    }
}
