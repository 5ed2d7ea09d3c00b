import Courses

/// Who sits where at one session, answered at once for each person.
struct Seating {
    private let facts: Facts
    private let rosters: Rosters
    private let groups: Buckets
    /// The session at which each person's seat in `seats` was noted.
    private var noted: [Int32]
    private var seats: [Int32]
    private var session: Int32 = Facts.none
    /// What people have beyond that: second placements, in a joint session.
    private var others: [Int32] = []

    init(_ facts: Facts, _ rosters: Rosters) {
        self.facts = facts
        self.rosters = rosters
        groups = Buckets(facts.sessionGroups.count, into: facts.sessions.count) {
            facts.sessionGroups[$0].session
        }
        noted = [Int32](repeating: Facts.none, count: facts.people.count)
        seats = noted
    }

    mutating func open(_ session: Int) {
        self.session = Int32(session)
        others.removeAll(keepingCapacity: true)
        for placement in rosters.placements(at: session) { seat(placement) }
    }

    private mutating func seat(_ placement: Int32) {
        let person = Int(facts.placements[Int(placement)].person)
        if noted[person] == session {
            others.append(placement)
        } else {
            noted[person] = session
            seats[person] = placement
        }
    }

    func placement(of person: Int32) -> Int32? {
        noted[Int(person)] == session ? seats[Int(person)] : nil
    }

    private func otherPlacements(of person: Int32) -> [Int32] {
        others.filter { facts.placements[Int($0)].person == person }
    }

    /// The groups by which someone takes part in the session now open.
    func ownGroups(of person: Int32) -> [Int32] {
        guard let placement = placement(of: person) else {
            let place = facts.place(of: person, inOneOf: groups(of: Int(session)))
            return place.map { [$0.group] } ?? []
        }
        return ([placement] + otherPlacements(of: person)).map {
            facts.placements[Int($0)].group
        }
    }

    /// Which groups meet in the session.
    func groups(of session: Int) -> some Sequence<SessionGroupFact> {
        groups[session].lazy.map { [facts] in facts.sessionGroups[Int($0)] }
    }
}

/// The group and the language under which someone counts.
struct Place: Equatable {
    var group: Int32
    var language: Int32
}

extension Facts {
    func languages(of person: Int32) -> ArraySlice<Int32> {
        let person = people[Int(person)]
        return spoken[Int(person.spokenStart)..<Int(person.spokenStart + person.spokenCount)]
    }

    func place(of placement: PlacementFact) -> Place {
        let languages = groups[Int(placement.group)].languages
        let language = languages.contains(placement.language) ? placement.language : languages.first
        return Place(group: placement.group, language: language ?? Facts.none)
    }

    /// Where someone without a placement takes part: in the first of the groups that has a
    /// language of theirs, else in the first.
    func place(of person: Int32, inOneOf entries: some Sequence<SessionGroupFact>) -> Place? {
        let spoken = languages(of: person)
        let places = entries.map { entry in
            let languages = groups[Int(entry.group)].languages
            return (entry.group, spoken.first(where: languages.contains), languages.first)
        }
        if let own = places.first(where: { $0.1 != nil }) {
            return Place(group: own.0, language: own.1 ?? Facts.none)
        }
        return places.first.map { Place(group: $0.0, language: $0.2 ?? Facts.none) }
    }
}
