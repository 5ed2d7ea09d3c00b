import ArgumentParser
import Courses
import Desk
import Localisation

/// Moves one person to another group of the round.
struct TransferCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "transfer",
        abstract: "Move a person to another group of the round, from today or later.")

    @Argument(help: "The person, by id.") var person: Person.ID
    @Option(help: "The group to move to, by id, name or round/name.") var to: String
    @Option(help: "The first day in the new group. (default: today)") var on: LocalDate?
    @Option(help: "Why; needed to go over the group's rules.") var reason: String?
    @Flag(help: "Move in spite of the group's maximum, language or opening.")
    var inSpiteOfRules = false
    @Flag(help: "Only say what would be done.") var dryRun = false
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let group = try await context.desk.group(to, as: context.actor)
        let applied = try await context.desk.transfer(
            person, to: group.id, on: on ?? context.today, reason: reason,
            inSpiteOfRules: inSpiteOfRules, as: context.actor, dryRun: dryRun)
        let message = Message(
            "command.transferred",
            ["group": .text(group.name), "date": .date(applied.effectiveOn)])
        return context.answer(applied, dryRun: dryRun, message)
    }
}
