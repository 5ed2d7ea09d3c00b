import ArgumentParser
import Courses
import Desk
import Localisation

struct SessionPlan: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Plan a group's sessions around public holidays and school breaks.",
        discussion: """
            Without --weekday, --start and --end the first group's own weekly time is taken; \
            without --count as many sessions as the round's rule still leaves.
            """)

    @Option(
        parsing: .upToNextOption,
        help: "The group, by id, name or round/name; several meet together.")
    var group: [String]
    @Option(help: "The first day on which there may be a session.") var first: LocalDate
    @OptionGroup(title: "Weekly time") var slot: SlotOptions
    @Option(help: "How many sessions.") var count: WholeNumber?
    @Flag(help: "Every other week.") var fortnightly = false
    @Option(parsing: .upToNextOption, help: "Dates on which there is no session.")
    var skip: [LocalDate] = []
    @Option(
        name: .customLong("break"), parsing: .upToNextOption,
        help: ArgumentHelp(
            "Days without school, FROM..TO or FROM..TO:NAME.", valueName: "from..to:name"))
    var breaks: [BreakArgument] = []
    @Option(parsing: .upToNextOption, help: "Kept calendars of breaks, by name or id.")
    var calendar: [String] = []
    @Option(help: "onsite, remote or hybrid.") var mode = SessionMode.onsite
    @Option(help: "How attendance is taken: named, counted or both.")
    var recording = Recording.both
    @Flag(help: "Only say what would be planned.") var dryRun = false
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        var groups: [Group.ID] = []
        for name in group {
            let id = try await context.desk.group(name, as: context.actor).id
            if !groups.contains(id) { groups.append(id) }
        }
        let request = PlanRequest(
            groups: groups, first: first, slot: try slot.slot(), count: count?.value,
            interval: fortnightly ? .fortnightly : .weekly, skippedDates: Set(skip),
            schoolBreaks: breaks.map(\.value), calendars: calendar, mode: mode,
            recording: recording)
        let result = try await context.desk.planSessions(
            request, as: context.actor, dryRun: dryRun)
        let names = try await context.groupNames()
        return Answer(
            json: json(result, context), text: lines(result, names, context))
    }

    private func json(_ result: PlanResult, _ context: CommandContext) -> JSON {
        [
            "dryRun": .bool(dryRun),
            "operation": dryRun ? .null : .described(result.operation),
            "sessions": .array(
                result.sessions.map { session in
                    dryRun
                        ? context.json(session).with(["id": .null]) : context.json(session)
                }),
            "skipped": .array(
                result.skipped.map { skipped in
                    [
                        "date": .described(skipped.date), "reason": .string(skipped.reason.code),
                        "name": .string(skipped.reason.words(context.localiser)),
                    ]
                }),
        ]
    }

    private func lines(
        _ result: PlanResult, _ names: [Group.ID: String], _ context: CommandContext
    ) -> String {
        let table = Table(
            [
                .init(heading: Message("command.column.session")),
                .init(heading: Message("command.column.day")),
                .init(heading: Message("command.column.date")),
                .init(heading: Message("command.column.time")),
            ],
            rows: result.sessions.map { session in
                [
                    context.title(session, names),
                    context.localiser.weekday(session.date.weekday), context.day(session.date),
                    context.localiser.timeRange(session.start, session.end),
                ]
            },
            whenEmpty: Message("command.empty.sessions"))
        let skipped = result.skipped.map { skipped in
            context.localiser(
                Message(
                    "command.plan.skipped",
                    [
                        "date": .date(skipped.date),
                        "reason": .text(skipped.reason.words(context.localiser)),
                    ])) + "\n"
        }
        return table.text(context.localiser) + (skipped.isEmpty ? "" : "\n") + skipped.joined()
            + context.operationLine(result.operation, dryRun: dryRun)
    }
}
