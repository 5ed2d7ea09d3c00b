import ArgumentParser
import Courses
import Desk
import Localisation

/// Places where groups meet.
struct VenueCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "venue", abstract: "Venues: the places where groups meet.",
        subcommands: [VenueAdd.self, VenueList.self, VenueChange.self])
}

/// What a venue has beside its name.
struct VenueOptions: ParsableArguments {
    @Option(help: "Its address.") var address: String?
    @Option(name: .customLong("room"), parsing: .upToNextOption, help: "Its rooms.")
    var rooms: [String] = []
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "The way there, in a language; LANGUAGE= takes it away.", valueName: "language=text"))
    var way: [TextArgument] = []
}

struct VenueAdd: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add a venue.")

    @Argument(help: "Its name, unique in the organisation.") var name: String
    @OptionGroup var venue: VenueOptions
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let added = try await context.desk.addVenue(
            NewVenue(
                name: name, address: venue.address, rooms: venue.rooms,
                way: try TextArgument.texts(venue.way)),
            as: context.actor)
        return Answer(json: added.json, text: context.added(name, added.value.id))
    }
}

struct VenueList: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the venues.")

    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let venues = try await context.desk.venues(as: context.actor)
        let table = Table(
            [
                .init(heading: Message("command.column.id")),
                .init(heading: Message("command.column.name")),
                .init(heading: Message("setup.address")),
                .init(heading: Message("setup.rooms")),
            ],
            rows: venues.map { venue in
                [
                    venue.id.description, venue.name, venue.address ?? "",
                    context.localiser.list(venue.rooms),
                ]
            },
            whenEmpty: Message("command.empty.venues"))
        return Answer(
            json: ["venues": .array(venues.map(\.json))], text: table.text(context.localiser))
    }
}

struct VenueChange: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "change",
        abstract: "Change a venue; what is not named stays as it is.",
        discussion: "--room names all its rooms anew.")

    @Argument(help: "Its id or name.") var reference: String
    @Option(help: "Its name.") var name: String?
    @OptionGroup var venue: VenueOptions
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let before = try await context.desk.venue(reference, as: context.actor)
        let after = try await context.desk.changeVenue(
            before.value.id.description,
            to: NewVenue(
                name: name ?? before.value.name, address: venue.address ?? before.value.address,
                rooms: venue.rooms.isEmpty ? before.value.rooms : venue.rooms,
                way: try TextArgument.texts(venue.way)),
            shown: before.state, as: context.actor)
        return Answer(json: after.json, text: context.changed(after.value.name))
    }
}

extension Venue {
    var json: JSON {
        [
            "id": .described(id), "name": .string(name), "address": .described(address),
            "rooms": .list(rooms),
        ]
    }
}

extension Shown<Venue> {
    var json: JSON { value.json.with(["way": texts.json]) }
}
