/// Why someone does not fit a group; the codes are those of the balancing blockers.
package enum PlacementObstacle: String, Sendable, CaseIterable, Error {
    case language, interpreter, openTo, childcare, full, closed
    /// Somebody from whom they are kept apart is in the group, or comes with them.
    case apart
    /// Those with whom they are placed together would not be in the group.
    case party
}

/// What placing someone asks of a group.
package struct PlacementWish: Sendable, Equatable {
    package let languages: [Language]
    package let interpreterOk: Bool
    package let gender: Gender
    /// How many children need childcare at the sessions.
    package let childcare: Int

    package init(
        languages: [Language], interpreterOk: Bool, gender: Gender, childcare: Int = 0
    ) {
        self.languages = languages
        self.interpreterOk = interpreterOk
        self.gender = gender
        self.childcare = childcare
    }
}

/// What a group already has on a day.
package struct Occupancy: Sendable, Equatable {
    package var people: Int
    package var children: Int

    package init(people: Int, children: Int) {
        self.people = people
        self.children = children
    }
}

/// A place in a group that somebody has, is to have or has been offered.
package struct Seat: Sendable, Equatable {
    package let person: Person.ID
    /// How many children need childcare.
    package let childcare: Int
    package let from: LocalDate
    /// The first day that is no longer included; nil is without end.
    package let before: LocalDate?

    package init(person: Person.ID, childcare: Int, from: LocalDate, before: LocalDate?) {
        self.person = person
        self.childcare = childcare
        self.from = from
        self.before = before
    }

    package func includes(_ date: LocalDate) -> Bool {
        from <= date && before.map { date < $0 } ?? true
    }
}

extension Occupancy {
    /// The most people, and the most children, that seats hold on one day from a date on: what
    /// whoever comes that day and stays will meet.
    package init(most seats: [Seat], from date: LocalDate) {
        self.init(people: 0, children: 0)
        for day in Set(seats.map { max(date, $0.from) }) {
            let there = Occupancy(of: seats, on: day)
            people = max(people, there.people)
            children = max(children, there.children)
        }
    }

    /// Somebody with two seats is there once.
    package init(of seats: [Seat], on day: LocalDate) {
        var there: [Person.ID: Int] = [:]
        for seat in seats where seat.includes(day) { there[seat.person] = seat.childcare }
        self.init(people: there.count, children: there.values.reduce(0, +))
    }
}

extension Group {
    /// What stands in the way of placing one more person, in the order of the cases, but for what
    /// concerns other people.
    ///
    /// Somebody without children needs no childcare, however little there is left.
    package func obstacles(
        to wish: PlacementWish, occupied: Occupancy
    ) -> [PlacementObstacle] {
        var obstacles: [PlacementObstacle] = []
        if !wish.languages.contains(where: languages.contains) {
            let interpreted = wish.languages.contains(where: delivery.interpretedInto.contains)
            if !interpreted {
                obstacles.append(.language)
            } else if !wish.interpreterOk {
                obstacles.append(.interpreter)
            }
        }
        if !openTo.admits(wish.gender) { obstacles.append(.openTo) }
        if wish.childcare > 0, occupied.children + wish.childcare > childcarePlaces {
            obstacles.append(.childcare)
        }
        if occupied.people >= size.maximum { obstacles.append(.full) }
        // A placement has no end of its own and would reach past the day of closing.
        if closedOn != nil { obstacles.append(.closed) }
        return obstacles
    }

    /// The language under which someone placed here counts: their best that the group has,
    /// interpreted ones after its own, else its first.
    package func language(for wish: PlacementWish) -> Language? {
        wish.languages.first(where: languages.contains)
            ?? wish.languages.first(where: delivery.interpretedInto.contains) ?? languages.first
    }
}
