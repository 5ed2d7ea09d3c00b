import Balancing
import Courses

/// A small problem in which anything that the format allows may happen, contradictions apart.
struct RandomProblem {
    private var dice: Dice
    private let hasHistory: Bool

    init(seed: UInt64) {
        dice = Dice(seed: seed)
        // Half of them begin from nothing: merged groups are most common there.
        hasHistory = seed % 2 == 0
    }

    private static let languages: [Language] = [.arabic, .somali, .tigrinya]

    static func make(seed: UInt64) -> Problem {
        var random = RandomProblem(seed: seed)
        return random.make()
    }

    private mutating func make() -> Problem {
        let isUniform = dice.chance(1, of: 2)
        let groups = (0..<1 + dice.below(4)).map { group($0, isUniform) }
        let parties = (0..<1 + dice.below(6)).map { party($0, groups) }
        var problem = Problem(groups: groups, parties: parties)
        if dice.chance(1, of: 4), parties.count > 1 {
            let first = dice.below(parties.count)
            let second = (first + 1 + dice.below(parties.count - 1)) % parties.count
            problem.apart = [Problem.Apart(parties[first].id, parties[second].id)]
        }
        return problem
    }

    private mutating func languages(_ most: Int) -> [Language] {
        Array(Self.languages.shuffled(using: &dice).prefix(1 + dice.below(most)))
    }

    private mutating func group(_ number: Int, _ isUniform: Bool) -> Problem.Group {
        let least = dice.below(4)
        return Problem.Group(
            id: "g\(number)", languages: isUniform ? [.arabic] : languages(3),
            interpretedInto: dice.chance(1, of: 5) ? languages(2) : [], min: least,
            max: least + dice.below(isUniform ? 2 : 4),
            slot: isUniform || dice.chance(1, of: 4) ? nil : "s\(dice.below(2))",
            childcarePlaces: dice.below(3),
            openTo: dice.chance(1, of: 6) ? .women : dice.chance(1, of: 8) ? .men : .all,
            closed: dice.chance(1, of: 10))
    }

    private mutating func party(_ number: Int, _ groups: [Problem.Group]) -> Problem.Party {
        var party = Problem.Party(
            id: "p\(number)",
            members: (0..<(dice.chance(1, of: 3) ? 2 : dice.chance(1, of: 12) ? 3 : 1)).map {
                Problem.Member(
                    id: "m\(number).\($0)", languages: languages(3),
                    gender: [Gender.woman, .man, .unknown][dice.below(3)])
            },
            interpreterOk: dice.chance(1, of: 2),
            slots: dice.chance(1, of: 3) ? ["s\(dice.below(2))"] : [],
            childcare: dice.chance(1, of: 3) ? 1 + dice.below(2) : 0,
            waitingDays: dice.below(4), priority: dice.below(2))
        guard hasHistory else { return party }
        if dice.chance(1, of: 2) { party.currentGroup = groups[dice.below(groups.count)].id }
        if dice.chance(1, of: 6) { party.lockedTo = groups[dice.below(groups.count)].id }
        party.unlocked = dice.chance(1, of: 4)
        return party
    }
}
