import ArgumentParser
import Courses
import Desk
import Localisation

/// People's way into a round, step by step.
struct EnrolmentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "enrolment",
        abstract: "People's way into a round: applications, offers, the waiting list.",
        subcommands: [
            EnrolmentApply.self, EnrolmentOffer.self, EnrolmentLetter.self, EnrolmentAccept.self,
            EnrolmentDecline.self, EnrolmentWaitlist.self, EnrolmentPriority.self,
            EnrolmentWithdraw.self, EnrolmentList.self,
        ])
}

struct EnrolmentAccept: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept", abstract: "Place people as they were offered; it is no attendance.")

    @Argument(help: "The people, by id.") var people: [Person.ID]
    @Option(help: "The round's code or id.") var round: String
    @Option(help: "The first day of the place. (default: as offered, today if that has been)")
    var from: LocalDate?
    @OptionGroup var operation: OperationOptions
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let applied = try await context.desk.accept(
            people, in: round, from: from, as: context.actor, dryRun: operation.dryRun,
            basis: operation.basis)
        let message = Message(
            "command.accepted",
            ["count": .number(applied.people.count), "date": .date(applied.effectiveOn)])
        return try await context.answer(applied, dryRun: operation.dryRun, message)
    }
}

struct EnrolmentDecline: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "decline", abstract: "Note that people said no to what they were offered.")

    @Argument(help: "The people, by id.") var people: [Person.ID]
    @Option(help: "The round's code or id.") var round: String
    @Option(help: "Why.") var reason: String?
    @OptionGroup var operation: OperationOptions
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let applied = try await context.desk.decline(
            people, in: round, reason: reason, as: context.actor, dryRun: operation.dryRun,
            basis: operation.basis)
        let message = Message(
            "command.declined", ["count": .number(applied.people.count)])
        return try await context.answer(applied, dryRun: operation.dryRun, message)
    }
}

struct EnrolmentWithdraw: DeskCommand {
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
