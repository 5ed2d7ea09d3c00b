import Balancing
import Testing

@Suite struct SymmetryTests {
    @Test(arguments: UInt64(0)..<10)
    func `the order in which a problem is written changes nothing`(_ block: UInt64) throws {
        for seed in block * 20..<block * 20 + 20 {
            let problem = RandomProblem.make(seed: seed)
            var dice = Dice(seed: seed)
            var shuffled = problem
            shuffled.groups.shuffle(using: &dice)
            shuffled.parties.shuffle(using: &dice)
            shuffled.apart = problem.apart.map { Problem.Apart($0.second, $0.first) }
            for index in shuffled.parties.indices {
                shuffled.parties[index].members.shuffle(using: &dice)
                shuffled.parties[index].slots.shuffle(using: &dice)
            }
            let balancer = try Balancer()
            #expect(
                balancer.propose(shuffled) == balancer.propose(problem), "seed \(seed)")
        }
    }

    /// Locks aside: a chair may turn a lock that was given up into one that is kept.
    @Test(arguments: UInt64(0)..<10)
    func `one more chair never makes the levels worse`(_ block: UInt64) throws {
        for seed in block * 20..<block * 20 + 20 {
            var problem = RandomProblem.make(seed: seed)
            for index in problem.parties.indices { problem.parties[index].lockedTo = nil }
            let before = try Balancer().propose(problem)
            // A chair for those who are kept against a rule may set them free, which is better,
            // but by another measure.
            guard before.kept.isEmpty else { continue }
            for index in problem.groups.indices {
                var roomier = problem
                roomier.groups[index].max += 1
                let after = try Balancer().propose(roomier)
                #expect(
                    !after.worth.lexicographicallyPrecedes(before.worth),
                    "seed \(seed) group \(index)")
            }
        }
    }
}
