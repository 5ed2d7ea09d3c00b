import Courses
import Desk
import HTTPTypes
import Hummingbird

/// Members' telephone numbers; each opening is recorded, and nothing keeps the page.
struct CallsController: Sendable {
    let site: Site

    func add(to router: some RouterMethods<WebContext>) {
        router.get("/sessions/{id}/calls", use: ofSession)
        router.get("/groups/{id}/calls", use: ofGroup)
    }

    @Sendable private func ofSession(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let actor = try context.visitor.signedIn()
        let id = try Session.ID(context.parameters.get("id") ?? "").orNotFound()
        let list = try await site.desk.callList(of: id, as: actor)
        return page(list, at: "/sessions/\(id)", context)
    }

    @Sendable private func ofGroup(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let actor = try context.visitor.signedIn()
        let id = try Group.ID(context.parameters.get("id") ?? "").orNotFound()
        let list = try await site.desk.callList(of: id, as: actor)
        return page(list, at: "/groups/\(id)", context)
    }

    private func page(_ list: CallList, at address: String, _ context: WebContext) -> Response {
        let visitor = context.visitor
        let page = CallsPage(
            layout: { site.layout(title: $0, for: visitor, at: address + "/calls") },
            visitor: visitor, list: list, backHref: address)
        return site.respond(page, headers: [.cacheControl: "no-store"])
    }
}
