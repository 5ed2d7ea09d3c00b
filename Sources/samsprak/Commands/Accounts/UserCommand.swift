import ArgumentParser
import Courses
import Desk
import Localisation

/// People who can sign in.
struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user",
        abstract: "People who can sign in, and what they may do.",
        subcommands: [
            UserAdd.self, UserReset.self, UserGrant.self, UserList.self, UserDevices.self,
            UserSignOut.self,
        ])
}

struct UserAdd: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add a user; what they may do is granted.")

    @Argument(help: "The user name: letters, digits and . - _ @.") var user: String
    @OptionGroup(title: "Name") var name: NameOptions
    @Option(help: "An account for somebody who is known already, by id.") var person: Person.ID?
    @Option(help: "The language of their pages. (default: sv)") var pageLanguage: String?
    @OptionGroup(title: "Grant") var grant: OptionalGrantOptions
    @OptionGroup var password: PasswordOptions
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        try await context.addUser(
            user, name: name.personName, person: person, pageLanguage: pageLanguage,
            grants: [try await grant.grant(context)].compactMap(\.self), password: password)
    }
}

struct UserReset: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "reset", abstract: "Give a user a new password; they are signed out.")

    @Argument(help: "The user name.") var user: String
    @OptionGroup var password: PasswordOptions
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let password = try password.password()
        try await context.desk.setPassword(password.text, of: user, as: context.actor)
        let message = Message("command.passwordSet", ["user": .text(user)])
        return Answer(
            json: JSON.object([]).with([
                "user": .string(user),
                "password": password.isMade ? .string(password.text) : .null,
            ]),
            text: context.localiser(message) + "\n" + context.shownOnce(password))
    }
}

struct UserGrant: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "grant",
        abstract: "Let a user play a role, everywhere or in a round, group or session.")

    @Argument(help: "The user name.") var user: String
    @Option(help: "administrator, leader, manager or protectedReader.") var role: Role
    @OptionGroup var scope: ScopeOptions
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let grant = try await scope.grant(role, context)
        try await context.desk.grant(grant, to: user, as: context.actor)
        let message = Message(
            "command.granted", ["user": .text(user), "role": .text(context.word(role))])
        return Answer(
            json: JSON.object([]).with(["user": .string(user), "grant": grant.json]),
            text: context.localiser(message) + "\n")
    }
}

struct UserList: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the users and what they may do.")

    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let accounts = try await context.desk.accounts(as: context.actor)
        let table = context.table(accounts, empty: Message("command.empty.users"))
        return Answer(
            json: ["users": .array(accounts.map { context.json($0) })],
            text: table.text(context.localiser))
    }
}
