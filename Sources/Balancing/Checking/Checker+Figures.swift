import Courses

extension Checker {
    mutating func checkFigures() {
        for (group, size) in claims.groups ?? [] where people(group) != size {
            report(.size(group: group, claimed: size, actual: people(group)))
        }
        guard let levels = claims.levels else { return }
        let named = Set(levels.map(\.name))
        for name in levelNames where !named.contains(name) { report(.levelMissing(name)) }
        for level in levels { check(level) }
    }

    private var levelNames: [String] {
        Set(parties.values.map { "placed:\($0.priority)" }).sorted()
            + ["waiting", "moved", "short", "rank", "even"]
    }

    private mutating func check(_ level: Proposal.LevelResult) {
        guard let actual = value(level.name) else { return report(.levelMissing(level.name)) }
        if actual != level.value {
            report(.level(level.name, claimed: level.value, actual: actual))
        }
        switch (level.value, level.bound) {
        case (.whole(let value), .whole(let bound)):
            let isMore = level.name.hasPrefix("placed:") || level.name == "waiting"
            if isMore ? value > bound : value < bound { report(.bound(level.name)) }
        case (.fraction(let value), .fraction(let bound)):
            if value < bound { report(.bound(level.name)) }
        case (.whole, .fraction), (.fraction, .whole): report(.bound(level.name))
        }
        if level.optimal, level.value != level.bound { report(.optimal(level.name)) }
    }

    private func people(_ group: String) -> Int {
        inside[group]?.reduce(0) { $0 + $1.members.count } ?? 0
    }

    /// What a level is worth, by the proposal's placements alone.
    package func value(_ level: String) -> LevelValue? {
        let placed = parties.values.filter { place[$0.id] != nil }
        switch level {
        case "waiting":
            return .whole(placed.reduce(0) { $0 + $1.waitingDays * $1.members.count })
        case "moved":
            return .whole(
                parties.values.reduce(0) { sum, party in
                    guard let current = party.currentGroup, groups[current] != nil else {
                        return sum
                    }
                    return sum + (place[party.id] == current ? 0 : party.members.count)
                })
        case "short":
            return .whole(
                groups.values.reduce(0) { sum, group in
                    let size = people(group.id)
                    return sum + (size > 0 && size < group.min ? group.min - size : 0)
                })
        case "rank": return .whole(placed.reduce(0) { $0 + rank($1) })
        case "even":
            return .fraction(
                .sum(
                    groups.values.compactMap { group in
                        let size = people(group.id)
                        return size > 0 ? (size * size, Swift.max(1, group.max)) : nil
                    }))
        default:
            guard level.hasPrefix("placed:"), let priority = Int(level.dropFirst(7)) else {
                return nil
            }
            return .whole(
                placed.filter { $0.priority == priority }.reduce(0) { $0 + $1.members.count })
        }
    }

    /// Sum of how far down each member's best fitting language stands; one step beyond the last
    /// for somebody who is kept where none fits.
    private func rank(_ party: Problem.Party) -> Int {
        guard let group = place[party.id].flatMap({ groups[$0] }) else { return 0 }
        return party.members.reduce(0) { sum, member in
            let ranked = member.languages.reduce(into: [Language]()) {
                if !$0.contains($1) { $0.append($1) }
            }
            let used = languageUsed(member, party, group)
            return sum + (used.flatMap { ranked.firstIndex(of: $0) } ?? ranked.count)
        }
    }
}

extension Checker {
    /// The levels of a proposal by its placements alone, in the order in which it names them.
    package static func values(
        of claims: Claims, in problem: Problem
    ) -> [(name: String, value: LevelValue)] {
        var checker = Checker(problem, claims)
        checker.takePlacements()
        let names = claims.levels?.map(\.name) ?? checker.levelNames
        return names.compactMap { name in checker.value(name).map { (name, $0) } }
    }
}
