import Courses
import Desk
import HTTPTypes
import Hummingbird
import Localisation

/// Groups: made in a round, and changed.
struct GroupSetup: Sendable {
    let site: Site

    func add(to router: some RouterMethods<WebContext>) {
        router.get("/setup/rounds/{round}/groups/new", use: begin)
        router.post("/setup/rounds/{round}/groups", use: make)
        router.get("/setup/groups/{group}", use: show)
        router.post("/setup/groups/{group}", use: change)
    }

    @Sendable private func begin(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        site.respond(try await new(site.filling(context.visitor), context))
    }

    private func new(
        _ filling: SetupFilling, _ context: WebContext
    ) async throws -> SetupFormPage {
        let (round, actor) = try await round(context)
        return GroupForms(filling: filling, venues: try await site.desk.venues(as: actor)).new(
            in: round, site.frame(context.visitor, at: "/setup/rounds/\(round.code)/groups/new"))
    }

    @Sendable private func make(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let (round, actor) = try await round(context)
        let reader = try await site.reader(request, context)
        let venues = try await site.desk.venues(as: actor)
        return try await site.submit(reader) {
            let target = reader.group(in: round.code, venues)
            let message = reader.texts("message")
            try reader.check()
            let group = try await site.desk.addGroup(target, message: message, as: actor)
            return "/setup/groups/\(group.id)?done"
        } again: {
            try await new($0, context)
        }
    }

    @Sendable private func show(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        site.respond(
            try await page(site.filling(context.visitor), context, isDone: request.isDone))
    }

    private func page(
        _ filling: SetupFilling, _ context: WebContext, isDone: Bool = false,
        mayOverrule: Bool = false
    ) async throws -> SetupFormPage {
        let (group, actor) = try await group(context)
        let round = try await site.desk.round(group.value.round.description, as: actor)
        let sessions = try await site.desk.sessions(
            SessionFilter(group: group.value.id, from: WallClock.date(site.desk.clock.now())),
            as: actor)
        return GroupForms(filling: filling, venues: try await site.desk.venues(as: actor)).change(
            group, in: round, coming: sessions.map(\.session), isDone: isDone,
            mayOverrule: mayOverrule,
            reasons: mayOverrule ? try await site.desk.offeredReasons(.other, as: actor) : [],
            site.frame(context.visitor, at: "/setup/groups/\(group.value.id)"))
    }

    @Sendable private func change(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let (group, actor) = try await group(context)
        let reader = try await site.reader(request, context)
        let venues = try await site.desk.venues(as: actor)
        return try await site.submit(reader) {
            let target = reader.group(in: group.value.round.description, venues)
            let message = reader.texts("message")
            try reader.check()
            try await site.desk.changeGroup(
                group.value.id, to: target, message: message, reason: reader.form.reason(),
                inSpiteOfRules: reader.form["spite"] != nil, shown: reader.shown, as: actor)
            return "/setup/groups/\(group.value.id)?done"
        } again: { filling in
            try await page(
                filling, context, mayOverrule: reader.mayOverrule || reader.form["spite"] != nil)
        }
    }

    private func round(_ context: WebContext) async throws -> (Round, Actor) {
        let actor = try context.visitor.signedIn()
        let code = try context.parameters.get("round").orNotFound()
        return (try await site.desk.roundToChange(code, as: actor).value, actor)
    }

    private func group(_ context: WebContext) async throws -> (Shown<Group>, Actor) {
        let actor = try context.visitor.signedIn()
        let id = try context.parameters.get("group").flatMap { Group.ID($0) }.orNotFound()
        return (try await site.desk.groupToChange(id.description, as: actor), actor)
    }
}

extension SetupReader {
    fileprivate func group(in round: String, _ venues: [Venue]) -> NewGroup {
        let spoken = languages("languages")
        let interpreted = languages("interpretedInto")
        let delivery: Delivery =
            switch typed("delivery") {
            case "interpreted": .interpreted(into: interpreted)
            case "bilingual": .bilingual
            default: .leaderSpeaks
            }
        let place = (form["venue"] ?? "").split(separator: ":", maxSplits: 1).map(String.init)
        let venue = venues.first { $0.id.description == place.first }
        if !place.isEmpty, venue == nil { note(Message("setup.chooseAgain"), at: "venue") }
        return NewGroup(
            name: typed("name"), round: round, languages: spoken, delivery: delivery,
            minimum: requiredNumber("minimum"), maximum: requiredNumber("maximum"),
            openTo: OpenTo(rawValue: typed("openTo")) ?? .all,
            childcarePlaces: requiredNumber("childcare"), venue: venue?.id.description,
            room: place.dropFirst().first, slot: slot(), link: form.string("link"))
    }
}
