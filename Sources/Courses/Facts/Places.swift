/// Where each person has places, found at once for each of a million marks.
///
/// Inlinable, for else each would be a call from another module.
@usableFromInline
package struct Places: Sendable {
    @usableFromInline var placements: [PlacementFact] = []
    /// Of each person the first, and of each placement the same person's next: positions in
    /// `placements`, or `Facts.none`.
    @usableFromInline var firsts: [Int32] = []
    @usableFromInline var nexts: [Int32] = []
    /// Of each group the first day on which it is closed.
    @usableFromInline var closed: [Int32] = []

    /// Nobody's.
    package init() {}

    package init(_ facts: Facts) {
        placements = facts.placements
        closed = facts.groups.map(\.closedFrom)
        firsts = [Int32](repeating: Facts.none, count: facts.people.count)
        nexts = [Int32](repeating: Facts.none, count: placements.count)
        for index in placements.indices.reversed() {
            let person = Int(placements[index].person)
            nexts[index] = firsts[person]
            firsts[person] = Int32(index)
        }
    }

    /// Positions in `Facts.placements` that hold, on a day, in one of the groups that meet; and
    /// whether that group is still open.
    @inlinable
    package func forEach(
        of person: Int32, on day: Int32, in groups: SessionGroups,
        _ body: (_ placement: Int32, _ isOpen: Bool) -> Void
    ) {
        var index = Int(firsts[Int(person)])
        while index >= 0 {
            let place = placements[index]
            if place.from <= day, day < place.before, groups.contains(place.group) {
                body(Int32(index), day < closed[Int(place.group)])
            }
            index = Int(nexts[index])
        }
    }

    /// Of all positions that hold on any of the days, in one of the groups, the only one;
    /// `Facts.none` where there are others, or where it doesn't hold, in an open group, on all of
    /// the days.
    @inlinable
    package func only(
        of person: Int32, on days: ClosedRange<Int32>, in groups: SessionGroups
    ) -> Int32 {
        var (index, found) = (Int(firsts[Int(person)]), Int32(-1))
        while index >= 0 {
            let place = placements[index]
            if place.from <= days.upperBound, days.lowerBound < place.before,
                groups.contains(place.group)
            {
                guard found < 0, place.from <= days.lowerBound,
                    days.upperBound < min(place.before, closed[Int(place.group)])
                else { return -1 }
                found = Int32(index)
            }
            index = Int(nexts[index])
        }
        return found
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
