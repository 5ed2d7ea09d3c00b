/// Where each person has places, found at once for each of a million marks.
///
/// Inlinable, for else each would be a call from another module.
@usableFromInline
package struct Places: Sendable {
    /// The first of each person, then those that people have besides.
    @usableFromInline var places: [Place] = []

    @usableFromInline struct Place: Sendable {
        @usableFromInline var group = Facts.none
        /// The days `from ..< before`; of somebody without a place, none.
        @usableFromInline var from = Int32.max
        @usableFromInline var before = Int32.min
        /// Position in `Facts.placements`.
        @usableFromInline var placement = Facts.none
        /// Where the person's next one stands; `Facts.none` after the last.
        @usableFromInline var next = Facts.none
    }

    /// Nobody's.
    package init() {}

    /// - Parameter endingWithGroups: no place holds once its group is closed.
    package init(_ facts: Facts, endingWithGroups: Bool) {
        places = [Place](repeating: Place(), count: facts.people.count)
        places.reserveCapacity(max(facts.people.count, facts.placements.count))
        for index in facts.placements.indices.reversed() {
            let fact = facts.placements[index]
            let person = Int(fact.person)
            var place = Place(
                group: fact.group, from: fact.from, before: fact.before, placement: Int32(index))
            if endingWithGroups {
                place.before = min(place.before, facts.groups[Int(fact.group)].closedFrom)
            }
            if places[person].placement >= 0 {
                place.next = Int32(places.count)
                places.append(places[person])
            }
            places[person] = place
        }
    }

    /// Positions in `Facts.placements` that hold, on a day, in one of the groups that meet.
    @inlinable
    package func forEach(
        of person: Int32, on day: Int32, in groups: SessionGroups, _ body: (Int32) -> Void
    ) {
        var place = places[Int(person)]
        while true {
            if place.from <= day, day < place.before, groups.contains(place.group) {
                body(place.placement)
            }
            guard place.next >= 0 else { return }
            place = places[Int(place.next)]
        }
    }
}

/// The groups that meet in a session; nearly always one.
@usableFromInline
package struct SessionGroups: Sendable {
    @usableFromInline var first: Int32
    @usableFromInline var others: [Int32] = []

    @inlinable
    package init() { first = -1 }

    @inlinable
    package mutating func add(_ group: Int32) {
        if first < 0 { first = group } else { others.append(group) }
    }

    @inlinable
    package func contains(_ group: Int32) -> Bool {
        group == first || (!others.isEmpty && others.contains(group))
    }
}
