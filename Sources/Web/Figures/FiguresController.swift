import Courses
import Desk
import HTTPTypes
import Hummingbird
import Statistics

/// Participation figures by anything and of anything, for those inside the house who may read
/// them.
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
        let asked = try FiguresQuestion(request)
        let choices = try await site.desk.figuresChoices(as: actor)
        let question = try asked.resolved(choices)
        let breakdowns = question.breakdowns(choices.rounds)
        let compared =
            question.compares
            ? try await site.desk.comparison(
                filter: question.filter, each: breakdowns, as: actor) : []
        let tables =
            question.compares
            ? compared.map(\.table)
            : try await site.desk.statistics(
                filter: question.filter, each: breakdowns, as: actor)
        return site.respond(
            FiguresPage(
                layout: { site.layout(title: $0, for: visitor, at: question.address("/figures")) },
                visitor: visitor, tables: tables, compared: compared, question: question,
                choices: choices, seesFrozen: site.desk.mayReadReports(actor),
                freeze: site.freezeForm(
                    tables.first?.filter ?? question.filter, tables.map(\.dimensions), choices,
                    visitor, actor, compares: question.compares),
                rowsRight: FigureRowsRight(actor, choices, on: site.desk.today)))
    }

    @Sendable private func county(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        let actor = try visitor.signedIn()
        let asked = try FiguresQuestion(request)
        let choices = try await site.desk.figuresChoices(as: actor)
        let question = try asked.resolved(choices)
        let report = try await countyReport(question, visitor, actor)
        return site.respond(
            CountyPage(
                layout: {
                    site.layout(title: $0, for: visitor, at: question.address("/figures/county"))
                },
                visitor: visitor, report: report, rounds: choices.rounds, question: question,
                freeze: site.freezeForm(report.stamp.whole, [], choices, visitor, actor)))
    }

    @Sendable private func countyFile(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        let report = try await countyReport(
            try FiguresQuestion(request), visitor, try visitor.signedIn())
        return try site.file(report, named: "lan", as: FileKind(of: request.uri.path))
    }

    private func countyReport(
        _ question: FiguresQuestion, _ visitor: Visitor, _ actor: Actor
    ) async throws -> Report {
        try await Refusal.asked {
            try await site.desk.countyReport(
                filter: question.filter, as: actor, visitor.localiser)
        }
    }

    /// All measures by any dimensions.
    @Sendable private func table(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        let actor = try visitor.signedIn()
        let question = try FiguresQuestion(request)
        let report = try await Refusal.asked {
            guard question.compares else {
                let table = try await site.desk.statistics(
                    filter: question.filter, by: question.by, as: actor)
                return try await site.desk.report(of: table, as: actor, visitor.localiser)
            }
            let compared = try await site.desk.comparison(
                filter: question.filter, each: [question.by], as: actor)
            let names = try await site.desk.figuresChoices(as: actor).names
            return compared[0].report(names, visitor.localiser)
        }
        return try site.file(report, named: "statistik", as: FileKind(of: request.uri.path))
    }
}

extension FiguresQuestion {
    /// - Throws: `Refusal.unknownValue`.
    func resolved(_ choices: FiguresChoices) throws -> FiguresQuestion {
        FiguresQuestion(
            by: by, filter: try Refusal.asked { try choices.resolved(filter) }, compares: compares)
    }

    /// What was asked for; where nothing was, by group and by language.
    func breakdowns(_ rounds: [Round]) -> [[Dimension]] {
        guard by.isEmpty else { return [by] }
        return [round(among: rounds) == nil ? [.round, .group] : [.group], [.language]]
    }
}
