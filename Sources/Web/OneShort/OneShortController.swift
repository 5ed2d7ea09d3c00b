import Courses
import Desk
import Hummingbird

/// Who lacks one session to complete a round, for its administrators, and of a group for its
/// leaders.
struct OneShortController: Sendable {
    let site: Site

    func add(to router: some RouterMethods<WebContext>) {
        router.get("/rounds/{round}/short", use: ofRound)
        router.get("/groups/{id}/short", use: ofGroup)
    }

    @Sendable private func ofRound(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        let reference = try context.parameters.get("round").orNotFound()
        let list = try await site.desk.oneShort(in: reference, as: try visitor.signedIn())
        return page(list, at: "/rounds/\(list.round.code)/short", visitor)
    }

    @Sendable private func ofGroup(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        let id = try Group.ID(context.parameters.get("id") ?? "").orNotFound()
        let list = try await site.desk.oneShort(ofGroup: id, as: try visitor.signedIn())
        return page(list, at: "/groups/\(id)/short", visitor)
    }

    private func page(_ list: OneShort, at address: String, _ visitor: Visitor) -> Response {
        site.respond(
            OneShortPage(
                layout: { site.layout(title: $0, for: visitor, at: address) }, visitor: visitor,
                list: list))
    }
}
