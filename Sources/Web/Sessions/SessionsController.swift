import Courses
import Desk
import Hummingbird

/// The sessions that somebody leads or looks after, those to be taken first.
struct SessionsController: Sendable {
    let site: Site

    func add(to router: some RouterMethods<WebContext>) {
        router.get("/", use: list)
    }

    @Sendable private func list(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        let actor = try visitor.signedIn()
        let now = site.desk.clock.now()
        let today = WallClock.date(now)
        let rights = Set(
            actor.grants.filter { $0.isInForce(on: today) }.flatMap(\.role.rights))
        if !rights.contains(.readRegister), rights.contains(.readFigures) {
            return site.redirect(to: "/figures")
        }
        let rounds = try await site.desk.rounds(as: actor)
        let asked = request.uri.queryParameters["round"].map(String.init)
        let chosen = rounds.first { $0.code == asked }
        let current = rounds.filter { $0.endedOn == nil }
        var found: [SessionOverview] = []
        for round in chosen.map({ [$0] }) ?? current {
            found += try await site.desk.sessions(SessionFilter(round: round.id), as: actor)
        }
        let list = SessionList(found, at: now)
        let page = SessionsPage(
            site: site, visitor: visitor, list: list,
            days: try await site.desk.days(of: list.all, as: actor), today: today,
            groups: try await site.desk.groups(as: actor), rounds: rounds, chosen: chosen,
            mayOrganise: rights.contains(.organise))
        return site.respond(page)
    }
}
