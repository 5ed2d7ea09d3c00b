import CBC

/// Decides who goes into which group, proves how good that is, and says why.
package struct Balancer: Sendable {
    package let order: LevelOrder
    private let deadline: Deadline

    /// - Parameter deadline: after it the best found so far is proposed, with bounds that hold.
    package init(
        order: LevelOrder = .mostPlaced, deadline: Deadline = .never
    ) throws(MissingSolver) {
        guard cbc_is_there() else { throw MissingSolver() }
        self.order = order
        self.deadline = deadline
    }

    /// The same for the same problem, in whatever order it is written, unless time ran out.
    package func propose(_ problem: Problem) -> Proposal {
        var instance = Instance(problem)
        var outcome = Engine(instance: instance, order: order, clock: deadline).run()
        // Who could not have the place of the lock keeps the one there is.
        while instance.giveUpLocks(outcome.groups) {
            outcome = Engine(instance: instance, order: order, clock: deadline).run()
        }
        instance.nameBrokenLocks(outcome.groups)
        let explaining = Explaining(
            instance: instance, groups: outcome.groups,
            levels: order.levels(
                priorities: instance.parties.filter(\.isSound).map(\.priority)))
        return Proposal(
            placements: explaining.placements, unplaced: explaining.unplaced,
            groups: zip(instance.groups, explaining.sizes).map { .init(id: $0.0.id, size: $0.1) },
            levels: outcome.levels, kept: explaining.kept,
            contradictions: instance.contradictions.sorted(), stoppedEarly: outcome.stoppedEarly)
    }
}

extension Instance {
    /// Takes back locks for which somebody would lose a place: first of those who would, else of
    /// all who were to leave theirs.
    ///
    /// - Returns: whether there was one.
    fileprivate mutating func giveUpLocks(_ places: [Int?]) -> Bool {
        let losing = parties.indices.filter { parties[$0].holdsPlace && places[$0] == nil }
        let leaving = parties.indices.filter {
            parties[$0].holdsPlace && parties[$0].lock != nil
                && parties[$0].lock != parties[$0].current
        }
        guard !losing.isEmpty, !leaving.isEmpty else { return false }
        nameBrokenLocks(places)
        let both = leaving.filter(losing.contains)
        for index in both.isEmpty ? leaving : both {
            if let lock = parties[index].lock, both.isEmpty {
                contradictions.insert(
                    .lockIntoFull(party: parties[index].id, group: groups[lock].id))
            }
            parties[index].lock = nil
            parties[index].fate = .refused
        }
        repeat { keepPresentPlacements() } while judgeFullLocks()
        return true
    }

    /// Locks that could not be kept together: the group was full for some of them.
    fileprivate mutating func nameBrokenLocks(_ places: [Int?]) {
        for (index, party) in parties.enumerated() {
            guard let lock = party.lock, places[index] != lock else { continue }
            let isNamed = apart[index].contains { parties[$0].lock == lock }
            if !isNamed {
                contradictions.insert(.lockIntoFull(party: party.id, group: groups[lock].id))
            }
        }
    }
}

extension Contradiction: Comparable {
    private var key: [String] { [code] + parties + [group ?? ""] }

    package static func < (left: Contradiction, right: Contradiction) -> Bool {
        left.key.lexicographicallyPrecedes(right.key)
    }
}
