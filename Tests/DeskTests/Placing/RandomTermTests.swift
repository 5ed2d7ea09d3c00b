import Courses
import Foundation
import Testing

/// Terms in which anything may be asked in any order, the same every time.
@Suite struct RandomTermTests {
    /// Twice fifteen terms, or a hundred in the long run.
    private static let terms: UInt64 =
        ProcessInfo.processInfo.environment["SAMSPRAK_LONG_TESTS"] == nil ? 15 : 100

    @Test(arguments: 0..<UInt64(2))
    func `whatever is done to a term, earlier rosters and marks stay as they were`(
        half: UInt64
    ) async throws {
        var done: [RandomTerm.Deed: Int] = [:]
        for seed in half * Self.terms..<(half + 1) * Self.terms {
            var term = try await RandomTerm(seed: seed)
            for step in 0..<30 {
                let faults = try await term.step()
                if let fault = faults.first {
                    Issue.record("seed \(seed), step \(step): \(fault)\n\(term.story)")
                    break
                }
            }
            for fault in try await term.doctor() {
                Issue.record("seed \(seed): \(fault)\n\(term.story)")
            }
            done.merge(term.done) { $0 + $1 }
        }
        for deed in RandomTerm.Deed.allCases where done[deed, default: 0] == 0 {
            Issue.record("\(deed) was never done: nothing was tested of it")
        }
    }
}
