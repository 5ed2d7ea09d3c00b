package import Courses

/// A round as administrators see it whole: its groups side by side, and those without a place.
package struct Board: Sendable, Equatable {
    package let round: Round
    /// The day for which it holds: today, or the round's first day if that is later.
    package let date: LocalDate
    /// By name.
    package let groups: [BoardGroup]
    /// Those who want a place and have none, the longest waiting first within a priority.
    package let waiting: [BoardPerson]
    /// The last operation that concerned the round.
    package let lastOperation: OperationID?
    /// Of everybody on it; protected people by their alias.
    package let names: [Person.ID: DisplayName]

    package func group(_ id: Group.ID) -> BoardGroup? { groups.first { $0.group.id == id } }

    /// Everybody on the board, by person.
    package var everybody: [Person.ID: BoardPerson] {
        let all = waiting + groups.flatMap { $0.members + $0.offered }
        return Dictionary(
            all.map { ($0.row.enrolment.person, $0) }, uniquingKeysWith: { one, _ in one })
    }
}

/// Somebody on the board.
package struct BoardPerson: Sendable, Equatable {
    package let row: EnrolmentRow
    /// The place that they have or are to have last, or the one that they hold by an open offer.
    package let group: Group.ID?
    /// Since they applied.
    package let waitingDays: Int
    /// The first day of their place, or of their wait, where that is still to come.
    package let startsOn: LocalDate?
    /// The first day without their place.
    package let endsBefore: LocalDate?

    /// Wants a place and has none, or will wait again on a day that is settled.
    package var waits: Bool {
        row.standing.isWaiting || row.standing == .placed && group == nil
    }

    /// Whether they have a place on a day, or are to have one after it.
    package func hasPlace(from date: LocalDate) -> Bool {
        row.placements.contains { $0.reaches(date) }
    }
}

/// A group on the board.
package struct BoardGroup: Sendable, Equatable {
    package let group: Group
    /// Those with a place that holds or will hold.
    package let members: [BoardPerson]
    /// Those for whom an open offer holds a seat.
    package let offered: [BoardPerson]
    package let leaders: [GroupLeader]
    /// The pause that holds, or the next one.
    package let pause: GroupPause?
    package let clashes: [BoardClash]

    /// People and children for whom there is a seat, or one is held.
    package var occupancy: Occupancy {
        Occupancy(
            people: members.count + offered.count,
            children: (members + offered).reduce(0) { $0 + $1.row.childcare })
    }

    package var free: Int { max(0, group.size.maximum - occupancy.people) }
}

/// A person or a room that is needed in two places at one time, how often from now on.
package struct BoardClash: Sendable, Equatable {
    package let over: Clash.Over
    package let first: LocalDate
    package let count: Int
}
