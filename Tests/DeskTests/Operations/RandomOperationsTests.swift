import Courses
import Foundation
import Testing

/// Any sequence of operations and undos leaves earlier rosters and marks as they were.
@Suite struct RandomOperationsTests {
    /// A thousand sequences in a hundred rounds, or ten times as many in the long run.
    private static let rounds: UInt64 =
        ProcessInfo.processInfo.environment["SAMSPRAK_LONG_TESTS"] == nil ? 100 : 1000
    private static let sequences = 10
    private static let steps = 3
    /// Seeds that once found a fault.
    private static let regressions: [UInt64] = []

    @Test(arguments: 0..<2)
    func `whatever is done and undone, what has been stays as it was`(_ part: UInt64) async throws {
        var done: [RandomRound.Deed: Int] = [:]
        let seeds = Set(0..<Self.rounds).union(Self.regressions).sorted()
        for seed in seeds where seed % 2 == part {
            var round = try await RandomRound(seed: seed)
            for sequence in 0..<Self.sequences {
                let faults = try await round.sequence(of: Self.steps)
                guard let fault = faults.first else { continue }
                Issue.record("seed \(seed), sequence \(sequence): \(fault)\n\(round.story)")
                break
            }
            for fault in try await round.doctor() {
                Issue.record("seed \(seed): \(fault)\n\(round.story)")
            }
            done.merge(round.done) { $0 + $1 }
        }
        for deed in RandomRound.Deed.allCases where deed != .wait && done[deed, default: 0] == 0 {
            Issue.record("\(deed) was never done: nothing was tested of it")
        }
    }
}
