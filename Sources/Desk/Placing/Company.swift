import Courses
import Store

/// Who comes along into a group, who is there, and who belongs with whom.
struct Company {
    /// On the group's roster on the day.
    let here: Set<Person.ID>
    /// With a seat held by an open offer, those who come left out.
    let offered: Set<Person.ID>
    private let people: Set<Person.ID>
    private let parties: Parties
    private let group: Group.ID
    private let round: Round.ID
    private let date: LocalDate
    private let reading: Reading

    init(
        of people: [Person.ID], in group: Group.ID, on date: LocalDate, _ writing: Writing,
        _ round: Round.ID
    ) throws {
        reading = writing.reading
        let placements = try reading.placements(in: group)
        here = Set(placements.filter { $0.includes(date) }.map(\.person))
        offered = Set(try reading.offered(in: group, on: writing.today)).subtracting(people)
        parties = try reading.parties(in: round)
        self.people = Set(people)
        self.group = group
        self.round = round
        self.date = date
    }

    /// All that stands in the way of somebody, with what concerns other people.
    func fault(
        of person: Person, besides obstacles: [PlacementObstacle]
    ) throws -> PersonObstacles {
        var obstacles = obstacles
        let met = parties.apart(from: person.id)
            .intersection(here.union(offered).union(people).subtracting([person.id])).sorted()
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
                guard let known = try reading.enrolment(of: other, in: round) else { return false }
                switch known.enrolment.step {
                case .applied, .waitlisted, .offered: return true
                case .declined, .withdrawn: return false
                case .placed:
                    let coming = known.placements.filter { $0.before.map { date < $0 } ?? true }
                    return coming.contains { $0.group != group }
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
