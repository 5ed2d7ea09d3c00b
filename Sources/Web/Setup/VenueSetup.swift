import Courses
import Desk
import HTTPTypes
import Hummingbird
import Localisation

/// Venues with their rooms and the way there: listed, made and changed.
struct VenueSetup: Sendable {
    let site: Site

    func add(to router: some RouterMethods<WebContext>) {
        router.get("/setup/venues", use: list)
        router.get("/setup/venues/new", use: begin)
        router.post("/setup/venues", use: make)
        router.get("/setup/venues/{venue}", use: show)
        router.post("/setup/venues/{venue}", use: change)
    }

    @Sendable private func list(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let venues = try await site.desk.venues(as: try site.organiser(context))
        return site.respond(
            VenueForms(filling: SetupFilling(context.visitor)).list(
                venues, site.frame(context.visitor, at: "/setup/venues")))
    }

    @Sendable private func begin(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        _ = try site.organiser(context)
        return site.respond(new(SetupFilling(context.visitor)))
    }

    private func new(_ filling: SetupFilling) -> SetupFormPage {
        VenueForms(filling: filling).new(site.frame(filling.visitor, at: "/setup/venues/new"))
    }

    @Sendable private func make(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let actor = try site.organiser(context)
        let reader = try await site.reader(request, context)
        return try await site.submit(reader) {
            let venue = try await site.desk.addVenue(reader.venue(), as: actor)
            return "/setup/venues/\(venue.value.id)?done"
        } again: {
            new($0)
        }
    }

    @Sendable private func show(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let venue = try await venue(context)
        return site.respond(
            page(SetupFilling(context.visitor), venue, isDone: request.isDone))
    }

    private func page(
        _ filling: SetupFilling, _ venue: Shown<Venue>, isDone: Bool = false
    ) -> SetupFormPage {
        VenueForms(filling: filling).change(
            venue, isDone: isDone,
            site.frame(filling.visitor, at: "/setup/venues/\(venue.value.id)"))
    }

    @Sendable private func change(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let actor = try site.organiser(context)
        let venue = try await venue(context)
        let reader = try await site.reader(request, context)
        return try await site.submit(reader) {
            try await site.desk.changeVenue(
                venue.value.id.description, to: reader.venue(), shown: reader.shown, as: actor)
            return "/setup/venues/\(venue.value.id)?done"
        } again: {
            page($0, try await self.venue(context))
        }
    }

    private func venue(_ context: WebContext) async throws -> Shown<Venue> {
        let id = try context.parameters.get("venue").flatMap { Venue.ID($0) }.orNotFound()
        return try await site.desk.venue(id.description, as: try site.organiser(context))
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

/// Puts together the pages of venues.
struct VenueForms {
    let filling: SetupFilling

    private var back: SessionLink {
        SessionLink(href: "/setup/venues", label: filling.say(Message("setup.venues")))
    }

    func list(_ venues: [Venue], _ layout: (String) -> Layout) -> SetupPage {
        let sorted = Collation.collation(for: filling.visitor.localiser.language)
            .sorted(venues) { $0.name }
        return SetupPage(
            layout: layout, back: filling.back, heading: filling.say(Message("setup.venues")),
            intro: filling.say(Message("setup.venuesText")),
            sections: [
                SetupSection(
                    cards: sorted.map { venue in
                        SetupCard(
                            name: venue.name, href: "/setup/venues/\(venue.id)",
                            lines: [
                                venue.address,
                                venue.rooms.isEmpty
                                    ? nil : filling.visitor.localiser.list(venue.rooms),
                            ].compactMap(\.self).map { TextLine(text: $0) })
                    },
                    links: [
                        SessionLink(
                            href: "/setup/venues/new",
                            label: filling.say(Message("setup.newVenue")))
                    ])
            ])
    }

    func new(_ layout: @escaping (String) -> Layout) -> SetupFormPage {
        SetupFrame(layout: layout, filling: filling).form(
            filling.say(Message("setup.newVenue")), back: back, action: "/setup/venues",
            parts: parts(nil, WrittenText()))
    }

    func change(
        _ venue: Shown<Venue>, isDone: Bool = false, _ layout: @escaping (String) -> Layout
    ) -> SetupFormPage {
        SetupFrame(layout: layout, filling: filling, isDone: isDone).form(
            venue.value.name, back: back, action: "/setup/venues/\(venue.value.id)",
            hidden: [HiddenField(name: "shown", value: venue.state.description)],
            parts: parts(venue.value, venue.texts))
    }

    private func parts(_ venue: Venue?, _ way: WrittenText) -> [SetupPart] {
        [
            SetupPart(fields: [
                filling.line("name", Message("command.column.name"), venue?.name ?? ""),
                filling.line("address", Message("setup.address"), venue?.address ?? ""),
                filling.area(
                    "rooms", Message("setup.rooms"),
                    venue?.rooms.joined(separator: "\n") ?? "",
                    help: Message("setup.roomsHelp")),
            ]),
            filling.texts("way", Message("setup.way"), way),
        ]
    }
}
