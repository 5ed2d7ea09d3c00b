import Courses
import Desk
import Hummingbird

/// The groups that somebody leads or looks after, each with its sessions and its paper.
struct GroupsController: Sendable {
    let site: Site

    func add(to router: some RouterMethods<WebContext>) {
        router.get("/groups", use: list)
        router.get("/groups/{id}", use: show)
    }

    @Sendable private func list(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        let actor = try visitor.signedIn()
        let page = GroupsPage(
            layout: { site.layout(title: $0, for: visitor, at: "/groups") }, visitor: visitor,
            groups: try await site.desk.groupsToTake(as: actor),
            rounds: try await site.desk.rounds(as: actor))
        return site.respond(page)
    }

    @Sendable private func show(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        let actor = try visitor.signedIn()
        let id = try Group.ID(context.parameters.get("id") ?? "").orNotFound()
        let sheet = try await site.desk.sheet(of: id, as: actor)
        let page = GroupPage(
            layout: { site.layout(title: $0, for: visitor, at: "/groups/\(id)") },
            style: site.assets.sheetStyle, visitor: visitor, sheet: sheet,
            texts: try await site.desk.texts(for: id, as: actor), at: site.desk.clock.now())
        return site.respond(page)
    }
}
