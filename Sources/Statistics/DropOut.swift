package import Courses

/// How many of those placed had withdrawn by the date of session `number`.
///
/// Someone's session n is the one with that number in the group where they were placed last; of a
/// number that a group has twice, the earliest. Sessions called off, and those after the day of
/// asking, are nobody's. Each person counts once a round.
package struct DropOut: Sendable, Equatable {
    package let number: Int
    /// People whose group has had this session.
    package let placed: Int
    /// Those of them who had withdrawn by its date.
    package let withdrawn: Int

    package init(number: Int, placed: Int, withdrawn: Int) {
        self.number = number
        self.placed = placed
        self.withdrawn = withdrawn
    }
}

extension DropOut {
    /// One for each number that a session had, rising.
    ///
    /// - Parameters:
    ///   - rounds: nil means all.
    ///   - groups: of those placed there last; nil means all.
    package static func beforeSessions(
        of facts: Facts, rounds: Set<Round.ID>? = nil, groups: Set<Group.ID>? = nil,
        asOf: LocalDate
    ) -> [DropOut] {
        let asOf = Int32(asOf.dayNumber)
        let careers = Careers(facts)
        let numbered = facts.numberedDays(asOf: asOf)
        var counts: [Int32: (placed: Int, withdrawn: Int)] = [:]
        for career in careers.indices where careers.lastPlacements[career] >= 0 {
            let round = facts.rounds[careers.round(of: career)]
            guard rounds?.contains(round.id) ?? true else { continue }
            let group = facts.placements[Int(careers.lastPlacements[career])].group
            guard groups?.contains(facts.groups[Int(group)].id) ?? true else { continue }
            let left = careers.withdrawn[career]
            for (number, day) in numbered[Int(group)] {
                counts[number, default: (0, 0)].placed += 1
                if left <= day { counts[number, default: (0, 0)].withdrawn += 1 }
            }
        }
        return counts.sorted { $0.key < $1.key }.map {
            DropOut(number: Int($0.key), placed: $0.value.placed, withdrawn: $0.value.withdrawn)
        }
    }
}

extension Facts {
    /// For each group the day of each number's session.
    fileprivate func numberedDays(asOf: Int32) -> [[Int32: Int32]] {
        var days = [[Int32: Int32]](repeating: [:], count: groups.count)
        for entry in sessionGroups {
            let session = sessions[Int(entry.session)]
            let calledOff = session.status == .cancelled || session.status == .notHeld
            guard !calledOff, session.day <= asOf else { continue }
            let known = days[Int(entry.group)][entry.number] ?? session.day
            days[Int(entry.group)][entry.number] = min(known, session.day)
        }
        return days
    }
}
