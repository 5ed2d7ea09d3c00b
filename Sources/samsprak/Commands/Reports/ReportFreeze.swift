import ArgumentParser
import Courses
import Desk
import Localisation
import Statistics

extension FrozenReport.Kind: ExpressibleByArgument {}

struct ReportFreeze: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "freeze",
        abstract: "Count, and keep what was counted for good: parameters, rules, rows and hash.",
        discussion: """
            A frozen report neither changes nor goes. `report show ID --format csv` gives its rows \
            byte for byte, and `sha256sum` of them its hash.
            """)

    @Argument(help: "county, or figures for all measures.") var kind: FrozenReport.Kind
    @Option(parsing: .singleValue, help: "A round, by code or id; may be repeated. (default: all)")
    var round: [String] = []
    @Option(
        help: ArgumentHelp(
            "Of figures: what to break down by, parted by commas.", valueName: "dimensions"))
    var by = DimensionsArgument(dimensions: [.round])
    @OptionGroup var narrowing: FilterOptions
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let report = try await context.desk.freezeReport(
            kind, filter: try narrowing.filter(rounds: round), by: by.dimensions,
            as: context.actor)
        return Answer(
            json: context.json(report),
            text: context.table([report]).text(context.localiser))
    }
}

struct ReportList: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the frozen reports.")

    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let reports = try await context.desk.reports(as: context.actor)
        return Answer(
            json: ["reports": .array(reports.map(context.json))],
            text: context.table(reports).text(context.localiser))
    }
}

struct ReportShow: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a frozen report as it was counted.",
        discussion: "As CSV, byte for byte what its hash was made of.")

    @Argument(help: "Its id.") var report: FrozenReport.ID
    @OptionGroup var form: ReportOptions
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let frozen = try await context.desk.report(report, as: context.actor)
        let names = try await context.desk.figuresChoices(as: context.actor).names
        let worded = try frozen.worded(context.localiser, names: names)
        return try form.answer(
            worded, json: worded.json, lines: worded.lines(context),
            csv: form.excel ? nil : String(decoding: frozen.content, as: UTF8.self),
            asJSON: options.output.json)
    }
}

struct ReportVerify: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Say of frozen reports whether they are what their hashes say.",
        discussion: "The exit code is 73 when one is not.")

    @Argument(help: "Their ids. (default: all)") var reports: [FrozenReport.ID] = []
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        var found: [FrozenReport] = []
        for id in reports { found.append(try await context.desk.report(id, as: context.actor)) }
        if reports.isEmpty { found = try await context.desk.reports(as: context.actor) }
        let table = Table(
            [
                .init(heading: Message("command.column.report")),
                .init(heading: Message("command.column.hash")),
                .init(heading: Message("command.column.result")),
            ],
            rows: found.map { report in
                [
                    report.id.description, report.hashText,
                    context.localiser(
                        report.isIntact
                            ? Message("command.doctor.well") : Message("report.isDamaged")),
                ]
            }, whenEmpty: Message("command.empty.reports"))
        return Answer(
            json: [
                "reports": .array(
                    found.map { report in
                        [
                            "report": .described(report.id), "hash": .string(report.hashText),
                            "intact": .bool(report.isIntact),
                        ]
                    })
            ],
            text: table.text(context.localiser),
            exitCode: found.allSatisfy(\.isIntact) ? .success : Failure.Kind.conflict.exitCode)
    }
}

extension CommandContext {
    func json(_ report: FrozenReport) -> JSON {
        [
            "report": .described(report.id), "kind": .string(report.parameters.kind.rawValue),
            "rounds": .list(report.parameters.rounds),
            "dimensions": .list(report.parameters.dimensions),
            "filter": .list(report.parameters.filter),
            "ruleVersion": .number(report.ruleVersion), "asOf": .described(report.asOf),
            "frozenAt": .described(report.frozenAt), "actor": .described(report.actor),
            "hash": .string(report.hashText), "restates": .described(report.restates),
        ]
    }

    func table(_ reports: [FrozenReport]) -> Table {
        Table(
            [
                .init(heading: Message("command.column.report")),
                .init(heading: Message("command.column.date")),
                .init(heading: Message("command.column.what")),
                .init(heading: Message("command.column.restates")),
                .init(heading: Message("command.column.hash")),
            ],
            rows: reports.map { report in
                let what =
                    report.parameters.kind == .county
                    ? Message("county.title") : Message("figures.title")
                return [
                    report.id.description, day(report.asOf), localiser(what),
                    report.restates?.description ?? "", report.hashText,
                ]
            }, whenEmpty: Message("command.empty.reports"))
    }
}
