import ArgumentParser
import Courses
import Desk
import Localisation

/// Days without school, kept for planning.
struct BreaksCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "breaks",
        abstract: "Calendars of school breaks, which the planning of sessions skips.",
        subcommands: [BreaksAdd.self, BreaksList.self])
}

struct BreaksAdd: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add days to a calendar; a new one is made.")

    @Argument(help: "The calendar's name, such as \"Läsår 2026/27\".") var calendar: String
    @Option(
        name: .customLong("break"), parsing: .upToNextOption,
        help: ArgumentHelp("Days without school.", valueName: "from..to:name"))
    var breaks: [BreakArgument]
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let after = try await context.desk.addBreaks(
            breaks.map(\.value), to: calendar, as: context.actor)
        return Answer(json: after.value.json, text: context.changed(after.value.name))
    }
}

struct BreaksList: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the calendars with their days.")

    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let calendars = try await context.desk.breakCalendars(as: context.actor)
        let table = Table(
            [
                .init(heading: Message("command.column.id")),
                .init(heading: Message("setup.calendar")),
                .init(heading: Message("command.column.name")),
                .init(heading: Message("setup.breakFirst")),
                .init(heading: Message("setup.breakLast")),
            ],
            rows: calendars.flatMap { calendar in
                calendar.breaks.map { schoolBreak in
                    [
                        calendar.id.description, calendar.name, schoolBreak.name,
                        context.day(schoolBreak.first), context.day(schoolBreak.last),
                    ]
                }
            },
            whenEmpty: Message("command.empty.breaks"))
        return Answer(
            json: ["calendars": .array(calendars.map(\.json))],
            text: table.text(context.localiser))
    }
}

extension BreakCalendar {
    var json: JSON {
        [
            "id": .described(id), "name": .string(name),
            "breaks": .array(
                breaks.map { schoolBreak in
                    [
                        "name": .string(schoolBreak.name), "first": .described(schoolBreak.first),
                        "last": .described(schoolBreak.last),
                    ]
                }),
        ]
    }
}
