import ArgumentParser
import Courses
import DemoWorld
import Desk
import Localisation

/// Builds the demo world and serves it, at its own time.
struct DemoCommand: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Build three terms of a real course's world with invented people, and serve it.",
        discussion: """
            The demo has a database of its own, ./samsprak-demo.sqlite unless another is named. \
            Its clock starts on 21 April 2020 at 17:00 and runs on from there.
            """)

    @Flag(help: "Only build it and print who can sign in.") var noServe = false
    @Option(help: "The day on which the clock starts, at 17:00.") var today: LocalDate?
    @OptionGroup var service: ServiceOptions
    @OptionGroup var options: DatabaseOptions

    var output: OutputOptions { options.output }

    func run() async throws {
        let localiser = try output.localiser()
        let location = options.location(default: "samsprak-demo.sqlite")
        let start = self.start
        try await Progress.during(localiser(Message("command.demo.building"))) {
            try await DemoFile(location: location).build(until: min(start, DemoWorld.startsAt))
        }
        let clock = Clock.starting(at: start)
        let desk = try await Desk.open(location, clock: clock)
        guard try await desk.organisation().isDemo else {
            throw CommandError.notADemo(path: location.path)
        }
        let context = CommandContext(
            desk: desk, actor: .commandOperator, localiser: localiser, clock: clock)
        try Output.finish(answer(location, start, context), asJSON: output.json)
        if !noServe { try await service.serve(desk, localiser, asJSON: output.json) }
    }

    private var start: Instant {
        guard let today, let time = LocalTime(hour: 17, minute: 0) else {
            return DemoWorld.startsAt
        }
        return WallClock.instant(today, time)
    }

    private func answer(
        _ location: DatabaseLocation, _ start: Instant, _ context: CommandContext
    ) throws -> Answer {
        let users = try DemoWorld.users()
        let (date, time) = WallClock.reading(start)
        let message = Message(
            "command.demo.ready",
            [
                "database": .text(location.path), "date": .date(date), "time": .time(time),
            ])
        return Answer(
            json: [
                "database": .string(location.path), "startsAt": .described(start),
                "users": .array(users.map { json($0, context) }),
            ],
            text: context.localiser(message) + "\n\n"
                + table(users, context).text(context.localiser) + "\n")
    }

    private func json(_ user: DemoWorld.Summary.User, _ context: CommandContext) -> JSON {
        [
            "user": .string(user.userName), "password": .string(user.password),
            "name": .string(context.name(user.name)),
            "roles": .list(user.roles.map(\.rawValue)),
            "language": .string(user.language.rawValue),
        ]
    }

    private func table(_ users: [DemoWorld.Summary.User], _ context: CommandContext) -> Table {
        Table(
            [
                .init(heading: Message("command.column.user")),
                .init(heading: Message("command.column.password")),
                .init(heading: Message("command.column.name")),
                .init(heading: Message("command.column.roles")),
                .init(heading: Message("command.column.pageLanguage")),
            ],
            rows: users.map { user in
                [
                    user.userName, user.password, context.name(user.name),
                    context.localiser.list(user.roles.map { context.word($0) }),
                    context.localiser.languageName(user.language),
                ]
            },
            whenEmpty: Message("command.empty.users"))
    }
}
