package import Courses

/// Why sessions were not planned, moved or called off; nothing was changed.
package enum SessionError: Error, Sendable, Equatable {
    case nothingPlanned
    /// The group has a session then already.
    case alreadyPlanned(on: LocalDate)
    case endBeforeStart
    case alreadyCalledOff
    /// Cancelled is called off before the start; afterwards it is "not held".
    case alreadyBegun
    /// People who are marked as members would not be expected on the new day.
    case fallsOffRoster([Person.ID])
    case slotMissing
    case reasonNeeded
    case roundEnded(LocalDate)
    case signedOff
    /// The group pauses that day.
    case groupPaused(name: String, on: LocalDate)
    /// A substitute has 0 to 60 days.
    case substituteDays(Int)
}
