extension Instance {
    /// Keeps the present placements that break a rule, alone or together.
    ///
    /// A rule of the whole group (its maximum, childcare, languages, who must not meet) is broken
    /// by all who take part in breaking it: none of them is singled out.
    mutating func keepPresentPlacements() {
        for index in groups.indices {
            (groups[index].kept, groups[index].load, groups[index].children) = ([], 0, 0)
            groups[index].spoken = []
        }
        for (group, present) in presentParties().enumerated() where !present.isEmpty {
            for (party, rule) in brokenRules(present, in: group) {
                parties[party].fate = .kept(rule)
                let fit = fit(party, group)
                groups[group].kept.append(party)
                groups[group].load += parties[party].size
                groups[group].children += parties[party].childcare
                groups[group].spoken.formUnion(fit.spoken)
            }
        }
    }

    /// By group, those who have their place there and are not about to be locked elsewhere.
    private func presentParties() -> [[Int]] {
        var present: [[Int]] = Array(repeating: [], count: groups.count)
        for (index, party) in parties.enumerated() where party.holdsPlace {
            guard let current = party.current else { continue }
            if let lock = party.lock, lock != current, party.fate == .free { continue }
            present[current].append(index)
        }
        return present
    }

    private func brokenRules(_ present: [Int], in group: Int) -> [(Int, BlockerCode)] {
        let place = groups[group]
        let people = present.reduce(0) { $0 + parties[$1].size }
        let children = present.reduce(0) { $0 + parties[$1].childcare }
        let spoken = present.reduce(into: Set<Int>()) { $0.formUnion(fit($1, group).spoken) }
        let together = Set(present)
        return present.compactMap { party in
            var broken = fit(party, group).obstacles
            if spoken.count > 2 { broken.insert(.language) }
            if parties[party].childcare > 0, children > place.childcarePlaces {
                broken.insert(.childcare)
            }
            if people > place.max { broken.insert(.full) }
            if place.takesNobody { broken.insert(.closed) }
            if apart[party].contains(where: together.contains) { broken.insert(.apart) }
            return broken.first.map { (party, $0) }
        }
    }
}
