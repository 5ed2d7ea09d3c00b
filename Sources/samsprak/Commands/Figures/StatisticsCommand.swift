import ArgumentParser
import Courses
import Desk
import Localisation
import Statistics

/// Participation figures.
struct StatisticsCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "statistics",
        abstract: "Participation figures, broken down as you like.",
        discussion: """
            Live figures are internal. Unique participants don't add up over groups, months or \
            languages; the total counts each person once.
            """)

    @Option(parsing: .singleValue, help: "A round, by code or id; may be repeated. (default: all)")
    var round: [String] = []
    @Option(
        help: ArgumentHelp(
            "What to break down by, parted by commas.",
            valueName: "dimensions"))
    var by = DimensionsArgument(dimensions: [.round])
    @Flag(help: "Beside the term before, of the same programmes.")
    var compare = false
    @OptionGroup var narrowing: FilterOptions
    @OptionGroup var form: ReportOptions
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let filter = try narrowing.filter(rounds: round)
        guard !compare else { return try await comparison(filter, context) }
        let table = try await context.desk.statistics(
            filter: filter, by: by.dimensions, as: context.actor)
        let report = try await context.desk.report(
            of: table, as: context.actor, context.localiser)
        return try form.answer(
            report, json: table.json(context), lines: table.lines(context, report),
            asJSON: options.output.json)
    }

    private func comparison(
        _ filter: FiguresFilter, _ context: CommandContext
    ) async throws -> Answer {
        let compared = try await context.desk.comparison(
            filter: filter, each: [by.dimensions], as: context.actor)[0]
        let names = try await context.desk.figuresChoices(as: context.actor).names
        let report = compared.report(names, context.localiser)
        return try form.answer(
            report, json: compared.json(context), lines: compared.lines(context, report, names),
            asJSON: options.output.json)
    }
}

/// Dimensions parted by commas, each once.
struct DimensionsArgument: ExpressibleByArgument {
    let dimensions: [Dimension]

    init(dimensions: [Dimension]) {
        self.dimensions = dimensions
    }

    init?(argument: String) {
        var dimensions: [Dimension] = []
        for name in argument.split(separator: ",") {
            let word = name.filter { !$0.isWhitespace }
            let known = Dimension.allCases.first { $0.rawValue.lowercased() == word.lowercased() }
            guard let known, !dimensions.contains(known) else { return nil }
            dimensions.append(known)
        }
        self.dimensions = dimensions
    }

    static var allValueStrings: [String] { Dimension.allCases.map(\.rawValue) }

    var defaultValueDescription: String {
        dimensions.map(\.rawValue).joined(separator: ",")
    }
}
