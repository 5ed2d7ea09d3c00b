import ArgumentParser
import Balancing
import Courses
import Desk
import FoundationEssentials
import Localisation

/// Who goes into which group.
struct BalanceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "balance", abstract: "Decide who goes into which group, and say why.",
        subcommands: [
            BalancePropose.self, BalanceApply.self, BalanceSolve.self, BalanceCheck.self,
        ])
}

struct BalanceSolve: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "solve",
        abstract: "Propose who goes where, prove how good that is, and say why.",
        discussion: """
            The problem is a JSON file of format version 1. Nothing is stored. The same problem \
            gives the same proposal, unless the time limit struck, and then it says so. What \
            contradicts itself in the problem is named, and everything else is placed.
            --order: most-placed (the usual one), fewest-moves (nobody is moved to make room), \
            most-even (even groups as soon as it is settled how many are placed), or the levels \
            by name: placed,waiting,moved,short,rank,even.
            """)

    @Argument(help: "The problem; - is standard input.", completion: .file()) var file: String
    @Option(
        help: ArgumentHelp(
            "most-placed, fewest-moves, most-even, or the levels parted by commas.",
            valueName: "order"),
        transform: LevelOrder.init(argument:))
    var order = LevelOrder.mostPlaced
    @Option(
        help: ArgumentHelp(
            "After so many seconds the best so far comes, with bounds that hold.",
            valueName: "seconds"),
        transform: Self.seconds)
    var timeLimit: Double?
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let localiser = try output.localiser()
        let problem = try Problem.read(json: try InputFile.bytes(file))
        let clock = ContinuousClock()
        let start = clock.now
        let deadline = timeLimit.map { limit in
            Deadline(seconds: limit) { (clock.now - start) / .seconds(1) }
        }
        let balancer = try Balancer(order: order, deadline: deadline ?? .never)
        let proposal = await Progress.during(localiser(Message("command.working"))) {
            balancer.propose(problem)
        }
        try Output.finish(
            Answer(
                json: proposal.json, text: ProposalText(proposal, localiser).text),
            asJSON: output.json)
    }

    private static func seconds(_ text: String) throws -> Double {
        guard let seconds = Double(text), seconds > 0, seconds <= 1e6 else {
            throw UsageError.secondsOutOfRange(text)
        }
        return seconds
    }
}

struct BalanceCheck: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check a proposal against the hard rules and its own figures.",
        discussion: "The exit code is 0 when everything holds, else 73.")

    @Argument(help: "The problem; - is standard input.", completion: .file()) var problem: String
    @Argument(help: "The proposal.", completion: .file()) var proposal: String
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let localiser = try output.localiser()
        let problem = try Problem.read(json: try InputFile.bytes(problem))
        let claims = try Claims.read(json: try InputFile.bytes(proposal))
        let violations = Checker.violations(of: claims, in: problem)
        let values = Checker.values(of: claims, in: problem)
        try Output.finish(
            Answer(
                json: [
                    "ok": .bool(violations.isEmpty),
                    "violations": .array(violations.map(\.json)),
                    "levels": .array(
                        values.map { ["name": .string($0.name), "value": $0.value.json] }),
                ],
                text: CheckText(violations, localiser).text,
                exitCode: violations.isEmpty ? .success : Failure.Kind.conflict.exitCode),
            asJSON: output.json)
    }
}

extension LevelOrder {
    /// A known order, or its levels by name.
    init(argument: String) throws {
        let plain = argument.lowercased().filter { $0 != "-" && $0 != "_" }
        let known = Self.named.first { $0.name.filter { $0 != "-" } == plain }?.order
        let aims = argument.split(separator: ",").compactMap { Aim(rawValue: String($0)) }
        guard let order = known ?? LevelOrder(aims) else {
            throw UsageError.unknownOrder(argument)
        }
        self = order
    }
}
