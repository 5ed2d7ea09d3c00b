import Courses
import Desk
import Hummingbird
import Localisation

/// Enrols the people of pasted rows by the import: shown first, then taken in.
struct PasteController: Sendable {
    let site: Site

    /// Letters outside ASCII are sent as six or nine bytes each.
    private static let limit = 8 * 1024 * 1024

    func add(to router: some RouterMethods<WebContext>) {
        router.get("/rounds/{round}/enrolment/paste", use: show)
        router.post("/rounds/{round}/enrolment/paste", use: paste)
    }

    @Sendable private func show(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        let (book, actor) = try await site.enrolments(context)
        // Says now, and not when all is pasted, who may not.
        try Policy.require(actor, .importPeople, on: .organisation, date: book.today)
        let page = PastePage(
            layout: { site.layout(title: $0, for: visitor, at: book.address) },
            visitor: visitor, round: book.round, pasted: "", report: nil, shown: nil, done: nil)
        return site.respond(page)
    }

    /// Takes in what was checked, and checks anything else.
    @Sendable private func paste(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        let (book, actor) = try await site.enrolments(context)
        let form = try await Form.read(request, of: visitor, upTo: Self.limit)
        let pasted = form["rows"] ?? ""
        let digest = ActID(contentOf: pasted).description
        let isTrial = form["import"] == nil || form["shown"] != digest
        let report = try await site.desk.importParticipants(
            Array(pasted.utf8),
            options: ImportOptions(
                round: book.round.id.description, encoding: .utf8, dryRun: isTrial),
            as: actor)
        var done: PastDone?
        if let operation = report.operation {
            done = try await site.done(
                operation, in: book.round, letters: nil, back: .list, visitor, actor)
        }
        let page = PastePage(
            layout: { site.layout(title: $0, for: visitor, at: book.address) },
            visitor: visitor, round: book.round, pasted: pasted, report: report,
            shown: isTrial && report.refused == nil ? digest : nil, done: done)
        return site.respond(page)
    }
}
