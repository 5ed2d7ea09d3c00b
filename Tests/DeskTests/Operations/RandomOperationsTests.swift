import Courses
import Foundation
import Testing

/// Any sequence of operations and undos leaves earlier rosters and marks as they were.
@Suite struct RandomOperationsTests {
    /// A thousand sequences in 20 rounds, or fifty times as many in the long run.
    private static let rounds: UInt64 =
        ProcessInfo.processInfo.environment["SAMSPRAK_LONG_TESTS"] == nil ? 20 : 1000
    private static let sequences = 50
    /// Seeds that once found a fault.
    private static let regressions: [UInt64] = []

    @Test
    func `whatever is done and undone, what has been stays as it was, and everybody in a list`()
        async throws
    {
        async let even = Self.live(0)
        async let odd = Self.live(1)
        let done = try await even.merging(try await odd) { $0 + $1 }
        for deed in RandomRound.Deed.allCases where deed != .wait && done[deed, default: 0] == 0 {
            Issue.record("\(deed) was never done: nothing was tested of it")
        }
    }

    /// Lives through every other round, and tells how often what was done.
    @concurrent private static func live(_ part: UInt64) async throws -> [RandomRound.Deed: Int] {
        var done: [RandomRound.Deed: Int] = [:]
        let seeds = Set(0..<rounds).union(regressions).sorted()
        for seed in seeds where seed % 2 == part {
            var round = try await RandomRound(seed: seed)
            for sequence in 0..<sequences {
                let faults = try await round.sequence()
                guard let fault = faults.first else { continue }
                Issue.record("seed \(seed), sequence \(sequence): \(fault)\n\(round.story)")
                break
            }
            for fault in try await round.doctor() {
                Issue.record("seed \(seed): \(fault)\n\(round.story)")
            }
            done.merge(round.done) { $0 + $1 }
        }
        return done
    }
}
