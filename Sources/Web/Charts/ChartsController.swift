import Courses
import Desk
import HTTPTypes
import Hummingbird
import Localisation
import Statistics

/// Figures as pictures, their numbers as files, and the whole on paper.
struct ChartsController: Sendable {
    let site: Site

    func add(to router: some RouterMethods<WebContext>) {
        router.get("/figures/charts", use: show)
        router.get("/figures/chart/{file}", use: file)
        router.get("/figures/report", use: report)
    }

    @Sendable private func show(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        let actor = try visitor.signedIn()
        let scope = try await site.figureScope(of: request, as: actor)
        let charts = try await site.desk.charts(
            Chart.Name.allCases, rounds: scope.codes, as: actor, visitor.localiser)
        var views = charts.map { chart in
            ChartView(chart, visitor, file: scope.address(Self.file(of: chart.name)))
        }
        if let attendance = try await attendance(request, scope, actor, visitor) {
            views.append(attendance)
        }
        return site.respond(
            ChartsPage(
                layout: { site.layout(title: $0, for: visitor, at: "/figures") },
                style: site.assets.chartStyle, visitor: visitor,
                asOf: WallClock.date(site.desk.clock.now()), scope: scope, charts: views))
    }

    private static func file(of name: Chart.Name) -> String {
        "/figures/chart/\(name.rawValue).csv"
    }

    // MARK: Of one group

    /// Nil for those who may read no register.
    private func attendance(
        _ request: Request, _ scope: FigureScope, _ actor: Actor, _ visitor: Visitor
    ) async throws -> ChartView? {
        let groups = try await groups(in: scope, actor)
        guard let group = chosen(request, among: groups) else { return nil }
        let chart = try await site.desk.attendanceChart(
            of: group.id, as: actor, visitor.localiser,
            name: { ShownName($0, visitor: visitor).first })
        let links = groups.map {
            RoundLink(
                href: scope.address("/figures/charts", group: $0.id) + "#chart-attendance",
                name: $0.name, isChosen: $0.id == group.id)
        }
        return ChartView(
            chart, visitor, file: scope.address(Self.file(of: .attendance), group: group.id),
            choice: links.count > 1
                ? RoundChoice(label: visitor.say(Message("figures.group")), links: links) : nil)
    }

    /// Of the round that is chosen, else of those under way.
    private func groups(in scope: FigureScope, _ actor: Actor) async throws -> [Group] {
        let rounds =
            scope.chosen.isEmpty ? scope.rounds.filter { $0.endedOn == nil } : scope.chosen
        return try await site.desk.groupsToTake(as: actor).filter { group in
            rounds.contains { $0.id == group.round }
        }
    }

    private func chosen(_ request: Request, among groups: [Group]) -> Group? {
        let asked = request.uri.queryParameters["group"].map(String.init)
        return groups.first { $0.id.description == asked } ?? groups.first
    }

    // MARK: Files

    @Sendable private func file(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        let actor = try visitor.signedIn()
        let asked = context.parameters.get("file") ?? ""
        guard asked.hasSuffix(".csv"), let name = Chart.Name(rawValue: String(asked.dropLast(4)))
        else { throw Refusal.notFound }
        let scope = try await site.figureScope(of: request, as: actor)
        let chart = try await chart(name, request, scope, actor, visitor)
        return try site.file(chart.report, named: name.rawValue, as: .csv)
    }

    private func chart(
        _ name: Chart.Name, _ request: Request, _ scope: FigureScope, _ actor: Actor,
        _ visitor: Visitor
    ) async throws -> Chart {
        if name == .attendance {
            let groups = try await groups(in: scope, actor)
            guard let group = chosen(request, among: groups) else { throw Refusal.notFound }
            return try await site.desk.attendanceChart(
                of: group.id, as: actor, visitor.localiser,
                name: { ShownName($0, visitor: visitor).first })
        }
        let charts = try await site.desk.charts(
            [name], rounds: scope.codes, as: actor, visitor.localiser)
        guard let chart = charts.first else { throw Refusal.notFound }
        return chart
    }

    // MARK: Paper

    @Sendable private func report(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        let actor = try visitor.signedIn()
        let scope = try await site.figureScope(of: request, as: actor)
        let charts = try await site.desk.charts(
            Chart.Name.allCases, rounds: scope.codes, as: actor, visitor.localiser)
        let total = try await site.desk.statistics(rounds: scope.codes, by: [], as: actor).total
        return site.respond(
            ReportPage(
                layout: { site.layout(title: $0, for: visitor, at: "/figures") },
                style: site.assets.chartStyle,
                pageStyle: site.assets.reportStyle(in: visitor.localiser.language),
                visitor: visitor, organisation: site.organisation.name, scope: scope,
                total: total, charts: charts))
    }
}
