import Courses
import Desk
import HTTPTypes
import Hummingbird
import Statistics

/// Participation figures by group and by language, for those inside the house who may read them.
struct FiguresController: Sendable {
    let site: Site

    func add(to router: some RouterMethods<WebContext>) {
        router.get("/figures", use: show)
        router.get("/figures/table.csv", use: table)
        router.get("/figures/table.xlsx", use: table)
        router.get("/figures/county", use: county)
        router.get("/figures/county.csv", use: countyFile)
        router.get("/figures/county.xlsx", use: countyFile)
    }

    @Sendable private func show(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        let actor = try visitor.signedIn()
        let (rounds, chosen) = try await rounds(request, actor)
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

    /// All rounds, and the one that the address names.
    private func rounds(
        _ request: Request, _ actor: Actor
    ) async throws -> (all: [Round], chosen: Round?) {
        let rounds = try await site.desk.rounds(as: actor)
        let asked = request.uri.queryParameters["round"].map(String.init)
        return (rounds, rounds.first { $0.code == asked })
    }

    @Sendable private func county(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        let actor = try visitor.signedIn()
        let (rounds, chosen) = try await rounds(request, actor)
        let report = try await site.desk.countyReport(
            rounds: chosen.map { [$0.code] } ?? [], as: actor, visitor.localiser)
        return site.respond(
            CountyPage(
                layout: { site.layout(title: $0, for: visitor, at: "/figures") },
                visitor: visitor, report: report, rounds: rounds, chosen: chosen))
    }

    @Sendable private func countyFile(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        let actor = try visitor.signedIn()
        let (_, chosen) = try await rounds(request, actor)
        let report = try await site.desk.countyReport(
            rounds: chosen.map { [$0.code] } ?? [], as: actor, visitor.localiser)
        return try site.file(report, named: "lan", as: request.uri.path)
    }

    /// All measures by any dimensions.
    @Sendable private func table(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        let actor = try visitor.signedIn()
        let (_, chosen) = try await rounds(request, actor)
        let asked = request.uri.queryParameters["by"].map(String.init) ?? ""
        let dimensions = try asked.split(separator: ",").map { name in
            guard let dimension = Dimension(rawValue: String(name)) else {
                throw Refusal.notFound
            }
            return dimension
        }
        let named = chosen.map { [$0.code] } ?? []
        let table = try await site.desk.statistics(rounds: named, by: dimensions, as: actor)
        let report = try await site.desk.report(
            of: table, rounds: named, as: actor, visitor.localiser)
        return try site.file(report, named: "statistik", as: request.uri.path)
    }
}

extension Site {
    /// A report to be kept: CSV as Excel in Sweden opens it, or a workbook, by the path's end.
    fileprivate func file(
        _ report: Report, named name: String, as path: String
    ) throws -> Response {
        let isWorkbook = path.hasSuffix(".xlsx")
        let bytes =
            isWorkbook
            ? Array(try report.workbook()) : Array(report.csv(forExcel: true).utf8)
        let kind = isWorkbook ? "xlsx" : "csv"
        let rounds = report.stamp.rounds.map { "-" + $0 }.joined()
        let file = "samsprak-\(name)\(rounds)-\(report.stamp.asOf).\(kind)"
        return Response(
            status: .ok,
            headers: [
                .contentType: isWorkbook
                    ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                    : "text/csv; charset=utf-8",
                .contentDisposition: "attachment; filename=\"\(file)\"",
            ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
