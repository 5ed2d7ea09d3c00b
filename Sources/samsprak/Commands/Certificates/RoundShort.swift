import ArgumentParser
import Courses
import Desk
import Localisation

struct RoundShort: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "short",
        abstract: "List who lacks one session to complete a round, and where to make one up.",
        discussion: """
            What they missed, and sessions to come of other groups with the same number, in a \
            language of theirs or with an interpreter into it.
            """)

    @Argument(help: "The round's code or id.") var round: String
    @Option(help: "Only this group, by id, name or round/name.") var group: String?
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        var list = try await context.desk.oneShort(in: round, as: context.actor)
        if let group {
            let found = try await context.desk.group(group, as: context.actor)
            guard found.round == list.round.id else {
                throw UsageError.oneOf(["ROUND", "--group"])
            }
            list = try await context.desk.oneShort(ofGroup: found.id, as: context.actor)
        }
        return Answer(
            json: [
                "round": .string(list.round.code),
                "people": .array(list.rows.map { context.json($0) }),
            ], text: context.table(list).text(context.localiser))
    }
}

extension CommandContext {
    fileprivate func json(_ row: OneShort.Row) -> JSON {
        [
            "person": .described(row.person), "name": .string(name(row.name)),
            "group": .described(row.group), "attended": .number(row.attended),
            "coming": .number(row.coming),
            "missed": .array(
                row.missed.map { missed in
                    [
                        "session": .described(missed.session), "number": .number(missed.number),
                        "date": .described(missed.date),
                        "makeUps": .array(missed.makeUps.map { json($0) }),
                    ]
                }),
        ]
    }

    private func json(_ makeUp: OneShort.MakeUp) -> JSON {
        [
            "session": .described(makeUp.session.id), "group": .described(makeUp.group),
            "date": .described(makeUp.session.date), "start": .described(makeUp.session.start),
            "language": .string(makeUp.language.rawValue),
            "interpreted": .bool(makeUp.isInterpreted),
        ]
    }

    fileprivate func table(_ list: OneShort) -> Table {
        let groups = Dictionary(
            list.groups.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        return Table(
            [
                .init(heading: Message("command.column.person")),
                .init(heading: Message("command.column.name")),
                .init(heading: Message("command.column.group")),
                .init(heading: Message("command.column.sessions"), isNumeric: true),
                .init(heading: Message("command.column.session"), isNumeric: true),
                .init(heading: Message("short.makeUp")),
            ],
            rows: list.rows.flatMap { row in
                row.missed.map { missed in
                    [
                        row.person.description, name(row.name), groups[row.group] ?? "",
                        localiser.number(row.attended), localiser.number(missed.number),
                        localiser.list(
                            missed.makeUps.map {
                                "\(groups[$0.group] ?? "") \(day($0.session.date))"
                            }),
                    ]
                }
            }, whenEmpty: Message("short.none"))
    }
}
