package import Courses
package import Localisation

extension Board {
    /// What stands in the way of people at a group, as the board is; nothing if all fit.
    package func obstacles(of people: [Person.ID], to target: BoardGroup) -> [Message] {
        let everybody = everybody
        let coming = people.compactMap { everybody[$0] }
        let staying = coming.filter { $0.group == target.group.id }
        var occupied = target.occupancy
        occupied.people -= staying.count
        occupied.children -= staying.reduce(0) { $0 + $1.row.childcare }
        let there = Set((target.members + target.offered).map(\.row.enrolment.person))
        return coming.flatMap { person -> [Message] in
            let row = person.row
            var obstacles = target.group.obstacles(to: row.wish, occupied: occupied)
            occupied.people += 1
            occupied.children += row.childcare
            let met = row.apart.filter { there.contains($0) || people.contains($0) }
            if !met.isEmpty { obstacles.append(.apart) }
            return PersonObstacles(
                person: row.enrolment.person, name: row.name, obstacles: obstacles, others: met
            ).messages
        }
    }
}

extension EnrolmentRow {
    /// What placing them asks of a group.
    fileprivate var wish: PlacementWish {
        PlacementWish(
            languages: languages, interpreterOk: interpreterOk, gender: gender,
            childcare: childcare)
    }
}
