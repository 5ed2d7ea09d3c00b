import ArgumentParser
import Courses
import Desk
import Localisation

struct AttendanceWaiting: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "waiting",
        abstract: "List what was said and counts for nothing until somebody settles it.")

    @Option(help: "Only of this round, by code or id; may be repeated.") var round: [String] = []
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        var rounds: [Round.ID] = []
        for text in round {
            rounds.append(try await context.desk.round(text, as: context.actor).id)
        }
        let waiting = try await context.desk.waitingStatements(in: rounds, as: context.actor)
        let names = try await context.groupNames()
        return Answer(
            json: ["waiting": .array(waiting.map { json($0, context) })],
            text: Table(
                [
                    .init(heading: Message("command.column.id")),
                    .init(heading: Message("command.column.session")),
                    .init(heading: Message("command.column.date")),
                    .init(heading: Message("command.column.person")),
                    .init(heading: Message("review.said")),
                    .init(heading: Message("review.counting")),
                    .init(heading: Message("command.column.reason")),
                ],
                rows: waiting.map { row($0, names, context) },
                whenEmpty: Message("review.empty")
            ).text(context.localiser))
    }

    private func json(_ waiting: WaitingStatement, _ context: CommandContext) -> JSON {
        [
            "act": .described(waiting.id), "session": .described(waiting.session?.session.id),
            "kind": .described(waiting.statement?.code),
            "outcome": .string(waiting.outcome.code),
            "rule": .described(waiting.outcome.rule?.rawValue),
            "person": .described(waiting.statement?.about),
            "name": .described(waiting.name.map(context.name)),
            "said": .described(waiting.said(in: context.localiser)),
            "counting": .string(waiting.counting(in: context.localiser)),
            "version": .number(waiting.version),
            "happenedAt": .described(waiting.happenedAt),
            "arrivedAt": .described(waiting.arrivedAt),
            "by": .described(waiting.by.map(context.name)),
            "canTakeIn": .bool(waiting.takingIn.isPossible),
            "canTakeInAsGuest": .bool(waiting.asGuest?.isPossible ?? false),
        ]
    }

    private func row(
        _ waiting: WaitingStatement, _ names: [Group.ID: String], _ context: CommandContext
    ) -> [String] {
        [
            waiting.id.description,
            waiting.session.map { context.title($0.session, names) } ?? "",
            context.day(waiting.session?.session.date ?? WallClock.date(waiting.happenedAt)),
            waiting.name.map(context.name) ?? "",
            waiting.said(in: context.localiser) ?? "",
            waiting.counting(in: context.localiser),
            [waiting.why, waiting.wayOut].compactMap(\.self).map { context.localiser($0) }
                .joined(separator: " "),
        ]
    }
}

struct AttendanceSettle: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "settle",
        abstract: "Settle statements that wait: take them in, or set them aside.",
        discussion: """
            What is taken in counts from now on and is said by you; what is set aside stays in \
            the log and counts for nothing.
            """)

    @Argument(
        help: """
            The statements, by id, from attendance waiting; ID@VERSION takes one in only while \
            what it is about has this version still.
            """)
    var acts: [SeenAct]
    @Flag(help: "What to do with them.") var settlement: SettlementFlag
    @Option(help: "Where statements about an unknown session belong, by id or group/number.")
    var session: String?
    @Option(help: "Why; needed where the list was signed.") var reason: String?
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        var elsewhere: Session.ID?
        if let session { elsewhere = try await context.session(session).session.id }
        let settled = try await context.desk.settle(
            acts.map(\.id), settlement.value,
            shown: Dictionary(
                acts.compactMap { act in act.version.map { (act.id, $0) } },
                uniquingKeysWith: { first, _ in first }),
            at: elsewhere, reason: reason, as: context.actor)
        return Answer(
            json: ["settled": .array(settled.map(json))],
            text: Table(
                [
                    .init(heading: Message("command.column.id")),
                    .init(heading: Message("command.column.result")),
                ],
                rows: settled.map {
                    [$0.id.description, context.localiser($0.outcome.message(1))]
                },
                whenEmpty: Message("review.empty")
            ).text(context.localiser),
            exitCode: settled.allSatisfy(\.outcome.isSettled)
                ? .success : Failure.Kind.conflict.exitCode)
    }

    private func json(_ settled: SettledStatement) -> JSON {
        [
            "act": .described(settled.id), "outcome": .string(settled.outcome.code),
            "rule": .described(settled.outcome.rule?.rawValue),
        ]
    }
}

/// A statement, and the version that was seen of what it is about.
struct SeenAct: ExpressibleByArgument {
    let id: ActID
    let version: Int?

    init?(argument: String) {
        let parts = argument.split(separator: "@", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let id = ActID(String(parts[0])) else { return nil }
        self.id = id
        version = parts.count == 2 ? WholeNumber(argument: String(parts[1]))?.value : nil
        if parts.count == 2, version == nil { return nil }
    }
}

/// One of the three that there are.
enum SettlementFlag: String, EnumerableFlag {
    case takeIn, asGuest, setAside

    static func help(for value: SettlementFlag) -> ArgumentHelp? {
        switch value {
        case .takeIn: "Take them in as they were said."
        case .asGuest: "Take marks in, of guests."
        case .setAside: "Leave what counts now as it is."
        }
    }

    var value: Settlement {
        switch self {
        case .takeIn: .takeIn
        case .asGuest: .asGuest
        case .setAside: .setAside
        }
    }
}
