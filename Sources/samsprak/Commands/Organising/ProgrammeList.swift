import ArgumentParser
import Courses
import Desk
import Localisation

struct ProgrammeList: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the programmes.")

    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let programmes = try await context.desk.programmes(as: context.actor)
        return Answer(
            json: ["programmes": .array(programmes.map(\.json))],
            text: context.table(programmes).text(context.localiser))
    }
}

struct ProgrammeShow: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show one programme.")

    @Argument(help: "Its code or id.") var programme: String
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let programme = try await context.desk.programme(programme, as: context.actor)
        return Answer(
            json: programme.json, text: context.table([programme]).text(context.localiser))
    }
}

extension CommandContext {
    fileprivate func table(_ programmes: [Programme]) -> Table {
        Table(
            [
                .init(heading: Message("command.column.code")),
                .init(heading: Message("command.column.name")),
                .init(heading: Message("command.column.sessions"), isNumeric: true),
                .init(heading: Message("command.column.minutes"), isNumeric: true),
                .init(heading: Message("command.column.threshold"), isNumeric: true),
            ],
            rows: programmes.map { programme in
                let rules = programme.rules
                let numbers = [rules.sessions, rules.sessionMinutes, rules.completionThreshold]
                return [programme.code, programme.name] + numbers.map { localiser.number($0) }
            },
            whenEmpty: Message("command.empty.programmes"))
    }
}
