import ArgumentParser
import Courses
import Desk
import Localisation

struct SessionSubstitute: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "substitute",
        abstract: "Name a substitute: a right to this session alone, for some days.")

    @Argument(help: "The session, by id or group/number.") var session: String
    @Argument(help: "Who stands in: a user name, or a person's id.") var person: String
    @Option(help: "For how many days after the session's day. (default: 7)")
    var days: WholeNumber?
    @Option(help: "As what they are there.") var role = "leader"
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let session = try await context.session(session).session
        let accounts = try await context.desk.accounts(as: context.actor)
        let account = accounts.first {
            $0.userName == person || $0.person == Person.ID(person)
        }
        guard let account else { throw AccountError.unknownUser(person) }
        let grant = try await context.desk.substitute(
            account.person, at: session.id, role: role,
            days: days?.value ?? Desk.substituteDays, as: context.actor)
        let message = Message(
            "command.session.substitute",
            [
                "user": .text(account.userName), "from": .date(grant.from),
                "until": .date(grant.until ?? grant.from),
            ])
        return Answer(
            json: [
                "session": .described(session.id), "person": .described(account.person),
                "user": .string(account.userName), "role": .string(role),
                "from": .described(grant.from), "until": .described(grant.until),
            ],
            text: context.localiser(message) + "\n")
    }
}
