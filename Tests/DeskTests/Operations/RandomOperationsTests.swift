import Courses
import Foundation
import Testing

/// Any sequence of operations and undos leaves earlier rosters and marks as they were.
@Suite struct RandomOperationsTests {
    /// A thousand sequences, or ten thousand in the long run.
    private static let sequences: UInt64 =
        ProcessInfo.processInfo.environment["SAMSPRAK_LONG_TESTS"] == nil ? 1000 : 10_000
    /// Seeds that once found a fault.
    private static let regressions: [UInt64] = []

    @Test(arguments: 0..<4)
    func `whatever is done and undone, what has been stays as it was`(_ part: UInt64) async throws {
        var done: [RandomRound.Deed: Int] = [:]
        let seeds = (0..<Self.sequences).filter { $0 % 4 == part }
        for seed in seeds + (part == 0 ? Self.regressions : []) {
            var round = try await RandomRound(seed: seed)
            for step in 0..<8 {
                let faults = try await round.step()
                if let fault = faults.first {
                    Issue.record("seed \(seed), step \(step): \(fault)\n\(round.story)")
                    break
                }
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
