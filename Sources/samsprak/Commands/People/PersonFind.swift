import ArgumentParser
import Courses
import Desk
import Localisation

struct PersonFind: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "find",
        abstract: "Find people by name, in any script and spelling, or by external id.",
        discussion: "A year of birth may stand among the words. Nobody protected is found.")

    @Argument(help: "Words of the name in any order, or an external id.") var query: [String]
    @Option(help: "Year of birth.") var born: WholeNumber?
    @Option(help: "How many at most.") var limit = WholeNumber(20)
    @OptionGroup var options: DatabaseOptions

    func validate() throws {
        guard (1...1000).contains(limit.value) else {
            throw UsageError.limitOutOfRange(limit.value, most: 1000)
        }
    }

    func run(in context: CommandContext) async throws -> Answer {
        let people = try await context.desk.findPeople(
            query.joined(separator: " "), born: born?.value, limit: limit.value, as: context.actor)
        let columns: [Table.Column] = [
            .init(heading: Message("command.column.id")),
            .init(heading: Message("command.column.person")),
            .init(heading: Message("command.column.nativeName")),
            .init(heading: Message("command.column.birthYear")),
            .init(heading: Message("command.column.group")),
        ]
        return Answer(
            json: ["people": .array(people.map { context.json($0) })],
            text: Table(
                columns,
                rows: people.map { person in
                    [
                        person.id.description, context.name(person.name),
                        person.name.secondary ?? "", person.birthYear.map(String.init) ?? "",
                        context.localiser.list(person.groups),
                    ]
                }, whenEmpty: Message("command.empty.found")
            ).text(context.localiser))
    }
}

extension CommandContext {
    func json(_ person: FoundPerson) -> JSON {
        let plain: JSON = [
            "id": .described(person.id), "name": .string(name(person.name)),
            "native": .described(person.name.native), "latin": .described(person.name.latin),
            "birthYear": .number(person.birthYear), "gender": .string(person.gender.rawValue),
            "externalID": .described(person.externalID), "groups": .list(person.groups),
        ]
        switch person.match {
        case .name(let comparison):
            guard case .object(let members) = comparison.json(localiser) else { return plain }
            return .object(
                [plain.with(["matchedOn": "name"]), .object(members)].flatMap(\.members))
        case .externalID: return plain.with(["matchedOn": "externalID"])
        case .id: return plain.with(["matchedOn": "id"])
        }
    }
}

extension JSON {
    /// An object's members in their order; none of anything else.
    var members: [Member] {
        if case .object(let members) = self { members } else { [] }
    }
}
