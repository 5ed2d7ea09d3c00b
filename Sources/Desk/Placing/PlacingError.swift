package import Courses

/// Why nobody was placed, moved or withdrawn; nothing was changed.
package enum PlacingError: Error, Sendable, Equatable {
    /// Everybody who does not fit, with all that stands in the way.
    case obstacles([PersonObstacles])
    case alreadyPlaced(Person.ID, in: Group.ID)
    case notPlaced(Person.ID)
    case notEnrolled(Person.ID)
    /// Only placing and withdrawing may be dated back.
    case inThePast(LocalDate)
    /// Earlier rosters, signed or marked, would change.
    case againstMarks(Person.ID, sessions: [Session.ID])
    /// A session of the group has begun that day; the day after is free.
    case sessionBegun(Session.ID, on: LocalDate)
    case otherRound
    case sameGroup
    /// Together they are more than the group takes.
    case tooMany(count: Int, maximum: Int)
    /// Placing over the maximum needs a reason.
    case reasonNeeded
    case roundEnded(LocalDate)
    /// It is closed already, or will be.
    case groupClosed(name: String, on: LocalDate)
    case cannotUndo([UndoObstacle])
    /// Who would get back a place for which there is no room, or where they must not be.
    case cannotGiveBack([PersonObstacles])
}

/// What stands in the way of one person.
package struct PersonObstacles: Sendable, Equatable {
    package let person: Person.ID
    package let name: DisplayName
    package let obstacles: [PlacementObstacle]
    /// Those who belong with them and would be left behind, or from whom they are kept apart.
    package let others: [Person.ID]
}

extension PersonObstacles {
    /// Nothing but these of them.
    func only(_ some: [PlacementObstacle]) -> PersonObstacles {
        PersonObstacles(
            person: person, name: name, obstacles: obstacles.filter(some.contains), others: [])
    }
}
