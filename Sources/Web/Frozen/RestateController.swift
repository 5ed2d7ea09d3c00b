import Courses
import Desk
import Hummingbird

/// A frozen report counted anew: first what that would come to, then kept beside it.
struct RestateController: Sendable {
    let site: Site

    func add(to router: some RouterMethods<WebContext>) {
        router.get("/figures/frozen/{report}/restate", use: show)
        router.post("/figures/frozen/{report}/restate", use: restate)
    }

    @Sendable private func show(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        let actor = try visitor.signedIn()
        let report = try await site.frozenReport(context, as: actor)
        let recount = try await site.desk.recount(report.id, as: actor)
        return site.respond(
            RestatePage(
                layout: {
                    site.layout(
                        title: $0, for: visitor, at: "/figures/frozen/\(report.id)/restate")
                }, visitor: visitor, report: report, recount: recount,
                book: try await site.desk.reportBook(as: actor),
                newID: Entropy.system.identifier()))
    }

    @Sendable private func restate(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let actor = try context.visitor.signedIn()
        let form = try await Form.read(request, of: context.visitor)
        let report = try await site.frozenReport(context, as: actor)
        let restatement = try await site.desk.restate(
            report.id, newID: form.string("report").flatMap { FrozenReport.ID($0) }, as: actor)
        return site.redirect(to: "/figures/frozen/\(restatement.restated.id)")
    }
}
