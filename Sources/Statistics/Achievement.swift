package import Courses

/// How far somebody placed in a round has come on the way to completing it, by the same count as
/// the figures.
package struct Achievement: Sendable, Equatable {
    /// A session that counts.
    package struct Step: Sendable, Equatable {
        /// Where they were; a position in `Facts.sessions`.
        package let session: Int32
        /// The one that they made up for there, or `Facts.none`.
        package let insteadOf: Int32

        package init(session: Int32, insteadOf: Int32) {
            self.session = session
            self.insteadOf = insteadOf
        }
    }

    /// Position in `Facts.people`.
    package let person: Int32
    /// Position in `Facts.rounds`.
    package let round: Int32
    /// Their last one there; a position in `Facts.placements`.
    package let placement: Int32
    package let steps: [Step]
    /// Sessions taken at which they were expected, which they neither attended nor made up for;
    /// positions in `Facts.sessions`, rising.
    package let missed: [Int32]
    package let hasWithdrawn: Bool
    package let hasCompleted: Bool
}

extension Achievement {
    /// One for each person and round with a place, by the place's position.
    package static func all(of facts: Facts, asOf: LocalDate) -> [Achievement] {
        var census = Census(
            facts, [.marks, .courses], Sieve(facts, rounds: nil, FiguresFilter(), .standard),
            RowKeys(facts, DimensionSet([]), .standard), asOf: Int32(asOf.dayNumber))
        census.steps = []
        census.take()
        return census.achievements()
    }

    /// Whole study hours of the sessions that count.
    package func studyHours(_ facts: Facts) -> Int {
        let rules = facts.rounds[Int(round)].rules
        return steps.reduce(0) {
            $0 + rules.studyHours(minutes: Int(facts.sessions[Int($1.session)].minutes))
        }
    }
}

extension Achievement.Step: Comparable {
    /// First what was attended, then what was made up for.
    package static func < (one: Self, other: Self) -> Bool {
        (one.insteadOf, one.session) < (other.insteadOf, other.session)
    }
}

extension Census {
    fileprivate func achievements() -> [Achievement] {
        var stepsOf = [[Achievement.Step]](repeating: [], count: careers.indices.count)
        for (career, step) in steps ?? [] { stepsOf[Int(career)].append(step) }
        let expected = expectedSessions()
        let found = careers.indices.compactMap { career -> Achievement? in
            let placement = careers.lastPlacements[career]
            guard placement >= 0 else { return nil }
            let steps = stepsOf[career].sorted()
            let met = Set(
                steps.map { $0.insteadOf == Facts.none ? $0.session : $0.insteadOf })
            return Achievement(
                person: facts.placements[Int(placement)].person,
                round: Int32(careers.round(of: career)), placement: placement, steps: steps,
                missed: expected[career].filter { !met.contains($0) },
                hasWithdrawn: careers.hasWithdrawn(career, asOf: asOf),
                hasCompleted: hasCompleted(career))
        }
        return found.sorted { $0.placement < $1.placement }
    }

    /// Of each career, the sessions taken at which a place was held, each once.
    private func expectedSessions() -> [[Int32]] {
        let rosters = Rosters(facts)
        var expected = [[Int32]](repeating: [], count: careers.indices.count)
        for session in facts.sessions.indices where facts.sessions[session].status == .taken {
            for placement in rosters.placements(at: session) {
                let career = Int(careers[placement: placement])
                if expected[career].last != Int32(session) {
                    expected[career].append(Int32(session))
                }
            }
        }
        return expected
    }
}
