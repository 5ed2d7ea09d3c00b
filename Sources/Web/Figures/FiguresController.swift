import Courses
import Desk
import Hummingbird
import Statistics

/// Participation figures by group and by language, for those inside the house who may read them.
struct FiguresController: Sendable {
    let site: Site

    func add(to router: some RouterMethods<WebContext>) {
        router.get("/figures", use: show)
    }

    @Sendable private func show(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        let actor = try visitor.signedIn()
        let rounds = try await site.desk.rounds(as: actor)
        let asked = request.uri.queryParameters["round"].map(String.init)
        let chosen = rounds.first { $0.code == asked }
        let named = chosen.map { [$0.code] } ?? []
        let page = FiguresPage(
            site: site, visitor: visitor,
            byGroup: try await site.desk.statistics(
                rounds: named, by: chosen == nil ? [.round, .group] : [.group], as: actor),
            byLanguage: try await site.desk.statistics(
                rounds: named, by: [.language], as: actor),
            rounds: rounds, chosen: chosen)
        return site.respond(page)
    }
}
