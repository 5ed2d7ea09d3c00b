import ArgumentParser
import Courses
import Desk
import Localisation

/// Parts of rounds that meet together.
struct GroupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "group",
        abstract: "Groups: the parts of a round that meet together.",
        subcommands: [
            GroupAdd.self, GroupList.self, GroupShow.self, GroupOpen.self, GroupClose.self,
            GroupPauseCommand.self, GroupResume.self, GroupLeader.self,
        ])
}

struct GroupList: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the groups of a round, or of all.")

    @Option(help: "The round's code or id.") var round: String?
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let rounds = try await context.desk.rounds(as: context.actor)
        let groups = try await context.desk.groups(in: round, as: context.actor)
        return Answer(
            json: ["groups": .array(groups.map(\.json))],
            text: context.table(groups, rounds: rounds).text(context.localiser))
    }
}

extension CommandContext {
    func table(_ groups: [Group], rounds: [Round]) -> Table {
        let codes = Dictionary(rounds.map { ($0.id, $0.code) }) { first, _ in first }
        return Table(
            [
                .init(heading: Message("command.column.id")),
                .init(heading: Message("command.column.group")),
                .init(heading: Message("command.column.round")),
                .init(heading: Message("command.column.languages")),
                .init(heading: Message("command.column.slot")),
                .init(heading: Message("command.column.maximum"), isNumeric: true),
                .init(heading: Message("command.column.closedOn")),
            ],
            rows: groups.map { group in
                [
                    group.id.description, group.name, codes[group.round] ?? "",
                    languages(group.languages), slot(group.slot),
                    localiser.number(group.size.maximum), day(group.closedOn),
                ]
            },
            whenEmpty: Message("command.empty.groups"))
    }
}
