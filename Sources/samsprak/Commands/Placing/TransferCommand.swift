import ArgumentParser
import Courses
import Desk
import Localisation

/// Moves people to another group of the round.
struct TransferCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "transfer",
        abstract: "Move people to another group of the round, from today or later.")

    @Argument(help: "The people, by id; all are moved or none.") var people: [Person.ID]
    @Option(help: "The group to move to, by id, name or round/name.") var to: String
    @Option(help: "The first day in the new group. (default: today)") var on: LocalDate?
    @Option(help: "Why; needed to go over the group's rules.") var reason: String?
    @Flag(help: "Move in spite of the group's maximum, language or opening.")
    var inSpiteOfRules = false
    @OptionGroup var operation: OperationOptions
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let group = try await context.desk.group(to, as: context.actor)
        let applied = try await context.desk.transfer(
            people, to: group.id, on: on ?? context.today, reason: reason,
            inSpiteOfRules: inSpiteOfRules, as: context.actor, dryRun: operation.dryRun,
            basis: operation.basis)
        let message = Message(
            "command.transferredMany",
            [
                "count": .number(applied.people.count), "group": .text(group.name),
                "date": .date(applied.effectiveOn),
            ])
        return try await context.answer(applied, dryRun: operation.dryRun, message)
    }
}
