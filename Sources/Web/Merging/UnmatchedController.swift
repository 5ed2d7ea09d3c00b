import Courses
import Desk
import Hummingbird

/// Matching whom leaders added on the spot, for administrators.
struct UnmatchedController: Sendable {
    /// How many stand on the page.
    private static let limit = 50

    let site: Site

    func add(to router: some RouterMethods<WebContext>) {
        router.get("/people/unmatched", use: list)
        router.post("/people/unmatched/{person}/keep", use: keep)
        router.post("/people/keepings/{operation}/undo", use: undo)
    }

    @Sendable private func list(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        let actor = try visitor.signedIn()
        let query = request.uri.queryParameters
        let page = UnmatchedPage(
            layout: { site.layout(title: $0, for: visitor, at: "/people/unmatched") },
            visitor: visitor,
            unmatched: try await site.desk.unmatchedPeopleWithMatches(
                limit: Self.limit, as: actor),
            search: try await search(request, actor),
            kept: query["kept"].flatMap { OperationID(String($0)) })
        return site.respond(page)
    }

    private func search(_ request: Request, _ actor: Actor) async throws -> UnmatchedSearch? {
        let query = request.uri.queryParameters
        guard let person = query["person"].flatMap({ Person.ID(String($0)) }), let text = query["q"]
        else { return nil }
        let sought = String(text.prefix(200))
        guard !sought.allSatisfy(\.isWhitespace) else { return nil }
        return UnmatchedSearch(
            person: person, query: sought,
            found: try await site.desk.findPeople(sought, limit: 8, as: actor))
    }

    @Sendable private func keep(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let actor = try context.visitor.signedIn()
        _ = try await Form.read(request, of: context.visitor)
        let person = try Person.ID(context.parameters.get("person") ?? "").orNotFound()
        let operation = try await site.desk.keepPerson(person, as: actor)
        return site.redirect(to: "/people/unmatched?kept=\(operation)")
    }

    @Sendable private func undo(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let actor = try context.visitor.signedIn()
        _ = try await Form.read(request, of: context.visitor)
        try await site.desk.unkeepPerson(MergingController.operation(context), as: actor)
        return site.redirect(to: "/people/unmatched")
    }
}
