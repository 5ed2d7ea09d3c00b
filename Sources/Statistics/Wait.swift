package import Courses

/// How long somebody waited for the place that they got.
package struct Wait: Sendable, Equatable {
    /// That of the first placement; nil where its group has none.
    package let language: Language?
    /// From `applied` to the first placement's start; 0 for a place from an earlier day.
    package let days: Int

    package init(language: Language?, days: Int) {
        self.language = language
        self.days = days
    }
}

extension Wait {
    /// One for each that `Waiting.placed` counts, by language and length.
    ///
    /// - Parameters:
    ///   - rounds: nil means all.
    ///   - groups: of those who got a place there; nil means all.
    package static func all(
        of facts: Facts, rounds: Set<Round.ID>? = nil, groups: Set<Group.ID>? = nil,
        asOf: LocalDate
    ) -> [Wait] {
        let careers = Careers(facts)
        let waits = facts.waits.compactMap { wait -> Wait? in
            let round = facts.rounds[Int(wait.round)].id
            guard rounds?.contains(round) ?? true, Int(wait.applied) <= asOf.dayNumber,
                let career = careers.find(wait.person, in: wait.round),
                let first = careers.firstPlacement(Int(career), reaching: wait.free, facts)
            else { return nil }
            let placement = facts.placements[Int(first)]
            guard groups?.contains(facts.groups[Int(placement.group)].id) ?? true else {
                return nil
            }
            let language = facts.place(of: placement).language
            return Wait(
                language: language < 0 ? nil : facts.languages[Int(language)],
                days: max(0, Int(placement.from) - Int(wait.applied)))
        }
        return waits.sorted {
            ($0.language?.rawValue ?? "~", $0.days) < ($1.language?.rawValue ?? "~", $1.days)
        }
    }
}
