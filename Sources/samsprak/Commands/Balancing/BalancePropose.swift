import ArgumentParser
import Balancing
import Courses
import Desk
import FoundationEssentials
import Localisation

/// How a round of the database is to be balanced.
struct BalanceOptions: ParsableArguments {
    @Argument(help: "The round's code or id.") var round: String
    @Option(
        help: "The first day of the places. (default: today, or the round's first day if later)")
    var on: LocalDate?
    @Option(
        help: ArgumentHelp(
            "most-placed, fewest-moves, most-even, or the levels parted by commas.",
            valueName: "order"),
        transform: LevelOrder.init(argument:))
    var order = LevelOrder.mostPlaced
    @Option(
        help: ArgumentHelp(
            "Where somebody must go: their id, =, and the group by id, name or round/name.",
            valueName: "person=group"))
    var lock: [String] = []
    @Option(help: "Who may lose the place that they have, by id.") var unlock: [Person.ID] = []

    func proposal(_ context: CommandContext) async throws -> BalanceProposal {
        var locks: [Person.ID: Group.ID] = [:]
        for text in lock {
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2, let person = Person.ID(parts[0]) else {
                throw CommandError.malformedID(parts.first ?? text)
            }
            locks[person] = try await context.desk.group(parts[1], as: context.actor).id
        }
        return try await context.desk.proposeBalance(
            BalanceTerms(
                round: round, on: on, order: order, locks: locks, unlocked: Set(unlock)),
            as: context.actor)
    }
}

struct BalancePropose: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "propose",
        abstract: "Propose who goes where in a round, and say why; nothing is changed.",
        discussion: """
            Whoever waits is placed if they can be, and nobody loses the place they have unless \
            they are unlocked. Open offers hold their seats. In JSON a party goes by the id of the \
            first of its people.
            """)

    @OptionGroup var how: BalanceOptions
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let balance = try await how.proposal(context)
        return Answer(
            json: balance.proposal.json.with([
                "basis": .described(balance.basis),
                "effectiveOn": .described(balance.effectiveOn),
                "people": .object(
                    balance.people.sorted { $0.key < $1.key }.map {
                        JSON.Member(name: $0.key, value: .list($0.value))
                    }),
            ]),
            text: ProposalText(context.named(balance), context.localiser).text
                + context.localiser(
                    Message("command.basis", ["basis": .text(balance.basis.description)]))
                + "\n")
    }
}

struct BalanceApply: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "apply",
        abstract: "Give people the places that the balancing proposes, as one operation.",
        discussion: """
            The same round gives the same proposal; with --basis it is refused if the round has \
            changed since that was shown.
            """)

    @OptionGroup var how: BalanceOptions
    @Option(
        parsing: .upToNextOption,
        help: "Only the parties to which these people belong, by id. (default: all)")
    var only: [Person.ID] = []
    @Option(help: "Why.") var reason: String?
    @OptionGroup var operation: OperationOptions
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let balance = try await how.proposal(context)
        let applied = try await context.desk.applyBalance(
            balance.changes(only: only.isEmpty ? nil : only), in: how.round,
            on: balance.effectiveOn, reason: reason, as: context.actor,
            dryRun: operation.dryRun, basis: operation.basis ?? balance.basis)
        let message = Message(
            "command.balanced",
            [
                "count": .number(applied.people.count), "date": .date(applied.effectiveOn),
            ])
        return try await context.answer(applied, dryRun: operation.dryRun, message)
    }
}

extension CommandContext {
    /// The proposal with what people and groups are called instead of their ids.
    fileprivate func named(_ balance: BalanceProposal) -> Proposal {
        let groups = Dictionary(
            balance.groups.map { ($0.id.description, $0.name) },
            uniquingKeysWith: { one, _ in one })
        let group = { (id: String) in groups[id] ?? id }
        let party = { (id: String) in
            let people = balance.people[id] ?? []
            return people.isEmpty
                ? id
                : people.map { balance.names[$0].map(name) ?? $0.description }
                    .joined(separator: " + ")
        }
        let proposal = balance.proposal
        return Proposal(
            placements: proposal.placements.map {
                .init(party: party($0.party), group: group($0.group), reason: $0.reason)
            },
            unplaced: proposal.unplaced.map {
                .init(
                    party: party($0.party), blockers: $0.blockers,
                    remedy: $0.remedy.map { $0.named(group) })
            },
            groups: proposal.groups.map { .init(id: group($0.id), size: $0.size) },
            levels: proposal.levels,
            kept: proposal.kept.map {
                .init(
                    party: party($0.party), group: group($0.group), brokenRule: $0.brokenRule)
            },
            contradictions: proposal.contradictions, stoppedEarly: proposal.stoppedEarly)
    }
}

extension Remedy {
    fileprivate func named(_ name: (String) -> String) -> Remedy {
        switch self {
        case .chair(let group, let count): .chair(group: name(group), count: count)
        case .slot(let slot, let group): .slot(slot, group: name(group))
        case .group: self
        case .interpreter(let group): .interpreter(group: name(group))
        case .childcare(let group, let count): .childcare(group: name(group), count: count)
        }
    }
}
