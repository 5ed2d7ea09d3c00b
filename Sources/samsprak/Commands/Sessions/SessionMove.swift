import ArgumentParser
import Courses
import Desk
import Localisation

struct SessionMove: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "move",
        abstract: "Move a session; it keeps its number and marks, its roster follows the day.")

    @Argument(help: "The session, by id or group/number.") var session: String
    @Option(help: "The new day.") var to: LocalDate
    @Option(help: "The new start. (default: as it was)") var start: LocalTime?
    @Option(help: "The new end. (default: as long as it was)") var end: LocalTime?
    @Option(help: "onsite, remote or hybrid. (default: as it was)") var mode: SessionMode?
    @Option(help: "Why.") var reason: String?
    @OptionGroup var operation: OperationOptions
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let overview = try await context.session(session)
        let applied = try await context.desk.moveSession(
            overview.session.id, to: to, start: start, end: end, mode: mode, reason: reason,
            as: context.actor, dryRun: operation.dryRun,
            basis: operation.basis)
        let message = Message(
            "command.session.moved",
            ["from": .date(overview.session.date), "to": .date(to)])
        return try await context.answer(applied, dryRun: operation.dryRun, message)
    }
}

struct SessionCancel: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "cancel", abstract: "Call a session off before it starts.")

    @Argument(help: "The session, by id or group/number.") var session: String
    @Option(help: "Why.") var reason: String?
    @OptionGroup var operation: OperationOptions
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let overview = try await context.session(session)
        let applied = try await context.desk.cancelSession(
            overview.session.id, reason: reason, as: context.actor, dryRun: operation.dryRun,
            basis: operation.basis)
        let message = Message(
            "command.session.cancelled", ["date": .date(overview.session.date)])
        return try await context.answer(applied, dryRun: operation.dryRun, message)
    }
}

struct SessionNotHeld: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "not-held",
        abstract: "Say afterwards that a session was not held, and why.")

    @Argument(help: "The session, by id or group/number.") var session: String
    @Option(help: "Why.") var reason: String
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let register = try await context.register(session)
        return try await context.record(
            .sessionState(.notHeld, base: register.stateVersion, reason: reason),
            at: register.session.session.id)
    }
}
