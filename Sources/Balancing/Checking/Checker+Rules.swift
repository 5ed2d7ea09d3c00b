import Courses

extension Checker {
    /// Rules that a placement breaks by itself, and those of the whole group that it takes part in
    /// breaking.
    func brokenRules(_ party: Problem.Party, _ id: String) -> [BlockerCode] {
        guard let group = groups[id] else { return [] }
        let others = inside[id] ?? []
        var broken = ownRules(party, group)
        if languagesUsed(others, group).count > 2 { broken.append(.language) }
        if party.childcare > 0,
            others.reduce(0, { $0 + $1.childcare }) > group.childcarePlaces
        {
            broken.append(.childcare)
        }
        if others.reduce(0, { $0 + $1.members.count }) > group.max { broken.append(.full) }
        if takesNobody(group) { broken.append(.closed) }
        if others.contains(where: { mustNotMeet(party.id, $0.id) }) { broken.append(.apart) }
        return broken
    }

    /// Everything is broken that is broken by anybody but those who are kept where they were.
    mutating func checkGroup(_ id: String) {
        for party in inside[id] ?? [] where !isPresent(party, id) {
            for rule in brokenRules(party, id) {
                report(.rule(rule, party: party.id, group: id))
            }
        }
    }

    private func ownRules(_ party: Problem.Party, _ group: Problem.Group) -> [BlockerCode] {
        var broken: [BlockerCode] = []
        for member in party.members where languageUsed(member, party, group) == nil {
            let isInterpreted = member.languages.contains(where: group.interpretedInto.contains)
            broken.append(isInterpreted ? .interpreter : .language)
        }
        if let slot = group.slot {
            let wishes = [party.slots] + party.members.map(\.slots)
            if !wishes.allSatisfy({ $0.isEmpty || $0.contains(slot) }) { broken.append(.slot) }
        }
        switch group.openTo {
        case .all: break
        case .women:
            if !party.members.allSatisfy({ $0.gender == .woman }) { broken.append(.openTo) }
        case .men:
            if !party.members.allSatisfy({ $0.gender == .man }) { broken.append(.openTo) }
        }
        return broken
    }

    /// The best of the member's languages that the group has for them.
    func languageUsed(
        _ member: Problem.Member, _ party: Problem.Party, _ group: Problem.Group
    ) -> Language? {
        member.languages.first { language in
            group.languages.contains(language)
                || party.interpreterOk && group.interpretedInto.contains(language)
        }
    }

    private func languagesUsed(
        _ parties: [Problem.Party], _ group: Problem.Group
    ) -> Set<Language> {
        var used: Set<Language> = []
        for party in parties {
            used.formUnion(party.members.compactMap { languageUsed($0, party, group) })
        }
        return used
    }

    private func takesNobody(_ group: Problem.Group) -> Bool {
        group.closed || group.min > group.max || problem.groups.count { $0.id == group.id } > 1
    }

    private func mustNotMeet(_ one: String, _ other: String) -> Bool {
        one != other && apart[one]?.contains(other) ?? false
    }

    /// Whether a party without a place could have been in the group, as the proposal has it.
    func couldJoin(_ party: Problem.Party, _ id: String) -> Bool {
        guard let group = groups[id], isFreeOfContradictions(party) else { return false }
        let others = (inside[id] ?? []) + [party]
        return ownRules(party, group).isEmpty && !takesNobody(group)
            && languagesUsed(others, group).count <= 2
            && others.reduce(0) { $0 + $1.members.count } <= group.max
            && (party.childcare == 0
                || others.reduce(0) { $0 + $1.childcare } <= group.childcarePlaces)
            && !others.contains { mustNotMeet(party.id, $0.id) }
    }

    /// Not apart from itself, and nobody in it is in another party too.
    private func isFreeOfContradictions(_ party: Problem.Party) -> Bool {
        !problem.apart.contains { $0.first == party.id && $0.second == party.id }
            && party.members.allSatisfy { member in
                problem.parties.reduce(0) { sum, other in
                    sum + other.members.count { $0.id == member.id }
                } == 1
            }
    }

    /// What is reported as kept must be what breaks a rule.
    mutating func checkKept() {
        guard let kept = claims.kept else { return }
        for (party, group, rule) in kept {
            let who = parties[party]
            let isRight =
                who.map { who in
                    place[party] == group && isPresent(who, group)
                        && brokenRules(who, group).contains { $0.rawValue == rule }
                } ?? false
            if !isRight { report(.wronglyReported(party: party, group: group)) }
        }
        let reported = Set(kept.map(\.party))
        for (party, group) in place.sorted(by: { $0.key < $1.key })
        where !reported.contains(party) {
            guard let who = parties[party], isPresent(who, group),
                !brokenRules(who, group).isEmpty
            else { continue }
            report(.notReported(party: party, group: group))
        }
    }
}
