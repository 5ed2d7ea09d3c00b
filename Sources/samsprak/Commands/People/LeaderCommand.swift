import ArgumentParser
import Courses
import Desk
import Localisation

/// People who lead groups.
struct LeaderCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "leader",
        abstract: "People who lead groups: users with the leader's role.",
        subcommands: [LeaderAdd.self, LeaderList.self, LeaderShow.self])
}

struct LeaderAdd: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add a leader: a person who can sign in, with the right to a group.")

    @Option(help: "The user name to sign in with.") var user: String
    @OptionGroup(title: "Name") var name: NameOptions
    @Option(help: "An account for somebody who is known already, by id.") var person: Person.ID?
    @Option(help: "The language of their pages. (default: sv)") var pageLanguage: String?
    @OptionGroup(title: "What they lead") var scope: ScopeOptions
    @OptionGroup var password: PasswordOptions
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        try await context.addUser(
            user, name: name.personName, person: person, pageLanguage: pageLanguage,
            grants: [try await scope.grant(.leader, context)], password: password)
    }
}

struct LeaderList: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the leaders.")

    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let leaders = try await context.leaders()
        let table = context.table(leaders, empty: Message("command.empty.leaders"))
        return Answer(
            json: ["leaders": .array(leaders.map { context.json($0) })],
            text: table.text(context.localiser))
    }
}

struct LeaderShow: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a leader and the groups they lead.")

    @Argument(help: "The user name.") var user: String
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        guard let leader = try await context.leaders().first(where: { $0.userName == user })
        else { throw AccountError.unknownUser(user) }
        let groups = try await context.desk.groups(as: context.actor).filter { group in
            leader.grants.contains { grant in
                grant.role == .leader && grant.isInForce(on: context.today)
                    && grant.scope.includes(.group(group.id, round: group.round))
            }
        }
        let rounds = try await context.desk.rounds(as: context.actor)
        let table = context.table([leader], empty: Message("command.empty.leaders"))
        return Answer(
            json: context.json(leader).with(["groups": .array(groups.map(\.json))]),
            text: table.text(context.localiser) + "\n"
                + context.table(groups, rounds: rounds).text(context.localiser))
    }
}

extension CommandContext {
    fileprivate func leaders() async throws -> [UserAccount] {
        try await desk.accounts(as: actor).filter { account in
            account.grants.contains { $0.role == .leader }
        }
    }
}
