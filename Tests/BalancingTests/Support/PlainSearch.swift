import Balancing
import Courses

/// Tries everything. Its rules are written down once more, as plainly as can be.
struct PlainSearch {
    private let problem: Problem
    private let order: LevelOrder
    private let common: Int
    private var best: [Int]?
    private var place: [Int?]
    private var kept: [Bool]
    private var apart: [[Bool]]

    /// What the best of all proposals is worth: held places, kept locks, then level by level;
    /// more is better throughout. `even` is over a common denominator.
    static func best(_ problem: Problem, _ order: LevelOrder) -> [Int] {
        var search = PlainSearch(problem, order)
        search.keepPresent()
        search.place(0)
        return search.best ?? []
    }

    private init(_ problem: Problem, _ order: LevelOrder) {
        self.problem = problem
        self.order = order
        common = Self.common(problem)
        place = Array(repeating: nil, count: problem.parties.count)
        kept = Array(repeating: false, count: problem.parties.count)
        let ids = problem.parties.map(\.id)
        apart = ids.map { one in
            ids.map { other in
                problem.apart.contains {
                    ($0.first, $0.second) == (one, other) || ($0.first, $0.second) == (other, one)
                }
            }
        }
    }

    static func common(_ problem: Problem) -> Int {
        (1...).first { number in
            problem.groups.allSatisfy { number % max(1, $0.max) == 0 }
        } ?? 1
    }

    // MARK: Rules

    private func language(
        _ member: Problem.Member, _ party: Problem.Party, _ group: Problem.Group
    ) -> Int? {
        member.languages.firstIndex {
            group.languages.contains($0)
                || (party.interpreterOk && group.interpretedInto.contains($0))
        }
    }

    private func suits(_ party: Problem.Party, _ group: Problem.Group) -> Bool {
        party.members.allSatisfy { member in
            language(member, party, group) != nil
                && (group.openTo == .all
                    || member.gender == (group.openTo == .women ? .woman : .man))
        } && (group.slot.map { party.slots.isEmpty || party.slots.contains($0) } ?? true)
            && (party.childcare == 0 || party.childcare <= group.childcarePlaces)
            && spoken([party], group) <= 2
    }

    private func spoken(_ parties: [Int], _ group: Problem.Group) -> Int {
        spoken(parties.map { problem.parties[$0] }, group)
    }

    private func spoken(_ parties: [Problem.Party], _ group: Problem.Group) -> Int {
        var spoken: Set<Language> = []
        for party in parties {
            for member in party.members {
                if let best = language(member, party, group) {
                    spoken.insert(member.languages[best])
                }
            }
        }
        return spoken.count
    }

    private func people(_ parties: [Int]) -> Int {
        parties.reduce(0) { $0 + problem.parties[$1].members.count }
    }

    private func children(_ parties: [Int]) -> Int {
        parties.reduce(0) { $0 + problem.parties[$1].childcare }
    }

    private func inside(_ group: Int) -> [Int] { place.indices.filter { place[$0] == group } }

    private func index(_ id: String?) -> Int? { problem.groups.firstIndex { $0.id == id } }

    private func holds(_ party: Problem.Party) -> Bool {
        index(party.currentGroup) != nil && !party.unlocked
    }

    /// Whether the lock can't be kept by anybody.
    private func lockIsVain(_ number: Int) -> Bool {
        let party = problem.parties[number]
        guard let lock = index(party.lockedTo) else { return false }
        let group = problem.groups[lock]
        if holds(party), party.currentGroup == group.id { return false }
        return group.closed || !suits(party, group) || party.members.count > group.max
            || (kept.contains(true) && !canJoin(number, lock))
    }

    private func canJoin(_ party: Int, _ group: Int) -> Bool {
        let (who, where_) = (problem.parties[party], problem.groups[group])
        let others = inside(group).filter { $0 != party }
        return !where_.closed && suits(who, where_)
            && people(others + [party]) <= where_.max
            && (who.childcare == 0 || children(others + [party]) <= where_.childcarePlaces)
            && spoken(others + [party], where_) <= 2 && !others.contains { apart[party][$0] }
    }

    // MARK: Searching

    /// Present placements that break a rule stay.
    private mutating func keepPresent() {
        while true {
            let vain = problem.parties.indices.filter(lockIsVain)
            for group in problem.groups.indices { keepPresent(group, vain) }
            if problem.parties.indices.filter(lockIsVain) == vain { return }
        }
    }

    private mutating func keepPresent(_ number: Int, _ vain: [Int]) {
        let group = problem.groups[number]
        let present = problem.parties.indices.filter { index in
            let party = problem.parties[index]
            let leaves = party.lockedTo.map { $0 != group.id } ?? false
            return party.currentGroup == group.id && holds(party)
                && (!leaves || vain.contains(index))
        }
        for party in present {
            let who = problem.parties[party]
            let isBroken =
                group.closed || !suits(who, group) || people(present) > group.max
                || (who.childcare > 0 && children(present) > group.childcarePlaces)
                || spoken(present, group) > 2 || present.contains { apart[party][$0] }
            if isBroken { (kept[party], place[party]) = (true, number) }
        }
    }

    private mutating func place(_ number: Int) {
        guard number < problem.parties.count else { return judge() }
        guard !kept[number] else { return place(number + 1) }
        place(number + 1)
        let party = problem.parties[number]
        for group in problem.groups.indices where canJoin(number, group) {
            let id = problem.groups[group].id
            let stays = party.currentGroup == id && holds(party)
            if let lock = party.lockedTo, lock != id, !stays { continue }
            if party.lockedTo == id, lockIsVain(number), !stays { continue }
            place[number] = group
            place(number + 1)
            place[number] = nil
        }
    }

    private mutating func judge() {
        let parties = zip(problem.parties, place)
        var worth = [
            parties.reduce(0) { $0 + (holds($1.0) && $1.1 != nil ? $1.0.members.count : 0) },
            parties.reduce(0) {
                let isKept = $1.0.lockedTo != nil && index($1.0.lockedTo) == $1.1
                return $0 + (isKept ? $1.0.members.count : 0)
            },
        ]
        for level in order.levels(priorities: problem.parties.map(\.priority)) {
            worth.append(self.worth(level))
        }
        if let best, !best.lexicographicallyPrecedes(worth) { return }
        best = worth
    }

    private func worth(_ level: Level) -> Int {
        let parties = zip(problem.parties, place)
        let sizes = problem.groups.indices.map { people(inside($0)) }
        switch level.aim {
        case .placed:
            return parties.reduce(0) {
                $0 + ($1.1 != nil && $1.0.priority == level.priority ? $1.0.members.count : 0)
            }
        case .waiting:
            return parties.reduce(0) {
                $0 + ($1.1 == nil ? 0 : $1.0.waitingDays * $1.0.members.count)
            }
        case .moved:
            return -parties.reduce(0) {
                let current = index($1.0.currentGroup)
                return $0 + (current != nil && current != $1.1 ? $1.0.members.count : 0)
            }
        case .short:
            return -zip(problem.groups, sizes).reduce(0) {
                $0 + ($1.1 == 0 ? 0 : max(0, $1.0.min - $1.1))
            }
        case .rank:
            return -parties.reduce(0) { sum, entry in
                guard let group = entry.1.map({ problem.groups[$0] }) else { return sum }
                return sum
                    + entry.0.members.reduce(0) {
                        $0 + (language($1, entry.0, group) ?? $1.languages.count)
                    }
            }
        case .even:
            return -zip(problem.groups, sizes).reduce(0) {
                $0 + $1.1 * $1.1 * (common / max(1, $1.0.max))
            }
        }
    }
}
