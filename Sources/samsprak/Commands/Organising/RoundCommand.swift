import ArgumentParser
import Courses
import Desk
import Localisation

/// Runs of programmes.
struct RoundCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "round",
        abstract: "Rounds: one run of a programme in a term.",
        subcommands: [
            RoundAdd.self, RoundList.self, RoundShow.self, RoundHistoryShow.self, RoundEnd.self,
            RoundChangeCommand.self, RoundShort.self,
        ])
}

struct RoundAdd: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add a round; it copies the programme's rules as they are now.")

    @Argument(help: "Its code: 1 to 40 of a–z, digits and hyphens, such as 2020-spring.")
    var code: String
    @Option(help: "The programme's code or id.") var programme: String
    @Option(help: "Its name. (default: the code)") var name: String?
    @Option(help: "Its first day; ages are counted on it.") var firstDay: LocalDate
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let round = try await context.desk.addRound(
            of: programme, code: code, name: name ?? code, firstDay: firstDay, as: context.actor)
        return Answer(json: round.json, text: context.added(round.name, round.code))
    }
}

struct RoundList: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the rounds.")

    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let rounds = try await context.desk.rounds(as: context.actor)
        return Answer(
            json: ["rounds": .array(rounds.map(\.json))],
            text: context.table(rounds).text(context.localiser))
    }
}

struct RoundShow: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show one round and its groups.")

    @Argument(help: "Its code or id.") var round: String
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let round = try await context.desk.round(round, as: context.actor)
        let groups = try await context.desk.groups(
            in: round.id.description, as: context.actor)
        return Answer(
            json: round.json.with(["groups": .array(groups.map(\.json))]),
            text: context.table([round]).text(context.localiser) + "\n"
                + context.table(groups, rounds: [round]).text(context.localiser))
    }
}

struct RoundEnd: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "end", abstract: "End a round; only then have its people completed it.")

    @Argument(help: "Its code or id.") var round: String
    @Option(help: "Its last day. (default: today)") var on: LocalDate?
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let date = on ?? context.today
        let operation = try await context.desk.endRound(round, on: date, as: context.actor)
        let message = Message(
            "command.roundEnded", ["round": .text(round), "date": .date(date)])
        return Answer(
            json: ["operation": .described(operation), "endedOn": .described(date)],
            text: context.localiser(message) + "\n")
    }
}

extension CommandContext {
    fileprivate func table(_ rounds: [Round]) -> Table {
        Table(
            [
                .init(heading: Message("command.column.code")),
                .init(heading: Message("command.column.name")),
                .init(heading: Message("command.column.firstDay")),
                .init(heading: Message("command.column.endedOn")),
                .init(heading: Message("command.column.sessions"), isNumeric: true),
                .init(heading: Message("command.column.threshold"), isNumeric: true),
            ],
            rows: rounds.map { round in
                [
                    round.code, round.name, day(round.firstDay), day(round.endedOn),
                    localiser.number(round.rules.sessions),
                    localiser.number(round.rules.completionThreshold),
                ]
            },
            whenEmpty: Message("command.empty.rounds"))
    }
}
