import ArgumentParser
import Courses
import Desk
import Localisation

struct GroupOpen: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "open", abstract: "Open a closed group again, from today.")

    @Argument(help: "Its id, its name, or round/name.") var group: String
    @Option(help: "Why.") var reason: String?
    @OptionGroup var operation: OperationOptions
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let group = try await context.desk.group(group, as: context.actor)
        let applied = try await context.desk.openGroup(
            group.id, reason: reason, as: context.actor, dryRun: operation.dryRun,
            basis: operation.basis)
        let message = Message("command.groupOpened", ["group": .text(group.name)])
        return try await context.answer(applied, dryRun: operation.dryRun, message)
    }
}

struct GroupClose: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "close",
        abstract: "Close a group from a day on and call off its sessions from then.")

    @Argument(help: "Its id, its name, or round/name.") var group: String
    @Option(help: "The first day on which it is closed. (default: today)") var on: LocalDate?
    @Flag(help: "Whoever is in it, or has been offered a place, goes to the waiting list.")
    var waitlist = false
    @Option(help: "Why.") var reason: String?
    @OptionGroup var operation: OperationOptions
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let group = try await context.desk.group(group, as: context.actor)
        let applied = try await context.desk.closeGroup(
            group.id, on: on ?? context.today, waitlisting: waitlist, reason: reason,
            as: context.actor, dryRun: operation.dryRun, basis: operation.basis)
        let message = Message(
            "command.groupClosed",
            ["group": .text(group.name), "date": .date(applied.effectiveOn)])
        return try await context.answer(applied, dryRun: operation.dryRun, message)
    }
}

struct GroupPauseCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "pause",
        abstract: "Pause a group: its places stay, its sessions are called off or remote.")

    @Argument(help: "Its id, its name, or round/name.") var group: String
    @Option(help: "The first day of the pause. (default: today)") var from: LocalDate?
    @Option(help: "The last day of the pause. (default: until it resumes)")
    var through: LocalDate?
    @Option(help: "What becomes of the sessions inside: cancelled or remote.")
    var sessions = GroupPause.Sessions.cancelled
    @Option(help: "Why.") var reason: String?
    @OptionGroup var operation: OperationOptions
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let group = try await context.desk.group(group, as: context.actor)
        let applied = try await context.desk.pauseGroup(
            group.id, from: from ?? context.today, before: through?.adding(days: 1),
            sessions: sessions, reason: reason, as: context.actor, dryRun: operation.dryRun,
            basis: operation.basis)
        let message = Message(
            "command.groupPaused",
            ["group": .text(group.name), "date": .date(applied.effectiveOn)])
        return try await context.answer(applied, dryRun: operation.dryRun, message)
    }
}

struct GroupResume: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume",
        abstract: "End a group's pause; its sessions from that day are as they were before.")

    @Argument(help: "Its id, its name, or round/name.") var group: String
    @Option(help: "The first day after the pause. (default: today)") var on: LocalDate?
    @Option(help: "Why.") var reason: String?
    @OptionGroup var operation: OperationOptions
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let group = try await context.desk.group(group, as: context.actor)
        let applied = try await context.desk.resumeGroup(
            group.id, on: on ?? context.today, reason: reason, as: context.actor,
            dryRun: operation.dryRun, basis: operation.basis)
        let message = Message(
            "command.groupResumed",
            ["group": .text(group.name), "date": .date(applied.effectiveOn)])
        return try await context.answer(applied, dryRun: operation.dryRun, message)
    }
}

struct GroupLeader: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "leader",
        abstract: "Plan another leader, or other staff, for a group's sessions from a day on.")

    @Argument(help: "Its id, its name, or round/name.") var group: String
    @Option(help: "Who is planned from then, by id.") var to: Person.ID
    @Option(help: "Who is replaced, by id. (default: everybody in the role)")
    var insteadOf: Person.ID?
    @Option(help: "leader, interpreter and the like.") var role = "leader"
    @Option(help: "The first day. (default: today)") var from: LocalDate?
    @Option(help: "Why.") var reason: String?
    @OptionGroup var operation: OperationOptions
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let group = try await context.desk.group(group, as: context.actor)
        let applied = try await context.desk.changeLeader(
            of: group.id, to: to, from: from ?? context.today, role: role,
            insteadOf: insteadOf, reason: reason, as: context.actor, dryRun: operation.dryRun,
            basis: operation.basis)
        let message = Message(
            "command.leaderChanged",
            ["group": .text(group.name), "date": .date(applied.effectiveOn)])
        return try await context.answer(applied, dryRun: operation.dryRun, message)
    }
}
