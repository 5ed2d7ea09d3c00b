package import Courses

/// An operation that was applied, or what it would do: a dry run gives the same value.
package struct AppliedOperation: Sendable, Equatable {
    package let id: OperationID
    package let kind: OperationKind
    package let effectiveOn: LocalDate
    /// Whom it concerned.
    package let people: [Person.ID]
    /// The groups whose rosters or offers changed, with their sizes on the day before and after.
    package let groups: [GroupChange]
    /// The sessions that it changed, by date and time.
    package internal(set) var sessions: [SessionEffect] = []
    /// Sessions where other groups meet too, for which it left everything as it is.
    package internal(set) var joint: [Session] = []
    /// Who leads a session, or works there, and would be in two places; and rooms needed twice.
    /// Those that were so before are left out.
    package internal(set) var clashes: [Clash] = []
    /// Named for a role at a group where they have no right to record attendance.
    package internal(set) var withoutRight: [Person.ID] = []
    /// The state that it was decided on, to be given back when what was shown is applied; only of
    /// a dry run and of what came with one.
    package internal(set) var basis: RoundBasis?
    /// Of everybody who is named here; protected people by their alias.
    package internal(set) var names: [Person.ID: DisplayName] = [:]
}

package struct GroupChange: Sendable, Equatable {
    package let group: Group.ID
    package let name: String
    package let before: Int
    package let after: Int
    /// Seats held by open offers, afterwards, beside those in `after`.
    package let offered: Int
    /// How many it is for.
    package let size: GroupSize
}

/// What becomes of a session.
package struct SessionEffect: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable {
        case planned, moved, cancelled, remote, restored, staffed
        /// What planned it is undone.
        case removed
    }

    package let kind: Kind
    package let was: Session?
    package let session: Session
    /// How many are expected, on the day it was or is.
    package let expected: Int
    /// Of its staff: who is planned no longer, and who is from now.
    package internal(set) var leaving: [Person.ID] = []
    package internal(set) var joining: [Person.ID] = []
}
