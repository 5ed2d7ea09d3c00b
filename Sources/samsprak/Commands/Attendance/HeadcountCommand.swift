import ArgumentParser
import Courses
import Desk
import Localisation

/// How many people without names were there.
struct HeadcountCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "headcount",
        abstract: "Say how many people without names were at a session, in all.")

    @Argument(help: "The session, by id or group/number.") var session: String
    @Argument(help: "Who: guest, childcare, visitor or a category of your own.")
    var category: String
    @Argument(help: "How many; a later count replaces an earlier one.") var count: WholeNumber
    @Option(help: "Only those who speak this language.") var courseLanguage: String?
    @Option(help: "Only women or men.") var gender: Gender?
    @Option(help: "Only of this age, such as 0-6.") var ageBand: String?
    @Option(help: "Why; needed after the list was signed.") var reason: String?
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let key = HeadcountKey(
            category: category, language: try courseLanguage.map(Language.named), gender: gender,
            ageBand: ageBand)
        let register = try await context.register(session)
        let known = register.headcounts.first { $0.key == key }?.version ?? 0
        return try await context.record(
            .headcount(key, count: count.value, base: known, reason: reason),
            at: register.session.session.id)
    }
}
