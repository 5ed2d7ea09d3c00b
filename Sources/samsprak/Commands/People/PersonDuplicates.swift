import ArgumentParser
import Courses
import Desk
import Localisation

struct PersonDuplicates: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "duplicates",
        abstract: "List people who may be one and the same, with why; nothing is changed.")

    @Option(help: "How many pairs at most.") var limit = WholeNumber(200)
    @OptionGroup var options: DatabaseOptions

    func validate() throws {
        guard (1...10_000).contains(limit.value) else {
            throw UsageError.limitOutOfRange(limit.value, most: 10_000)
        }
    }

    func run(in context: CommandContext) async throws -> Answer {
        let pairs = try await context.desk.likelyDuplicates(limit: limit.value, as: context.actor)
        let columns: [Table.Column] = [
            .init(heading: Message("command.column.id")),
            .init(heading: Message("command.column.person")),
            .init(heading: Message("command.column.id")),
            .init(heading: Message("command.column.person")),
            .init(heading: Message("command.column.reason")),
        ]
        return Answer(
            json: [
                "duplicates": .array(
                    pairs.map { pair in
                        JSON.object(
                            [
                                JSON.Member(
                                    name: "people",
                                    value: .array([pair.first, pair.second].map(plain(context))))
                            ] + pair.comparison.json(context.localiser).members)
                    })
            ],
            text: Table(
                columns, rows: pairs.map { row($0, context) },
                whenEmpty: Message("command.empty.duplicates")
            ).text(context.localiser))
    }

    private func plain(_ context: CommandContext) -> (FoundPerson) -> JSON {
        { person in
            [
                "id": .described(person.id), "name": .string(context.name(person.name)),
                "native": .described(person.name.native),
                "latin": .described(person.name.latin),
                "birthYear": .number(person.birthYear),
                "externalID": .described(person.externalID), "groups": .list(person.groups),
            ]
        }
    }

    private func row(_ pair: LikelyDuplicate, _ context: CommandContext) -> [String] {
        [pair.first, pair.second].flatMap { person in
            [
                person.id.description,
                [context.name(person.name), person.birthYear.map(String.init) ?? ""]
                    .filter { !$0.isEmpty }.joined(separator: " "),
            ]
        } + [
            context.localiser.line(pair.comparison.reasons.map { context.localiser($0.message) })
        ]
    }
}
