package import Balancing
import Courses

/// Makes up a municipality's waiting list and groups: 30 % of the people in couples, one to three
/// ranked languages, slots, childcare in a third of the groups. The same seed makes the same.
package struct PlantedProblem {
    package enum Twist: String, CaseIterable, Sendable {
        /// Everybody can be placed.
        case none
        /// A third can't be placed.
        case scarce
        /// Everybody wants Tuesday.
        case tuesday
        /// Two languages share their only group.
        case shared
        /// Most have a place, hardly anybody the best one, and others wait.
        case scrambled
        /// Groups of many different sizes.
        case uneven
    }

    private let people: Int
    private let groupCount: Int
    private let twist: Twist
    private var dice: PlantedDice

    package init(people: Int, groups: Int, seed: UInt64, twist: Twist = .none) {
        self.people = people
        groupCount = groups
        self.twist = twist
        dice = PlantedDice(state: seed)
    }

    private static let languages: [Language] = [
        .arabic, .somali, .dari, .tigrinya, .sorani, .kurmanji,
    ]
    private static let slots = ["mon", "tue", "wed", "thu", "sat"]

    package func make() -> Problem {
        var planting = self
        return planting.plant()
    }

    private mutating func plant() -> Problem {
        let groups = (0..<groupCount).map { group($0) }
        var parties: [Problem.Party] = []
        var count = 0
        var sizes = [Int](repeating: 0, count: groups.count)
        var children = sizes
        let wanted = twist == .scarce ? people * 2 / 3 : people
        while count < wanted {
            let open = groups.indices.filter { sizes[$0] < groups[$0].max }
            guard let index = open.isEmpty ? nil : open[dice.below(open.count)] else { break }
            var party = party(
                parties.count, for: groups[index], seats: groups[index].max - sizes[index])
            if children[index] + party.childcare > groups[index].childcarePlaces {
                party.childcare = 0
            }
            if twist == .scrambled, dice.below(10) < 7 { party.currentGroup = groups[index].id }
            sizes[index] += party.members.count
            children[index] += party.childcare
            count += party.members.count
            parties.append(party)
        }
        while count < people {
            let party = party(parties.count, for: groups[dice.below(groups.count)], seats: 2)
            count += party.members.count
            parties.append(party)
        }
        return Problem(groups: groups, parties: parties, apart: apart(parties))
    }

    private mutating func group(_ number: Int) -> Problem.Group {
        var language = Self.languages[number % Self.languages.count]
        var languages = [language]
        if twist == .shared, number % 6 == 3 { language = .arabic; languages = [language] }
        if twist == .shared, number == 3 { languages = [.tigrinya, .kurmanji] }
        if twist == .shared, number % 6 == 5 { languages = [.somali] }
        if number % 12 == 7 { languages.append(Self.languages[(number + 2) % 6]) }
        let capacity = twist == .scarce ? people * 2 / 3 : people
        let usual = max(4, (capacity * 115 / 100 + groupCount - 1) / groupCount)
        return Problem.Group(
            id: "g" + padded(number, 4), languages: languages,
            interpretedInto: number % 10 == 4 ? [Self.languages[(number + 1) % 6]] : [],
            min: 4,
            max: twist == .uneven ? usual - 4 + dice.below(10) : usual + dice.below(3) - 1,
            slot: number % 15 == 14 ? nil : Self.slots[dice.below(Self.slots.count)],
            childcarePlaces: number % 3 == 0 ? 6 : 0,
            openTo: number % 11 == 5 ? .women : .all)
    }

    private mutating func party(
        _ number: Int, for group: Problem.Group, seats: Int
    ) -> Problem.Party {
        // Of the people 30 % in couples: of the parties 3 in 17.
        let size = seats >= 2 && dice.below(17) < 3 ? 2 : 1
        let members = (0..<size).map { member -> Problem.Member in
            let gender: Gender =
                group.openTo == .women
                ? .woman
                : size == 2
                    ? (member == 0 ? .woman : .man)
                    : [.woman, .man, .unknown][min(2, dice.below(5) / 2)]
            return Problem.Member(
                id: "m" + padded(number, 5) + "\(member)", languages: languages(for: group),
                gender: gender)
        }
        var slots = Set<String>()
        if twist == .tuesday {
            slots = ["tue"]
            if let slot = group.slot, dice.below(3) == 0 { slots.insert(slot) }
        } else if dice.below(5) > 0 {
            if let slot = group.slot { slots.insert(slot) }
            for slot in Self.slots where dice.below(3) == 0 { slots.insert(slot) }
        }
        return Problem.Party(
            id: "p" + padded(number, 5), members: members, interpreterOk: dice.below(3) == 0,
            slots: slots.sorted(),
            childcare: group.childcarePlaces > 0 && dice.below(4) == 0 ? 1 + dice.below(2) : 0,
            waitingDays: dice.below(400), priority: dice.below(10) == 0 ? 1 : 0)
    }

    private mutating func languages(for group: Problem.Group) -> [Language] {
        var languages = [group.languages[dice.below(group.languages.count)]]
        for _ in 0..<dice.below(3) {
            let more = Self.languages[dice.below(Self.languages.count)]
            if !languages.contains(more) {
                languages.insert(more, at: dice.below(languages.count + 1))
            }
        }
        return languages
    }

    private mutating func apart(_ parties: [Problem.Party]) -> [Problem.Apart] {
        (0..<people / 100).map { _ in
            let first = dice.below(parties.count - 1)
            return Problem.Apart(parties[first].id, parties[first + 1].id)
        }
    }

    private func padded(_ number: Int, _ digits: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}

/// SplitMix64.
private struct PlantedDice {
    var state: UInt64

    mutating func below(_ limit: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        mixed ^= mixed >> 31
        return Int(mixed % UInt64(limit))
    }
}
