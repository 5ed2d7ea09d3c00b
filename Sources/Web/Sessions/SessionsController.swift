import Courses
import Desk
import Hummingbird

/// The sessions that somebody leads or looks after, those to be taken first.
struct SessionsController: Sendable {
    let site: Site

    func add(to router: some RouterMethods<WebContext>) {
        router.get("/sessions", use: list)
    }

    @Sendable private func list(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let asked = request.uri.queryParameters["round"].map(String.init)
        let page = try await page(for: context.visitor, round: asked)
        return site.respond(page, compressedFor: request)
    }

    /// - Parameter asked: the round's code; nil, or one that is not known, for all under way.
    func page(for visitor: Visitor, round asked: String?) async throws -> SessionsPage {
        let actor = try visitor.signedIn()
        let now = site.desk.clock.now()
        let today = WallClock.date(now)
        let rounds = try await site.desk.rounds(as: actor)
        let chosen = rounds.first { $0.code == asked }
        let current = rounds.filter { $0.endedOn == nil }
        var found: [SessionOverview] = []
        for round in chosen.map({ [$0] }) ?? current {
            found += try await site.desk.sessions(SessionFilter(round: round.id), as: actor)
        }
        let list = SessionList(found, at: now)
        return SessionsPage(
            site: site, visitor: visitor, list: list,
            days: try await site.desk.days(of: list.all, as: actor), today: today,
            groups: try await site.desk.groups(as: actor), rounds: rounds, chosen: chosen,
            mayOrganise: site.rights(of: actor).contains(.organise))
    }
}
