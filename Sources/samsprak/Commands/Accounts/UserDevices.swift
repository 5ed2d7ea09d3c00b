import ArgumentParser
import Courses
import Desk
import Localisation

struct UserDevices: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "devices", abstract: "List where a user is signed in.")

    @Argument(help: "The user name.") var user: String
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let account = try await context.desk.account(user, as: context.actor)
        let devices = try await context.desk.devices(of: account.person, as: context.actor)
        return Answer(
            json: [
                "user": .string(account.userName), "devices": .array(devices.map(\.json)),
            ],
            text: table(devices, context).text(context.localiser))
    }

    private func table(_ devices: [SignInOverview], _ context: CommandContext) -> Table {
        Table(
            [
                .init(heading: Message("command.column.id")),
                .init(heading: Message("command.column.browser")),
                .init(heading: Message("command.column.system")),
                .init(heading: Message("command.column.lastSeen")),
            ],
            rows: devices.map {
                [
                    $0.id.description, $0.kind.browser.rawValue, $0.kind.system.rawValue,
                    context.day($0.lastSeen),
                ]
            },
            whenEmpty: Message("command.empty.devices"))
    }
}

struct UserSignOut: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign-out", abstract: "Sign a user out, everywhere or on one device.")

    @Argument(help: "The user name.") var user: String
    @Option(help: "One device, by its id in \"user devices\".") var device: SignInOverview.ID?
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let account = try await context.desk.account(user, as: context.actor)
        let count: Int
        if let device {
            try await context.desk.signOut(device, of: account.person, as: context.actor)
            count = 1
        } else {
            count = try await context.desk.signOutEverywhere(account.person, as: context.actor)
        }
        let message = Message(
            "command.signedOut", ["user": .text(account.userName), "count": .number(count)])
        return Answer(
            json: ["user": .string(account.userName), "devices": .number(count)],
            text: context.localiser(message) + "\n")
    }
}

extension SignInOverview {
    fileprivate var json: JSON {
        [
            "id": .described(id), "browser": .string(kind.browser.rawValue),
            "system": .string(kind.system.rawValue), "signedInAt": .described(signedInAt),
            "lastSeen": .described(lastSeen),
        ]
    }
}
