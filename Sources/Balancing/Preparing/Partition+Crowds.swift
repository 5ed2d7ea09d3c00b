extension Partition {
    /// Parties whom the same cells suit equally well are one crowd, whatever else sets them apart.
    private struct CrowdKey: Hashable {
        let size: Int
        let childcare: Int
        let priority: Int
        let holdsPlace: Bool
        let current: Int?
        let lock: Int?
        let choices: [Crowd.Choice]
        let ranks: [Int]
        let spoken: [Set<Int>]
        let single: Int
    }

    mutating func makeCrowds(_ instance: Instance) {
        var keys = Interner<CrowdKey>()
        var members: [[Int]] = []
        for index in instance.parties.indices where Self.isDecided(instance.parties[index]) {
            guard let key = key(index, instance) else { continue }
            let number = keys.number(key)
            if number == members.count { members.append([]) }
            members[number].append(index)
        }
        crowds = zip(members, keys.values).map { crowd($0, $1, instance) }
    }

    /// Whether there is anything to decide about it.
    private static func isDecided(_ party: PreparedParty) -> Bool {
        switch party.fate {
        case .free: party.isSound
        case .kept: false
        case .refused: party.holdsPlace
        }
    }

    /// Nil for a party that can go nowhere.
    private func key(_ index: Int, _ instance: Instance) -> CrowdKey? {
        let party = instance.parties[index]
        let choices = choices(index, party, instance)
        guard !choices.isEmpty else { return nil }
        let fits = choices.map { choice in
            instance.fit(index, cells[choice.cell].rows[choice.row ?? 0].groups[0])
        }
        let choosy = choices.map { cells[$0.cell].needsLanguageChoice }
        return CrowdKey(
            size: party.size, childcare: party.childcare, priority: party.priority,
            holdsPlace: party.holdsPlace, current: party.current, lock: party.lock,
            choices: choices, ranks: fits.map(\.rank),
            spoken: zip(fits, choosy).map { $1 ? $0.spoken : [] },
            single: instance.apart[index].isEmpty ? -1 : index)
    }

    private func choices(
        _ index: Int, _ party: PreparedParty, _ instance: Instance
    ) -> [Crowd.Choice] {
        let current = party.current.flatMap { place($0, index, instance) }
        if party.fate == .refused { return current.map { [$0] } ?? [] }
        if let lock = party.lock {
            let locked = place(lock, index, instance)
            let choices = [locked, party.holdsPlace ? current : nil].compactMap(\.self)
            return choices.count == 2 && choices[0] == choices[1] ? [choices[0]] : choices
        }
        let newcomer = cells.indices.filter { cell in
            let groups = cells[cell].rows.lazy.map { $0.groups[0] }
            return groups.contains { instance.admits(index, $0) }
        }
        return (current.map { [$0] } ?? []) + newcomer.map { Crowd.Choice(cell: $0, row: nil) }
    }

    private func place(_ group: Int, _ party: Int, _ instance: Instance) -> Crowd.Choice? {
        guard let place = places[group], instance.admits(party, group) else { return nil }
        return Crowd.Choice(cell: place.cell, row: place.row)
    }

    private func crowd(_ members: [Int], _ key: CrowdKey, _ instance: Instance) -> Crowd {
        let parties = members.sorted { a, b in
            let (left, right) = (instance.parties[a], instance.parties[b])
            return left.waitingDays == right.waitingDays
                ? a < b : left.waitingDays > right.waitingDays
        }
        return Crowd(
            parties: parties, size: key.size, childcare: key.childcare, priority: key.priority,
            holdsPlace: key.holdsPlace, current: key.current.flatMap { places[$0] },
            lock: key.lock.flatMap { places[$0] }, choices: key.choices)
    }
}
