import Courses
import Store

// Who fits the group, and who comes with whom.

extension Placing {
    /// Every obstacle of everybody, at once. Open offers, and places that begin later, hold their
    /// seats.
    ///
    /// - Parameter parting: whether those who belong together may be parted for a reason; else
    ///   nothing overrules that a party is placed whole or not at all.
    /// - Returns: what was overruled.
    @discardableResult
    func checkFit(
        _ people: [Person.ID], on date: LocalDate, _ inSpiteOfRules: Bool, reason: String?,
        parting: Bool = false
    ) throws -> [PersonObstacles] {
        let company = try Company(of: people, in: group.id, on: date, writing, round.id)
        var occupied = company.occupied
        var faults: [PersonObstacles] = []
        for id in people {
            let person = try writing.reading.person(id)
            let wish = try wish(of: person)
            let obstacles = group.obstacles(to: wish, occupied: occupied)
            occupied.people += 1
            occupied.children += wish.childcare
            faults.append(try company.fault(of: person, besides: obstacles))
        }
        try Self.refuse(
            faults, unless: inSpiteOfRules, reason: reason,
            never: parting ? [.closed] : [.closed, .party])
        return faults
    }

    /// All that does not fit of people who have been given a place here, as the group is now.
    func faults(of people: [Person.ID], placedOn date: LocalDate) throws -> [PersonObstacles] {
        let company = try Company(of: people, in: group.id, on: date, writing, round.id)
        let all = try people.map { try writing.reading.person($0) }
        let wishes = try all.map { try wish(of: $0) }
        var occupied = company.occupied
        occupied.people += people.count
        occupied.children += wishes.reduce(0) { $0 + $1.childcare }
        return try zip(all, wishes).map { person, wish in
            let others = Occupancy(
                people: occupied.people - 1, children: occupied.children - wish.childcare)
            return try company.fault(
                of: person, besides: group.obstacles(to: wish, occupied: others))
        }.filter { !$0.obstacles.isEmpty }
    }

    /// Whether those who accept what they were offered come with everybody who belongs with them,
    /// and meet nobody from whom they are kept apart, but for those in spite of whom they were
    /// offered the place; all else was asked then.
    func checkCompany(_ people: [Person.ID], on date: LocalDate) throws {
        let company = try Company(of: people, in: group.id, on: date, writing, round.id)
        let faults = try people.map { person in
            try company.fault(
                of: try writing.reading.person(person), besides: [],
                inSpiteOf: try overruled(by: person))
        }
        try Self.refuse(faults, unless: false, reason: nil, never: [])
    }

    /// Whom they may meet by what they were offered; whoever was kept apart from them anew since
    /// then is not among these.
    private func overruled(by person: Person.ID) throws -> Set<Person.ID> {
        guard let known = try writing.reading.enrolment(of: person, in: round.id) else { return [] }
        let overruled = try writing.reading.overruled(byOfferTo: known.enrolment.id)
        return Set(
            try overruled.filter { other, operation in
                try !writing.reading.parties(in: round.id, notedSince: operation)
                    .apart(from: person).contains(other)
            }.keys)
    }

    /// Whether there is room for those who take up a place before the day from which they were
    /// offered it; what there was no room for on that day either was overruled then.
    func checkRoom(
        _ places: [(id: Person.ID, from: LocalDate, offeredFrom: LocalDate)]
    ) throws {
        let people = places.map(\.id)
        let tooEarly = try places.filter { $0.from < $0.offeredFrom }.compactMap { place in
            let known =
                try faults(of: people, placedOn: place.offeredFrom)
                .first { $0.person == place.id }?.obstacles ?? []
            return try faults(of: people, placedOn: place.from)
                .first { $0.person == place.id }?
                .only([.childcare, .full].filter { !known.contains($0) })
        }
        try Self.refuse(tooEarly, unless: false, reason: nil, never: [])
    }

    /// - Parameter never: what no reason overrules.
    private static func refuse(
        _ all: [PersonObstacles], unless inSpiteOfRules: Bool, reason: String?,
        never: Set<PlacementObstacle>
    ) throws {
        let faults = all.filter { !$0.obstacles.isEmpty }
        guard !faults.isEmpty else { return }
        guard inSpiteOfRules, faults.allSatisfy({ never.isDisjoint(with: $0.obstacles) }) else {
            throw PlacingError.obstacles(faults)
        }
        guard reason.isGiven else { throw PlacingError.reasonNeeded }
    }
}
