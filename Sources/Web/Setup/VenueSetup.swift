import Courses
import Desk
import Localisation

/// Venues with their rooms and the way there.
enum VenueSetup: SetupKind {
    static let path = "venues"
    static let title = Message("setup.venues")
    static let text = Message("setup.venuesText")
    static let newTitle = Message("setup.newVenue")

    static func items(_ desk: Desk, as actor: Actor) async throws -> [Venue] {
        try await desk.venues(as: actor)
    }

    static func item(
        _ reference: String, _ desk: Desk, as actor: Actor
    ) async throws -> Shown<Venue> {
        try await desk.venue(Venue.ID(reference).orNotFound().description, as: actor)
    }

    static func make(_ reader: SetupReader, _ desk: Desk, as actor: Actor) async throws -> Venue {
        try await desk.addVenue(reader.venue(), as: actor).value
    }

    static func change(
        _ item: Shown<Venue>, _ reader: SetupReader, _ desk: Desk, as actor: Actor
    ) async throws {
        try await desk.changeVenue(
            item.value.id.description, to: reader.venue(), shown: reader.shown, as: actor)
    }

    static func reference(to item: Venue) -> String { item.id.description }

    static func name(of item: Venue, _ filling: SetupFilling) -> String { item.name }

    static func lines(about item: Venue, _ filling: SetupFilling) -> [String] {
        let rooms = item.rooms.isEmpty ? nil : filling.visitor.localiser.list(item.rooms)
        return [item.address, rooms].compactMap(\.self)
    }

    static func sections(_ items: [Venue], _ filling: SetupFilling) -> [SetupSection] {
        let sorted = Collation.collation(for: filling.visitor.localiser.language)
            .sorted(items) { $0.name }
        return [SetupSection(cards: sorted.map { card($0, filling) })]
    }

    static func parts(of item: Shown<Venue>?, _ filling: SetupFilling) -> [SetupPart] {
        let venue = item?.value
        return [
            SetupPart(fields: [
                filling.line("name", Message("command.column.name"), venue?.name ?? ""),
                filling.line("address", Message("setup.address"), venue?.address ?? ""),
                filling.area(
                    "rooms", Message("setup.rooms"),
                    venue?.rooms.joined(separator: "\n") ?? "",
                    help: Message("setup.roomsHelp")),
            ]),
            filling.texts("way", Message("setup.way"), item?.texts ?? WrittenText()),
        ]
    }
}

extension SetupReader {
    fileprivate func venue() -> NewVenue {
        NewVenue(
            name: typed("name"), address: form.string("address"),
            rooms: (form["rooms"] ?? "").split(whereSeparator: \.isNewline).map { line in
                line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            }.filter { !$0.isEmpty },
            way: texts("way"))
    }
}
