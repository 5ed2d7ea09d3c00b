import Courses
import Desk
import HTTPTypes
import Hummingbird
import Localisation

/// Rounds: listed, made from a programme, changed and ended.
struct RoundSetup: Sendable {
    let site: Site

    func add(to router: some RouterMethods<WebContext>) {
        router.get("/setup/rounds", use: list)
        router.get("/setup/rounds/new", use: begin)
        router.post("/setup/rounds", use: make)
        router.get("/setup/rounds/{round}", use: show)
        router.post("/setup/rounds/{round}", use: change)
        router.get("/setup/rounds/{round}/end", use: beginEnd)
        router.post("/setup/rounds/{round}/end", use: end)
    }

    @Sendable private func list(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        let actor = try visitor.signedIn()
        let isForAll = try site.desk.organisesAll(as: actor)
        let rounds = try await site.desk.roundsToOrganise(as: actor)
        return site.respond(
            RoundForms(filling: site.filling(visitor)).list(
                rounds, mayAdd: isForAll, site.frame(visitor, at: "/setup/rounds")))
    }

    @Sendable private func begin(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        site.respond(try await new(site.filling(context.visitor), context))
    }

    private func new(
        _ filling: SetupFilling, _ context: WebContext
    ) async throws -> SetupFormPage {
        let actor = try site.organiser(context)
        return RoundForms(filling: filling).new(
            try await site.desk.programmes(as: actor),
            site.frame(context.visitor, at: "/setup/rounds/new"))
    }

    @Sendable private func make(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let actor = try context.visitor.signedIn()
        let reader = try await site.reader(request, context)
        return try await site.submit(reader) {
            let firstDay = reader.requiredDate("firstDay")
            try reader.check()
            let round = try await site.desk.addRound(
                of: reader.typed("programme"), code: reader.typed("code"),
                name: reader.typed("name"), firstDay: firstDay, as: actor)
            return "/setup/rounds/\(round.code)?done"
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
        _ filling: SetupFilling, _ context: WebContext, isDone: Bool = false
    ) async throws -> SetupFormPage {
        let (round, actor) = try await round(context)
        let code = round.value.code
        return RoundForms(filling: filling).change(
            round, try await site.desk.groups(in: code, as: actor), isDone: isDone,
            site.frame(context.visitor, at: "/setup/rounds/\(code)"))
    }

    @Sendable private func change(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let (round, actor) = try await round(context)
        let reader = try await site.reader(request, context)
        return try await site.submit(reader) {
            let firstDay = reader.requiredDate("firstDay")
            try reader.check()
            try await site.desk.changeRound(
                round.value.code, name: reader.typed("name"), firstDay: firstDay,
                shown: reader.shown, as: actor)
            return "/setup/rounds/\(round.value.code)?done"
        } again: {
            try await page($0, context)
        }
    }

    @Sendable private func beginEnd(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let (round, _) = try await round(context)
        return site.respond(endPage(site.filling(context.visitor), round.value))
    }

    private func endPage(_ filling: SetupFilling, _ round: Round) -> SetupFormPage {
        RoundForms(filling: filling).end(
            round, today: WallClock.date(site.desk.clock.now()),
            site.frame(filling.visitor, at: "/setup/rounds/\(round.code)/end"))
    }

    @Sendable private func end(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let (round, actor) = try await round(context)
        let reader = try await site.reader(request, context)
        return try await site.submit(reader) {
            let lastDay = reader.requiredDate("lastDay")
            try reader.check()
            _ = try await site.desk.endRound(round.value.code, on: lastDay, as: actor)
            return "/setup/rounds/\(round.value.code)?done"
        } again: {
            endPage($0, round.value)
        }
    }

    private func round(_ context: WebContext) async throws -> (Shown<Round>, Actor) {
        let actor = try context.visitor.signedIn()
        let code = try context.parameters.get("round").orNotFound()
        return (try await site.desk.roundToChange(code, as: actor), actor)
    }
}
