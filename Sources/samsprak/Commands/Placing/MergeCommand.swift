import ArgumentParser
import Courses
import Desk
import Localisation

/// Moves everybody of some groups into another and closes those.
struct MergeCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Move everybody of some groups into another, and close the groups they leave.")

    @Argument(help: "The groups to close, by id, name or round/name.") var groups: [String]
    @Option(help: "The group that goes on.") var into: String
    @Option(help: "The first day together. (default: today)") var on: LocalDate?
    @Option(help: "Why; needed to go over the maximum.") var reason: String?
    @Flag(help: "Merge in spite of the maximum.") var inSpiteOfRules = false
    @OptionGroup var operation: OperationOptions
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let target = try await context.desk.group(into, as: context.actor)
        var closing: [Group.ID] = []
        for name in groups {
            let id = try await context.desk.group(name, as: context.actor).id
            if !closing.contains(id) { closing.append(id) }
        }
        let applied = try await context.desk.merge(
            closing, into: target.id, on: on ?? context.today, reason: reason,
            inSpiteOfRules: inSpiteOfRules, as: context.actor, dryRun: operation.dryRun,
            basis: operation.basis)
        let message = Message(
            "command.merged",
            [
                "count": .number(applied.people.count), "group": .text(target.name),
                "date": .date(applied.effectiveOn),
            ])
        return try await context.answer(applied, dryRun: operation.dryRun, message)
    }
}
