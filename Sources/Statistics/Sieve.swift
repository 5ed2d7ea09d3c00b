import Courses

/// A filter laid against facts: what passes it, by position.
struct Sieve {
    /// Which dimensions are narrowed.
    let dimensions: DimensionSet
    /// Of each round, whether it is asked for at all.
    let rounds: [Bool]
    /// Nothing is left out.
    let passesAll: Bool
    private let groups: [Bool]
    /// The one without a language first.
    private let languages: [Bool]
    private let genders: Set<Gender>
    private let bands: Set<String>
    private let modes: Set<String>
    private let months: Set<String>
    private let narrowsPeople: Bool
    private let allBands: AgeBands
    private let facts: Facts

    /// - Parameter rounds: nil means all.
    init(_ facts: Facts, rounds: Set<Round.ID>?, _ filter: FiguresFilter, _ allBands: AgeBands) {
        func passes(_ dimension: Dimension, _ code: @autoclosure () -> String) -> Bool {
            filter[dimension].isEmpty || filter[dimension].contains(code())
        }
        self.facts = facts
        self.allBands = allBands
        dimensions = DimensionSet(filter.dimensions)
        passesAll = rounds == nil && filter.isEmpty
        self.rounds = facts.rounds.map { round in
            (rounds?.contains(round.id) ?? true) && passes(.round, round.code)
                && passes(.programme, round.programme)
                && passes(.term, Term(of: round.firstDay).description)
        }
        groups = facts.groups.map { passes(.group, $0.id.description) }
        languages =
            [passes(.language, DimensionValue.language(nil).code)]
            + facts.languages.map { passes(.language, $0.rawValue) }
        narrowsPeople = dimensions.splitPeople
        genders = Set(Gender.allCases.filter { passes(.gender, $0.rawValue) })
        bands = Set(filter[.ageBand])
        modes = Set(filter[.mode])
        months = Set(filter[.month])
    }

    /// Whether some of a session's seats may pass and others not.
    var narrowsSeats: Bool {
        !dimensions.isDisjoint(with: [.group, .language, .gender, .ageBand])
    }

    func passes(_ session: SessionFact) -> Bool {
        guard rounds[Int(session.round)] else { return false }
        guard modes.isEmpty || modes.contains(session.mode.rawValue) else { return false }
        guard !months.isEmpty else { return true }
        let date = LocalDate(dayNumber: Int(session.day))
        return months.contains(Month(year: date.year, month: date.month).description)
    }

    func passes(_ place: Place) -> Bool {
        guard languages[Int(place.language) + 1] else { return false }
        return place.group >= 0 ? groups[Int(place.group)] : !dimensions.contains(.group)
    }

    func passes(_ place: Place, gender: Gender) -> Bool {
        passes(place) && genders.contains(gender)
    }

    func passes(_ place: Place, person: Int32, round: Int32) -> Bool {
        guard passes(place) else { return false }
        guard narrowsPeople else { return true }
        guard genders.contains(facts.people[Int(person)].gender) else { return false }
        guard !bands.isEmpty else { return true }
        let day = facts.rounds[Int(round)].firstDay
        return bands.contains(
            DimensionValue.ageBand(allBands.band(of: facts.people[Int(person)], on: day)).code)
    }
}

extension AgeBands {
    /// Nil where the age isn't known.
    fileprivate func band(of person: PersonFact, on day: LocalDate) -> AgeBand? {
        guard person.birthDay != Facts.unknownDay else { return nil }
        let age = LocalDate(dayNumber: Int(person.birthDay)).age(on: day)
        return position(of: age).map { bands[$0] }
    }
}
