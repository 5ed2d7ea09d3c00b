extension Instance {
    /// Names the locks that can't be kept whatever else is decided. Such a party stays where it
    /// is, or stays out.
    mutating func judgeLocks() {
        for index in parties.indices where parties[index].lockedTo != nil {
            guard let contradiction = contradiction(ofLock: index) else { continue }
            contradictions.insert(contradiction)
            parties[index].lock = nil
            parties[index].fate = .refused
        }
        for (first, others) in apart.enumerated() {
            guard let lock = parties[first].lock else { continue }
            for second in others where second > first && parties[second].lock == lock {
                contradictions.insert(
                    .lockedTogetherAndApart(
                        first: parties[first].id, second: parties[second].id,
                        group: groups[lock].id))
            }
        }
    }

    private func contradiction(ofLock index: Int) -> Contradiction? {
        let party = parties[index]
        guard let name = party.lockedTo else { return nil }
        guard let lock = party.lock else { return .unknownLock(party: party.id, group: name) }
        // Whoever is there already is kept there, whatever rule it breaks.
        if party.holdsPlace, party.current == lock { return nil }
        if groups[lock].takesNobody { return .lockIntoClosed(party: party.id, group: name) }
        if let rule = fit(index, lock).obstacles.first {
            return .lockAgainstRule(party: party.id, group: name, rule: rule)
        }
        if party.size > groups[lock].max { return .lockIntoFull(party: party.id, group: name) }
        return nil
    }

    /// Names the locks into groups that present placements fill for good.
    ///
    /// - Returns: whether there was one.
    mutating func judgeFullLocks() -> Bool {
        var isChanged = false
        for index in parties.indices where parties[index].fate == .free {
            guard let lock = parties[index].lock, !admits(index, lock) else { continue }
            contradictions.insert(
                .lockIntoFull(party: parties[index].id, group: groups[lock].id))
            parties[index].lock = nil
            parties[index].fate = .refused
            isChanged = true
        }
        return isChanged
    }

    /// Whether a party that is not kept there could be in the group beside those who are.
    func admits(_ party: Int, _ group: Int) -> Bool {
        let (who, place) = (parties[party], groups[group])
        let fit = fit(party, group)
        return !place.takesNobody && fit.suits && place.load + who.size <= place.max
            && (who.childcare == 0 || place.children + who.childcare <= place.childcarePlaces)
            && place.spoken.union(fit.spoken).count <= 2
            && !place.kept.contains(where: apart[party].contains)
    }
}
