import ArgumentParser
import Courses
import Desk
import Localisation

struct SessionList: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List sessions by date and time.")

    @Option(help: "Only of this round, by code or id.") var round: String?
    @Option(help: "Only of this group, by id, name or round/name.") var group: String?
    @Option(help: "The first day.") var from: LocalDate?
    @Option(help: "The last day.") var through: LocalDate?
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        var filter = SessionFilter(from: from, through: through)
        if let round { filter.round = try await context.desk.round(round, as: context.actor).id }
        if let group { filter.group = try await context.desk.group(group, as: context.actor).id }
        let sessions = try await context.desk.sessions(filter, as: context.actor)
        let names = try await context.groupNames()
        return Answer(
            json: ["sessions": .array(sessions.map { context.json($0) })],
            text: table(sessions, names, context).text(context.localiser))
    }

    private func table(
        _ sessions: [SessionOverview], _ names: [Group.ID: String], _ context: CommandContext
    ) -> Table {
        Table(
            [
                .init(heading: Message("command.column.id")),
                .init(heading: Message("command.column.session")),
                .init(heading: Message("command.column.date")),
                .init(heading: Message("command.column.time")),
                .init(heading: Message("command.column.status")),
                .init(heading: Message("command.column.expected"), isNumeric: true),
                .init(heading: Message("command.column.marked"), isNumeric: true),
            ],
            rows: sessions.map { overview in
                let session = overview.session
                return [
                    session.id.description, context.title(session, names),
                    context.day(session.date),
                    context.localiser.timeRange(session.start, session.end),
                    context.word(overview.evidence.status(at: context.clock.now())),
                    context.localiser.number(overview.expected),
                    context.localiser.number(overview.marked),
                ]
            },
            whenEmpty: Message("command.empty.sessions"))
    }
}
