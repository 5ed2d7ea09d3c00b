import Courses
import Testing

/// Terms in which anything may be asked in any order, the same every time.
@Suite struct RandomTermTests {
    @Test(arguments: 0..<20)
    func `whatever is done to a term, earlier rosters and marks stay as they were`(
        block: Int
    ) async throws {
        var done: [RandomTerm.Deed: Int] = [:]
        for seed in (block * 10)..<(block * 10 + 10) {
            var term = try await RandomTerm(seed: UInt64(seed))
            for step in 0..<30 {
                let faults = try await term.step()
                if let fault = faults.first {
                    Issue.record("seed \(seed), step \(step): \(fault)\n\(term.story)")
                    break
                }
            }
            done.merge(term.done) { $0 + $1 }
        }
        for deed in RandomTerm.Deed.allCases where done[deed, default: 0] == 0 {
            Issue.record("\(deed) was never done: nothing was tested of it")
        }
    }
}
