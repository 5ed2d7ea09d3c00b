/// Which new groups would gather those without a place.
struct Openings {
    private let instance: Instance
    private let unplaced: [Int]
    private let room: Int
    private var known: [Opening: Int] = [:]

    private struct Opening: Hashable {
        let languages: [Int]
        let slot: Int?
        /// The size of the party that must be among those who join.
        let size: Int
    }

    init(_ instance: Instance, _ groups: [Int?]) {
        self.instance = instance
        unplaced = groups.indices.filter {
            let party = instance.parties[$0]
            return groups[$0] == nil && party.fate == .free && party.lockedTo == nil
        }
        // As large as the largest that there is; sixteen where there is none.
        room = instance.groups.map(\.max).max() ?? 16
    }

    /// The group that most would join, the party among them.
    mutating func remedy(for party: Int) -> Remedy? {
        let who = instance.parties[party]
        let wish = instance.wishes[who.wish]
        guard who.lockedTo == nil, who.size <= room else { return nil }
        var best: (opening: Opening, joining: Int)?
        for languages in Self.languages(wish) {
            for slot in slots(wish) {
                let opening = Opening(languages: languages, slot: slot, size: who.size)
                let joining = joining(opening)
                if joining > (best?.joining ?? 0) { best = (opening, joining) }
            }
        }
        return best.map {
            .group(
                languages: $0.opening.languages.map { instance.languageNames[$0] },
                slot: $0.opening.slot.map { instance.slotNames[$0] }, joining: $0.joining)
        }
    }

    /// A language that all members share, best first, or else two that they have among them.
    private static func languages(_ wish: Wish) -> [[Int]] {
        guard let first = wish.languages.first else { return [] }
        let shared = first.filter { language in
            wish.languages.allSatisfy { $0.contains(language) }
        }
        if !shared.isEmpty { return shared.map { [$0] } }
        var pairs: [[Int]] = []
        for one in first {
            for other in Set(wish.languages.joined()).sorted() where other != one {
                let pair = Set([one, other])
                if wish.languages.allSatisfy({ !pair.isDisjoint(with: $0) }) {
                    pairs.append([one, other])
                }
            }
        }
        return pairs
    }

    private func slots(_ wish: Wish) -> [Int?] {
        if let slots = wish.slots { return slots.sorted() }
        return instance.slotNames.isEmpty ? [nil] : instance.slotNames.indices.map { $0 }
    }

    /// How many people of those without a place could fill the group, exactly: which numbers can
    /// be reached by whole parties, the one in question among them.
    private mutating func joining(_ opening: Opening) -> Int {
        if let count = known[opening] { return count }
        var sizes = unplaced.filter { fits($0, opening) }.map { instance.parties[$0].size }
        if let own = sizes.firstIndex(of: opening.size) { sizes.remove(at: own) }
        var reachable = [Bool](repeating: false, count: room + 1)
        reachable[opening.size] = true
        for size in sizes where size <= room && !reachable[room] {
            for sum in stride(from: room - size, through: 0, by: -1) where reachable[sum] {
                reachable[sum + size] = true
            }
        }
        let count = reachable.lastIndex(of: true) ?? opening.size
        known[opening] = count
        return count
    }

    private func fits(_ party: Int, _ opening: Opening) -> Bool {
        let wish = instance.wishes[instance.parties[party].wish]
        if let slots = wish.slots, let slot = opening.slot, !slots.contains(slot) { return false }
        return wish.languages.allSatisfy { own in
            own.contains(where: opening.languages.contains)
        }
    }
}
