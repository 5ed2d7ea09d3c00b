import Courses
import Desk
import Hummingbird

/// What was done in a round, as a story.
struct HistoryController: Sendable {
    let site: Site

    func add(to router: some RouterMethods<WebContext>) {
        router.get("/rounds/{round}/history", use: show)
    }

    @Sendable private func show(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        let actor = try visitor.signedIn()
        let reference = try context.parameters.get("round").orNotFound()
        let history = try await site.desk.history(of: reference, as: actor)
        let round = try await site.desk.round(reference, as: actor)
        let asked = request.uri.queryParameters["done"].flatMap { OperationID(String($0)) }
        let words = PastWords(history, of: round, visitor)
        let done = history.entries.first { $0.id == asked }
            .map { PastDone($0, words, back: .history) }
        let page = HistoryPage(
            layout: { site.layout(title: $0, for: visitor, at: "/rounds/\(round.code)/history") },
            visitor: visitor, round: round, history: history, done: done)
        return site.respond(page)
    }
}
