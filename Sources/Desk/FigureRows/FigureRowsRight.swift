package import Courses
package import Statistics

/// Behind which numbers somebody may look: those of which everything that they count is theirs to
/// read, by the people's names or by the groups' registers.
package struct FigureRowsRight: Sendable {
    private let actor: Actor
    private let choices: FiguresChoices
    private let date: LocalDate

    package init(_ actor: Actor, _ choices: FiguresChoices, on date: LocalDate) {
        self.actor = actor
        self.choices = choices
        self.date = date
    }

    /// - Parameter filter: what is counted, by codes.
    package func allows(_ number: CountedNumber, _ filter: FiguresFilter) -> Bool {
        // A register tells neither who is a woman or how old, nor who waits.
        let isOfPeople = filter.narrowsByPerson || number.measure == .waiting
        let reads = { (resource: Resource) in
            Policy.allows(actor, .readPeople, on: resource, date: date)
                || !isOfPeople && Policy.allows(actor, .readRegister, on: resource, date: date)
        }
        if reads(.organisation) { return true }
        guard filter[.group].isEmpty else {
            let named = choices.groups.filter { filter[.group].contains($0.id.description) }
            return named.count == filter[.group].count
                && named.allSatisfy { reads(.group($0.id, round: $0.round)) }
        }
        guard let rounds = choices.rounds(passing: filter), !rounds.isEmpty else { return false }
        return rounds.allSatisfy { reads(.round($0)) }
    }
}

extension FiguresFilter {
    /// To what is known of people and stands in no register.
    fileprivate var narrowsByPerson: Bool { !self[.gender].isEmpty || !self[.ageBand].isEmpty }
}
