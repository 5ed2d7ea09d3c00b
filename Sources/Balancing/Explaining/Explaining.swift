/// Puts a decision into words: codes for why and why not.
struct Explaining {
    let instance: Instance
    /// By party, its group.
    let groups: [Int?]
    let levels: [Level]
    private let occupation: Occupation

    init(instance: Instance, groups: [Int?], levels: [Level]) {
        self.instance = instance
        self.groups = groups
        self.levels = levels
        occupation = Occupation(instance, groups)
    }

    var sizes: [Int] { occupation.people }

    var placements: [Proposal.Placement] {
        let exchange = Exchange(instance, groups, occupation, levels)
        return groups.enumerated().compactMap { party, group in
            group.map {
                .init(
                    party: instance.parties[party].id, group: instance.groups[$0].id,
                    reason: reason(party, $0, exchange))
            }
        }
    }

    private func reason(_ party: Int, _ group: Int, _ exchange: Exchange) -> PlacementReason {
        let who = instance.parties[party]
        if case .kept = who.fate { return .kept }
        if who.lock == group { return .lock }
        return exchange.reason(party, in: group)
    }

    var kept: [Proposal.Kept] {
        instance.parties.enumerated().compactMap { index, party in
            guard case .kept(let rule) = party.fate, let group = groups[index] else { return nil }
            return .init(party: party.id, group: instance.groups[group].id, brokenRule: rule)
        }
    }

    var unplaced: [Proposal.Unplaced] {
        var remedies = Remedies(instance, groups, occupation)
        return groups.indices.filter { groups[$0] == nil }.map { party in
            .init(
                party: instance.parties[party].id, blockers: blockers(party),
                remedy: remedies.remedy(for: party))
        }
    }

    /// Each rule and at how many groups it is in the way, as the groups will be.
    private func blockers(_ party: Int) -> [Proposal.Blocker] {
        guard instance.parties[party].isSound else { return [] }
        var counts = [Int](repeating: 0, count: BlockerCode.allCases.count)
        for group in instance.groups.indices {
            var rest = occupation.obstacles(party, group)
            while let code = rest.first {
                rest.remove(RuleSet(code))
                counts[BlockerCode.allCases.firstIndex(of: code) ?? 0] += 1
            }
        }
        return zip(BlockerCode.allCases, counts).filter { $0.1 > 0 }
            .map { .init(code: $0.0, groups: $0.1) }
    }
}
