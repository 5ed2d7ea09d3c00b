import ArgumentParser
import Courses
import Desk
import Localisation

struct AttendanceMark: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "mark", abstract: "Say that a person was there, or not.")

    @OptionGroup var mark: MarkOptions
    @Option(help: "Why.") var reason: String?
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        try await mark.record(reason: reason, in: context)
    }
}

struct AttendanceCorrect: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "correct",
        abstract: "Correct a mark after the list was signed; the original stays beside it.")

    @OptionGroup var mark: MarkOptions
    @Option(help: "Why.") var reason: String
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        try await mark.record(reason: reason, in: context)
    }
}

struct AttendanceClear: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "clear", abstract: "Take a mark back: nothing is said of the person.")

    @Argument(help: "The session, by id or group/number.") var session: String
    @Argument(help: "The person, by id.") var person: Person.ID
    @Option(help: "Why; needed after the list was signed.") var reason: String?
    @Option(help: "The version you last saw of the mark. (default: the present one)")
    var base: WholeNumber?
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let register = try await context.register(session)
        let known = register.rows.first { $0.person == person }?.version ?? 0
        return try await context.record(
            .clear(person, base: base?.value ?? known, reason: reason),
            at: register.session.session.id)
    }
}

struct AttendanceSignOff: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign-off",
        abstract: "Sign a session's list; from then on changes are corrections.")

    @Argument(help: "The session, by id or group/number.") var session: String
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let register = try await context.register(session)
        return try await context.record(
            .signOff(base: register.signOffVersion), at: register.session.session.id)
    }
}
