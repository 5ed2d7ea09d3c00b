import Courses
import Desk
import HTTPTypes
import Hummingbird
import Statistics

/// The rows behind a number, for those who may see everybody whom it counts; each opening is
/// recorded, and nothing keeps the page.
struct FigureRowsController: Sendable {
    let site: Site

    func add(to router: some RouterMethods<WebContext>) {
        router.get("/figures/rows", use: show)
        router.get("/figures/rows.csv", use: file)
    }

    @Sendable private func show(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        let question = try RowsQuestion(request)
        let rows = try await rows(question, page: question.page, visitor)
        return site.respond(
            FigureRowsPage(
                layout: { site.layout(title: $0, for: visitor, at: question.address()) },
                visitor: visitor, rows: rows, question: question),
            headers: [.cacheControl: "no-store"])
    }

    @Sendable private func file(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        let question = try RowsQuestion(request)
        let rows = try await rows(question, page: nil, visitor)
        var response = try site.file(
            rows.report(visitor.localiser), named: "rader-\(rows.number.code)",
            as: .csv)
        response.headers[.cacheControl] = "no-store"
        return response
    }

    private func rows(
        _ question: RowsQuestion, page: Int?, _ visitor: Visitor
    ) async throws -> FigureRows {
        let actor = try visitor.signedIn()
        return try await Refusal.asked {
            try await site.desk.figureRows(
                behind: question.number, filter: question.table.filter, key: question.key,
                page: page, as: actor, visitor.localiser
            ) { ShownName($0, visitor: visitor).first }
        }
    }
}
