package import Courses

/// One act on a round, as its history tells it.
package struct HistoryEntry: Sendable, Equatable {
    package let id: OperationID
    package let kind: OperationKind
    /// When it was done, and the day from which it holds.
    package let at: Instant
    package let effectiveOn: LocalDate
    /// Who did it; nil is the command's operator.
    package let actor: Person.ID?
    package let reason: GivenReason
    /// What it undid, and by what it was undone.
    package let undoes: OperationID?
    package let undoneBy: OperationID?
    /// What it changed, whether or not it was undone.
    package let people: [Person.ID]
    package let groups: [GroupFlow]
    package let sessionsPlanned: Int
    package let sessionsChanged: Int
    package let staff: [Person.ID]

    /// How many came into a group and left it by the act.
    package struct GroupFlow: Sendable, Equatable {
        package let group: Group.ID
        package let name: String
        package let joined: Int
        package let left: Int
    }
}

/// A round's acts, the first first, with what people are called; protected ones by their alias.
package struct RoundHistory: Sendable, Equatable {
    package let entries: [HistoryEntry]
    package let names: [Person.ID: DisplayName]
}
