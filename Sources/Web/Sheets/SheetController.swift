import Courses
import Desk
import Hummingbird

/// Attendance sheets for A4: of a session, a group's round, or a month of it.
struct SheetController: Sendable {
    let site: Site

    func add(to router: some RouterMethods<WebContext>) {
        router.get("/sessions/{id}/sheet", use: ofSession)
        router.get("/groups/{id}/sheet", use: ofGroup)
    }

    @Sendable private func ofSession(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        let id = try Session.ID(context.parameters.get("id") ?? "").orNotFound()
        let sheet = try await site.desk.sheet(of: id, as: try visitor.signedIn())
        let address = "/sessions/\(id)"
        let page = SheetPage(
            layout: { site.layout(title: $0, for: visitor, at: address + "/sheet") },
            style: site.assets.sheetStyle, visitor: visitor, sheet: sheet,
            organisation: site.organisation.name, choice: choice(request, address, isGroup: false))
        return site.respond(page)
    }

    @Sendable private func ofGroup(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        let id = try Group.ID(context.parameters.get("id") ?? "").orNotFound()
        let sheet = try await site.desk.sheet(of: id, as: try visitor.signedIn())
        let address = "/groups/\(id)"
        let page = SheetPage(
            layout: { site.layout(title: $0, for: visitor, at: address + "/sheet") },
            style: site.assets.sheetStyle, visitor: visitor, sheet: sheet,
            organisation: site.organisation.name, choice: choice(request, address, isGroup: true))
        return site.respond(page)
    }

    private func choice(_ request: Request, _ address: String, isGroup: Bool) -> SheetChoice {
        let asked = request.uri.queryParameters
        return SheetChoice(
            address: address, isOfGroup: isGroup,
            month: isGroup ? asked["month"].flatMap { SheetMonth(String($0)) } : nil,
            showsMarks: asked["marks"] != nil, isEvidence: asked["list"] != nil)
    }
}
