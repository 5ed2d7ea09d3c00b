import ArgumentParser
import Courses
import Desk
import Localisation

struct EnrolmentWaitlist: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "waitlist", abstract: "Put people on a round's waiting list.")

    @Argument(help: "The people, by id.") var people: [Person.ID]
    @Option(help: "The round's code or id.") var round: String
    @Option(help: "0 to 1000; the higher, the sooner. (default: as it is)")
    var priority: WholeNumber?
    @Option(help: "Why; needed to change a priority.") var reason: String?
    @OptionGroup var operation: OperationOptions
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let applied = try await context.desk.waitlist(
            people, in: round, priority: priority?.value, reason: reason, as: context.actor,
            dryRun: operation.dryRun, basis: operation.basis)
        let message = Message(
            "command.waitlisted", ["count": .number(applied.people.count)])
        return try await context.answer(applied, dryRun: operation.dryRun, message)
    }
}

struct EnrolmentPriority: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "priority",
        abstract: "Give people another priority in a round; the reason is kept.")

    @Argument(help: "The people, by id.") var people: [Person.ID]
    @Option(help: "The round's code or id.") var round: String
    @Option(help: "0 to 1000; the higher, the sooner.") var priority: WholeNumber
    @Option(help: "Why.") var reason: String
    @OptionGroup var operation: OperationOptions
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let applied = try await context.desk.prioritise(
            people, in: round, priority: priority.value, reason: reason, as: context.actor,
            dryRun: operation.dryRun, basis: operation.basis)
        let message = Message(
            "command.prioritised",
            [
                "count": .number(applied.people.count), "priority": .number(priority.value),
            ])
        return try await context.answer(applied, dryRun: operation.dryRun, message)
    }
}
