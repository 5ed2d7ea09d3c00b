import Courses

/// Where each person has places, found at once for each of a million marks.
struct PlacesOfPeople {
    /// By person: where theirs begin among the places, and at last their count.
    private var starts: [Int32] = [0]
    private var places: [PlacementFact] = []

    init() {}

    init(_ facts: Facts) {
        starts = [Int32](repeating: 0, count: facts.people.count + 1)
        for place in facts.placements { starts[Int(place.person) + 1] += 1 }
        for person in facts.people.indices { starts[person + 1] += starts[person] }
        var next = starts
        let none = PlacementFact(person: 0, group: 0, from: 0, before: 0, language: 0)
        places = [PlacementFact](repeating: none, count: facts.placements.count)
        for place in facts.placements {
            let person = Int(place.person)
            places[Int(next[person])] = place
            next[person] += 1
        }
    }

    /// Whether someone has a place, on a day, in one of the groups of a session.
    @inline(__always)
    func hold(_ person: Int32, on day: Int32, in groups: ArraySlice<SessionGroupFact>) -> Bool {
        for index in starts[Int(person)]..<starts[Int(person) + 1] {
            let place = places[Int(index)]
            guard place.from <= day, day < place.before else { continue }
            for entry in groups where entry.group == place.group { return true }
        }
        return false
    }
}
