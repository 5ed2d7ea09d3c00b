/// What would have been worse had a party gone elsewhere, alone or in exchange for another one,
/// everybody else staying where they are.
struct Exchange {
    private let instance: Instance
    private let groups: [Int?]
    private let occupation: Occupation
    private let levels: [Level]

    init(_ instance: Instance, _ groups: [Int?], _ occupation: Occupation, _ levels: [Level]) {
        self.instance = instance
        self.groups = groups
        self.occupation = occupation
        self.levels = levels
    }

    /// The first level at which every other group was worse.
    func reason(_ party: Int, in group: Int) -> PlacementReason {
        let others = instance.groups.indices.filter {
            $0 != group && !instance.groups[$0].takesNobody && instance.fit(party, $0).suits
        }
        guard !others.isEmpty, instance.parties[party].fate == .free else { return .onlyFit }
        var deepest = -1
        for other in others {
            deepest = max(deepest, worseAt(party, from: group, to: other, beyond: deepest))
            if deepest == levels.count { return .equal }
        }
        return .level(levels[deepest])
    }

    /// The number of the first level at which the other group is worse in the best case; as many
    /// as there are levels when it would have done as well.
    private func worseAt(
        _ party: Int, from group: Int, to other: Int, beyond known: Int
    ) -> Int {
        let move = Move(party: party, from: group, to: other)
        if occupation.admits(party, other) { return loss([move]) }
        // Without room, somebody would have to go.
        var best = max(0, placedLevel(party))
        for partner in occupation.parties[other] where canSwap(partner, party, other, group) {
            let back = Move(party: partner, from: other, to: group)
            best = max(best, loss([move, back]))
            if best == levels.count { break }
        }
        return best
    }

    private func placedLevel(_ party: Int) -> Int {
        let priority = instance.parties[party].priority
        return levels.firstIndex { $0.aim == .placed && $0.priority == priority } ?? 0
    }

    private func canSwap(_ partner: Int, _ party: Int, _ other: Int, _ group: Int) -> Bool {
        let (a, b) = (instance.parties[party], instance.parties[partner])
        guard b.fate == .free, b.lockedTo == nil, instance.fit(partner, group).suits else {
            return false
        }
        let (here, there) = (instance.groups[group], instance.groups[other])
        guard occupation.people[other] - b.size + a.size <= there.max,
            occupation.people[group] - a.size + b.size <= here.max,
            a.childcare <= b.childcare
                || occupation.children[other] - b.childcare + a.childcare
                    <= there.childcarePlaces,
            b.childcare <= a.childcare
                || occupation.children[group] - a.childcare + b.childcare
                    <= here.childcarePlaces
        else { return false }
        return getsOn(party, other, without: partner) && getsOn(partner, group, without: party)
    }

    private func getsOn(_ party: Int, _ group: Int, without partner: Int) -> Bool {
        let others = instance.apart[party]
        if !others.isEmpty,
            occupation.parties[group].contains(where: { $0 != partner && others.contains($0) })
        {
            return false
        }
        guard instance.kinds[instance.groups[group].kind].languages.count > 2 else { return true }
        let spoken = occupation.parties[group].filter { $0 != partner }
            .reduce(into: instance.fit(party, group).spoken) {
                $0.formUnion(instance.fit($1, group).spoken)
            }
        return spoken.count <= 2
    }

    // MARK: What moves cost

    private struct Move {
        let party: Int
        let from: Int
        let to: Int
    }

    private func loss(_ moves: [Move]) -> Int {
        for (index, level) in levels.enumerated() {
            let change = change(level.aim, moves)
            if change > 0 { return index }
            // Better here: only an unproven proposal leaves such a thing undone.
            if change < 0 { return levels.count }
        }
        return levels.count
    }

    /// Above nought for worse.
    private func change(_ aim: LevelOrder.Aim, _ moves: [Move]) -> Int {
        switch aim {
        case .placed, .waiting: 0
        case .moved:
            moves.reduce(0) { sum, move in
                let who = instance.parties[move.party]
                let change = (who.current == move.from ? 1 : 0) - (who.current == move.to ? 1 : 0)
                return sum + change * who.size
            }
        case .rank:
            moves.reduce(0) {
                $0 + instance.fit($1.party, $1.to).rank - instance.fit($1.party, $1.from).rank
            }
        case .short: sizeChanges(moves).reduce(0) { $0 + short($1.0, $1.2) - short($1.0, $1.1) }
        case .even:
            sizeChanges(moves).reduce(0) { sum, change in
                // Two groups at most: their sign is that of the sum over the common divisor.
                let other = moves[0].from == change.0 ? moves[0].to : moves[0].from
                return sum + (change.2 * change.2 - change.1 * change.1)
                    * instance.groups[other].divisor
            }
        }
    }

    private func short(_ group: Int, _ size: Int) -> Int {
        size > 0 ? max(0, instance.groups[group].min - size) : 0
    }

    /// Both groups with their sizes before and after.
    private func sizeChanges(_ moves: [Move]) -> [(Int, Int, Int)] {
        guard let first = moves.first else { return [] }
        return [first.from, first.to].map { group in
            let change = moves.reduce(0) { sum, move in
                let size = instance.parties[move.party].size
                return sum + (move.to == group ? size : 0) - (move.from == group ? size : 0)
            }
            return (group, occupation.people[group], occupation.people[group] + change)
        }
    }
}
