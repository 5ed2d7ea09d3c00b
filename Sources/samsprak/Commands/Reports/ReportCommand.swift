import ArgumentParser
import Courses
import Desk
import Localisation
import Statistics

/// Tables in the form in which others ask for them.
struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Tables in the form in which others ask for them.",
        subcommands: [
            ReportCounty.self, ReportFreeze.self, ReportList.self, ReportShow.self,
            ReportVerify.self, ReportRestate.self,
        ])
}

struct ReportCounty: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "county",
        abstract: "The standard table for the county: rounds by language.",
        discussion: """
            Women, men and people of unknown gender are different people among the participations; \
            over languages and rounds they don't add up. Live figures are internal.
            """)

    @Option(parsing: .singleValue, help: "A round, by code or id; may be repeated. (default: all)")
    var round: [String] = []
    @OptionGroup var narrowing: FilterOptions
    @OptionGroup var form: ReportOptions
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let report = try await context.desk.countyReport(
            filter: try narrowing.filter(rounds: round), as: context.actor, context.localiser)
        return try form.answer(
            report, json: report.json, lines: report.lines(context),
            asJSON: options.output.json)
    }
}
