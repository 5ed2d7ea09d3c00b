import Courses
import Desk
import Hummingbird
import Localisation
import Statistics

/// Reports that stand still: the list, each as it was counted, and freezing what figures say now.
struct FrozenController: Sendable {
    let site: Site

    func add(to router: some RouterMethods<WebContext>) {
        router.get("/figures/frozen", use: list)
        router.post("/figures/frozen", use: freeze)
        router.get("/figures/frozen/{report}", use: show)
        for kind in ["csv", "xlsx", "json"] {
            router.get("/figures/frozen/{report}/table.\(kind)", use: file)
        }
    }

    @Sendable private func list(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        let book = try await site.desk.reportBook(as: try visitor.signedIn())
        return site.respond(
            FrozenListPage(
                layout: { site.layout(title: $0, for: visitor, at: "/figures/frozen") },
                visitor: visitor, book: book))
    }

    /// The address says what figures are narrowed to, as everywhere.
    @Sendable private func freeze(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let actor = try context.visitor.signedIn()
        let form = try await Form.read(request, of: context.visitor)
        let filter = try FiguresQuestion(request).filter
        guard let what = form.string(FreezeForm.field) else { throw Refusal.malformed }
        let kind = FrozenReport.Kind(rawValue: what) ?? .figures
        let report = try await Refusal.asked {
            try await site.desk.freezeReport(
                kind, filter: filter, by: kind == .figures ? try Dimension.list(asked: what) : [],
                id: form.string("report").flatMap { FrozenReport.ID($0) }, as: actor)
        }
        return site.redirect(to: "/figures/frozen/\(report.id)")
    }

    @Sendable private func show(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        let actor = try visitor.signedIn()
        let report = try await site.frozenReport(context, as: actor)
        let book = try await site.desk.reportBook(as: actor)
        let isComparable = report.isIntact && book.report(report.restates)?.isIntact ?? false
        let recount =
            isComparable ? try await site.desk.restatement(report.id, as: actor).recount : nil
        return site.respond(
            FrozenPage(
                layout: {
                    site.layout(title: $0, for: visitor, at: "/figures/frozen/\(report.id)")
                }, style: site.assets.chartStyle,
                pageStyle: site.assets.reportStyle(in: visitor.localiser.language),
                visitor: visitor, report: report, book: book, recount: recount))
    }

    /// CSV is what the hash was made of, byte for byte.
    @Sendable private func file(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        let actor = try visitor.signedIn()
        let report = try await site.frozenReport(context, as: actor)
        let names = try await site.desk.figuresChoices(as: actor).names
        return try site.file(
            try report.worded(visitor.localiser, names: names), named: "fryst-\(report.id)",
            as: FileKind(of: request.uri.path), list: report.content)
    }
}

extension Site {
    /// The report that the address names.
    func frozenReport(_ context: WebContext, as actor: Actor) async throws -> FrozenReport {
        let id = try FrozenReport.ID(context.parameters.get("report") ?? "").orNotFound()
        return try await desk.report(id, as: actor)
    }
}
