import Courses

/// Where each person has places, found at once for each of a million marks.
struct Places: Sendable {
    /// By person: where theirs begin, and at last their count.
    private var starts: [Int32]
    private var places: [Place]

    struct Place {
        var group: Int32 = 0
        /// The days `from ..< before`, the group's own end included.
        var from: Int32 = 0
        var before: Int32 = 0
        /// Position in `Facts.placements`.
        var placement: Int32 = 0
    }

    init(_ facts: Facts) {
        var starts = [Int32](repeating: 0, count: facts.people.count + 1)
        for placement in facts.placements { starts[Int(placement.person) + 1] += 1 }
        for person in facts.people.indices { starts[person + 1] += starts[person] }
        var next = starts
        var places = [Place](repeating: Place(), count: facts.placements.count)
        for (index, placement) in facts.placements.enumerated() {
            let position = Int(next[Int(placement.person)])
            next[Int(placement.person)] += 1
            places[position] = Place(
                group: placement.group, from: placement.from,
                before: min(placement.before, facts.groups[Int(placement.group)].closedFrom),
                placement: Int32(index))
        }
        self.starts = starts
        self.places = places
    }

    /// Positions in `Facts.placements` that hold, on a day, in one of the groups that meet.
    @inline(__always)
    func forEach(
        of person: Int32, on day: Int32, in groups: SessionGroups, _ body: (Int32) -> Void
    ) {
        for index in starts[Int(person)]..<starts[Int(person) + 1] {
            let place = places[Int(index)]
            guard place.from <= day, day < place.before, groups.contains(place.group) else {
                continue
            }
            body(place.placement)
        }
    }
}

/// The groups that meet in a session; nearly always one.
struct SessionGroups {
    let first: Int32
    let others: [Int32]

    init(_ groups: some Sequence<SessionGroupFact>) {
        var (first, others): (Int32, [Int32]) = (Facts.none, [])
        for entry in groups {
            if first < 0 { first = entry.group } else { others.append(entry.group) }
        }
        (self.first, self.others) = (first, others)
    }

    @inline(__always)
    func contains(_ group: Int32) -> Bool {
        group == first || (!others.isEmpty && others.contains(group))
    }
}
