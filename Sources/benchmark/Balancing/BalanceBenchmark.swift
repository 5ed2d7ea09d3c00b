import Balancing
import Foundation

/// Planted problems, against HiGHS on the same problems with the same order of levels.
///
/// HiGHS is asked through `.scripts/balance-yardstick.py`, in a virtual environment `.venv` where the
/// benchmark is started; without one the times stand alone.
struct BalanceBenchmark {
    private let workplace: Workplace

    init(_ workplace: Workplace) {
        self.workplace = workplace
    }

    func run() throws -> [Comparison] {
        try [
            compare("100 in 12 groups", people: 100, groups: 12, below: 50, rounds: 11),
            compare("2,000 in 150 groups", people: 2000, groups: 150, below: 3000, rounds: 3),
            compare(
                "2,000 in 150, a third too many", people: 2000, groups: 150, twist: .scarce,
                below: 3000, rounds: 3),
            compare(
                "2,000 in 150, all want Tuesday", people: 2000, groups: 150, twist: .tuesday,
                below: 3000, rounds: 3),
            compare(
                "2,000 in 150, two languages share a group", people: 2000, groups: 150,
                twist: .shared, below: 3000, rounds: 3),
            compare(
                "2,000 in 150, present groups far from best", people: 2000, groups: 150,
                twist: .scrambled, below: 3000, rounds: 3),
            compare("10,000 in 700 groups", people: 10_000, groups: 700, below: 20_000, rounds: 1),
        ]
    }

    private func compare(
        _ name: String, people: Int, groups: Int, twist: PlantedProblem.Twist = .none,
        below: Double, rounds: Int
    ) throws -> Comparison {
        let problem = PlantedProblem(people: people, groups: groups, seed: 1, twist: twist).make()
        let balancer = try Balancer()
        var times: [Double] = []
        var proposals: [Proposal] = []
        for _ in 0..<rounds {
            times.append(milliseconds { proposals.append(balancer.propose(problem)) })
        }
        guard let proposal = proposals.first, proposals.allSatisfy({ $0 == proposal }) else {
            throw BenchmarkError.notTheSame("balancing \(name)")
        }
        let violations = Checker.violations(of: Claims(proposal), in: problem)
        guard violations.isEmpty else {
            throw BenchmarkError.notTheSame("balancing \(name): \(violations)")
        }
        let proven = proposal.levels.count(where: \.optimal)
        let rival = try rival(problem, proposal)
        return Comparison(
            name: "balancing \(name), \(proven) of \(proposal.levels.count) levels proven",
            unit: .milliseconds, measured: times.median, yardstick: rival?.milliseconds,
            against: rival.map {
                "HiGHS, plain model, \($0.proven) of \(proposal.levels.count) proven in 60 s"
            } ?? "", target: .below(below))
    }

    private struct Rival: Decodable {
        let seconds: Double
        let levels: [Level]
        var milliseconds: Double { seconds * 1000 }
        var proven: Int { levels.count(where: \.isProven) }

        struct Level: Decodable {
            let isProven: Bool

            init(from decoder: any Decoder) throws {
                var parts = try decoder.unkeyedContainer()
                _ = try parts.decode(String.self)
                _ = try parts.decode(Double.self)
                isProven = try parts.decode(Bool.self)
            }
        }
    }

    /// Nil where there is no HiGHS to ask.
    private func rival(_ problem: Problem, _ proposal: Proposal) throws -> Rival? {
        let python = URL(fileURLWithPath: ".venv/bin/python")
        guard FileManager.default.isExecutableFile(atPath: python.path) else { return nil }
        let file = workplace.path("problem.json")
        try JSONEncoder().encode(PlainProblem(problem)).write(to: URL(fileURLWithPath: file))
        let process = Process()
        let output = Pipe()
        process.executableURL = python
        process.arguments = [".scripts/balance-yardstick.py", file]
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { return nil }
        return try JSONDecoder().decode(Rival.self, from: data)
    }
}
