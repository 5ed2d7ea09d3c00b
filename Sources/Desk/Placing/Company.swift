import Courses
import Store

/// Who comes along into a group, who is there or is to be, and who belongs with whom.
struct Company {
    /// Of others than those who come: theirs, on some day from the date on.
    private let seats: [Seat]
    /// With a seat in the group, those who come too.
    private let here: Set<Person.ID>
    private let people: Set<Person.ID>
    private let parties: Parties
    private let group: Group.ID
    private let round: Round.ID
    private let date: LocalDate
    private let writing: Writing

    init(
        of people: [Person.ID], in group: Group.ID, on date: LocalDate, _ writing: Writing,
        _ round: Round.ID
    ) throws {
        self.writing = writing
        let all = try writing.reading.seats(in: group, from: date, today: writing.today)
        seats = all.filter { !people.contains($0.person) }
        here = Set(all.map(\.person))
        parties = try writing.reading.parties(in: round)
        self.people = Set(people)
        self.group = group
        self.round = round
        self.date = date
    }

    /// What the others take up, on the fullest day.
    var occupied: Occupancy { Occupancy(most: seats, from: date) }

    /// All that stands in the way of somebody, with what concerns other people.
    ///
    /// - Parameter overruled: whom they may meet though they are kept apart.
    func fault(
        of person: Person, besides obstacles: [PlacementObstacle],
        inSpiteOf overruled: Set<Person.ID> = []
    ) throws -> PersonObstacles {
        var obstacles = obstacles
        let met = parties.apart(from: person.id)
            .intersection(here.union(people)).subtracting(overruled).subtracting([person.id])
            .sorted()
        if !met.isEmpty { obstacles.append(.apart) }
        let left = try leftBehind(by: person.id)
        if !left.isEmpty { obstacles.append(.party) }
        return PersonObstacles(
            person: person.id, name: person.name, obstacles: obstacles, others: met + left)
    }

    /// Those who belong with somebody, take part in the round or want to, and would be elsewhere.
    private func leftBehind(by person: Person.ID) throws -> [Person.ID] {
        try parties.together(with: person).subtracting(people).subtracting(here).sorted()
            .filter { other in
                guard let known = try writing.reading.enrolment(of: other, in: round) else {
                    return false
                }
                switch known.standing(on: date, today: writing.today) {
                case .applied, .waitlisted, .offered, .expired, .placed: return true
                case .declined, .withdrawn: return false
                }
            }
    }
}

extension [Wish.About: Wish] {
    /// Nil when none were named.
    var languages: [Language]? {
        if case .languages(let languages)? = self[.languages], !languages.isEmpty {
            languages
        } else {
            nil
        }
    }

    var acceptsInterpreter: Bool? {
        if case .interpreter(let isOk)? = self[.interpreter] { isOk } else { nil }
    }

    var slots: [WishedSlot] {
        if case .slots(let slots)? = self[.slots] { slots } else { [] }
    }

    var priority: Int? {
        if case .priority(let priority)? = self[.priority] { priority } else { nil }
    }
}
