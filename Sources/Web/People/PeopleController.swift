import Courses
import Desk
import Hummingbird

/// Finding people, for administrators.
struct PeopleController: Sendable {
    let site: Site

    func add(to router: some RouterMethods<WebContext>) {
        router.get("/people", use: search)
        router.get("/people/found", use: found)
        router.get("/people/duplicates", use: duplicates)
    }

    @Sendable private func search(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        let query = request.typed("q")
        let page = PeoplePage(
            layout: { site.layout(title: $0, for: visitor, at: "/people") },
            script: site.assets.searchScript, visitor: visitor, query: query,
            people: try await people(query, visitor))
        return site.respond(page)
    }

    /// What stands below the form, for the form's script.
    @Sendable private func found(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        let query = request.typed("q")
        let people = try await people(query, visitor)
        return site.respond(
            FoundPage(found: FoundList(people, query: query, visitor: visitor)))
    }

    private static func distinct(_ request: Request) -> (one: Person.ID, other: Person.ID)? {
        let query = request.uri.queryParameters
        guard let one = query["distinct"].flatMap({ Person.ID(String($0)) }),
            let other = query["from"].flatMap({ Person.ID(String($0)) })
        else { return nil }
        return (one, other)
    }

    private func people(_ query: String, _ visitor: Visitor) async throws -> [FoundPerson] {
        try await site.desk.findPeople(query, as: try visitor.signedIn())
    }

    @Sendable private func duplicates(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        let pairs = try await site.desk.likelyDuplicates(
            limit: 100, as: try visitor.signedIn())
        let page = DuplicatesPage(
            layout: { site.layout(title: $0, for: visitor, at: "/people/duplicates") },
            visitor: visitor, pairs: pairs, distinct: Self.distinct(request))
        return site.respond(page)
    }
}
