import Balancing
import FoundationEssentials
import Testing

/// Small enough problems to try everything.
@Suite struct ExhaustiveTests {
    private static let orders: [LevelOrder] = [.mostPlaced, .fewestMoves, .mostEven]

    /// A thousand problems, or twenty thousand in the long run.
    private static let perBlock: UInt64 =
        ProcessInfo.processInfo.environment["SAMSPRAK_LONG_TESTS"] == nil ? 50 : 1000

    @Test(arguments: UInt64(0)..<20)
    func `nothing is better than what is proposed, and the checker agrees`(_ block: UInt64) throws {
        for seed in block * Self.perBlock..<(block + 1) * Self.perBlock {
            let problem = RandomProblem.make(seed: seed)
            let order = Self.orders[Int(seed / 7 % 3)]
            let proposal = try Balancer(order: order).propose(problem)
            #expect(
                Checker.violations(of: Claims(proposal), in: problem) == [], "seed \(seed)")
            #expect(proposal.levels.filter { !$0.optimal } == [], "seed \(seed)")
            // Locks that only solving shows to be vain are given up in an order of the engine's.
            if hasVainLock(proposal, problem) { continue }
            let best = PlainSearch.best(problem, order)
            #expect(worth(proposal, problem) == Array(best.dropFirst(2)), "seed \(seed)")
        }
    }

    private func hasVainLock(_ proposal: Proposal, _ problem: Problem) -> Bool {
        proposal.contradictions.contains { contradiction in
            guard
                contradiction.code.hasPrefix("lockIntoFull")
                    || contradiction.code == "lockedTogetherAndApart"
            else { return false }
            return problem.parties.contains {
                contradiction.parties.contains($0.id) && $0.currentGroup != nil
            }
        }
    }

    /// Level by level; more is better.
    private func worth(_ proposal: Proposal, _ problem: Problem) -> [Int] {
        let common = PlainSearch.common(problem)
        return proposal.levels.map { level in
            switch level.value {
            case .whole(let value):
                level.name.hasPrefix("placed") || level.name == "waiting" ? value : -value
            case .fraction(let fraction):
                fraction.times(common).map { -$0 } ?? Int.min
            }
        }
    }
}

extension Fraction {
    /// Nil when it is no whole number.
    fileprivate func times(_ factor: Int) -> Int? {
        let parts = description.split(separator: "/").compactMap { Int($0) }
        guard parts.count == 2, parts[0] * factor % parts[1] == 0 else { return nil }
        return parts[0] * factor / parts[1]
    }
}
