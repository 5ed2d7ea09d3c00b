import ArgumentParser
import Courses
import Desk
import Localisation

/// Ends somebody's part in a round.
struct WithdrawCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw", abstract: "End a person's part in a round.")

    @Argument(help: "The person, by id.") var person: Person.ID
    @Option(help: "The round's code or id.") var round: String
    @Option(help: "The first day without a place. (default: today)") var on: LocalDate?
    @Option(help: "Why.") var reason: String?
    @OptionGroup var operation: OperationOptions
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let round = try await context.desk.round(round, as: context.actor)
        let applied = try await context.desk.withdraw(
            person, from: round.id, on: on ?? context.today, reason: reason, as: context.actor,
            dryRun: operation.dryRun, basis: operation.basis)
        let message = Message(
            "command.withdrawn",
            ["round": .text(round.name), "date": .date(applied.effectiveOn)])
        return try await context.answer(applied, dryRun: operation.dryRun, message)
    }
}
