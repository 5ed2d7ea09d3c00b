import ArgumentParser
import Courses
import Desk
import Localisation

struct ProgrammeAdd: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add a programme.")

    @Argument(help: "Its code: 1 to 40 of a–z, digits and hyphens, such as parent-support.")
    var code: String
    @Option(help: "Its name.") var name: String
    @Option(help: "How many sessions each group is to have, 1 to 60.")
    var sessions: WholeNumber
    @Option(help: "A session's length in minutes.") var minutes = WholeNumber(120)
    @Option(help: "How many attended sessions complete the course.")
    var threshold: WholeNumber
    @Option(help: "Minutes that make one study hour.") var studyHour = WholeNumber(45)
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let rules = CourseRules(
            sessions: sessions.value, sessionMinutes: minutes.value,
            completionThreshold: threshold.value, studyHourMinutes: studyHour.value)
        let programme = try await context.desk.addProgramme(
            code: code, name: name, rules: rules, as: context.actor)
        return Answer(json: programme.json, text: context.added(programme.name, programme.code))
    }
}

extension CommandContext {
    /// Says that something was added, and by what to call it from now on.
    func added(_ name: String, _ reference: some CustomStringConvertible) -> String {
        localiser(
            Message(
                "command.added", ["name": .text(name), "reference": .text(reference.description)])
        ) + "\n"
    }
}
