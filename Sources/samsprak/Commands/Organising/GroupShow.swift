import ArgumentParser
import Courses
import Desk
import Localisation

struct GroupShow: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a group and who has a place in it on a day.")

    @Argument(help: "Its id, its name, or round/name.") var group: String
    @Option(help: "The day. (default: today)") var on: LocalDate?
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let group = try await context.desk.group(group, as: context.actor)
        let round = try await context.desk.round(group.round.description, as: context.actor)
        let members = try await context.members(of: group, on: on ?? context.today)
        let table = Table(
            [
                .init(heading: Message("command.column.id")),
                .init(heading: Message("command.column.person")),
                .init(heading: Message("command.column.from")),
            ],
            rows: members.map { person, placement in
                [
                    person.id.description, context.name(person.name),
                    context.day(placement.from),
                ]
            },
            whenEmpty: Message("command.empty.members"))
        return Answer(
            json: group.json.with([
                "members": .array(
                    members.map { person, placement in
                        [
                            "person": .described(person.id),
                            "name": .string(context.name(person.name)),
                            "from": .described(placement.from),
                            "language": .string(placement.language.rawValue),
                        ]
                    })
            ]),
            text: context.table([group], rounds: [round]).text(context.localiser) + "\n"
                + table.text(context.localiser))
    }
}

extension CommandContext {
    /// Who has a place in the group on a day, in the order of the people.
    fileprivate func members(
        of group: Group, on date: LocalDate
    ) async throws -> [(Person, Placement)] {
        let round = group.round.description
        let enrolments = try await desk.enrolments(in: round, as: actor)
        let placements = enrolments.flatMap(\.placements).filter {
            $0.group == group.id && $0.includes(date)
        }
        let byPerson = Dictionary(placements.map { ($0.person, $0) }) { first, _ in first }
        return try await desk.people(in: round, as: actor).compactMap { person in
            byPerson[person.id].map { (person, $0) }
        }
    }
}
