package import Courses

/// Why an operation on a round's groups was not done; nothing was changed.
package enum OperationError: Error, Sendable, Equatable {
    /// Somebody has changed the round since it was shown: by these operations, or, where there
    /// are none, by something that is no operation.
    case roundChanged(since: [OperationID])
    case nobodyNamed
    /// They have no place in the group that day.
    case notInGroup(Person.ID, name: String)
    /// People are in it, or have been offered a place, beyond that day.
    case groupNotEmpty(name: String, people: Int, offers: Int)
    case groupOpen(name: String)
    case alreadyPaused(name: String, from: LocalDate)
    case notPaused(name: String)
    /// A pause ends after it has begun.
    case pauseEndsTooSoon
    /// The group has no session from that day on at which anything would change.
    case nothingToChange(name: String)
}
