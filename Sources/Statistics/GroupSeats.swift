package import Courses

/// How many people have a place in a group on a day.
package struct GroupSeats: Sendable, Equatable {
    package let group: Group.ID
    package let people: Int

    package init(group: Group.ID, people: Int) {
        self.group = group
        self.people = people
    }
}

extension GroupSeats {
    /// One for each group that is open then: on the day of asking, or on its round's first day if
    /// that is later, or on its last if that is earlier.
    package static func all(
        of facts: Facts, rounds: Set<Round.ID>, groups: Set<Group.ID>? = nil, asOf: LocalDate
    ) -> [GroupSeats] {
        let days = facts.rounds.map { round in
            Int32(min(max(asOf, round.firstDay), round.endedOn ?? .distantFuture).dayNumber)
        }
        var people = [Set<Int32>](repeating: [], count: facts.groups.count)
        for placement in facts.placements {
            let day = days[Int(facts.groups[Int(placement.group)].round)]
            guard placement.from <= day, day < placement.before else { continue }
            people[Int(placement.group)].insert(placement.person)
        }
        return facts.groups.indices.compactMap { index in
            let group = facts.groups[index]
            guard rounds.contains(facts.rounds[Int(group.round)].id),
                groups?.contains(group.id) ?? true,
                days[Int(group.round)] < group.closedFrom
            else { return nil }
            return GroupSeats(group: group.id, people: people[index].count)
        }
    }
}

extension LocalDate {
    fileprivate static let distantFuture = LocalDate(dayNumber: 2_932_896)
}
