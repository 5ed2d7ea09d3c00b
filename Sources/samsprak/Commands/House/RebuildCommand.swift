import ArgumentParser
import Courses
import Desk
import Localisation

/// Derives anew what is kept so that figures are quick.
struct RebuildCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebuild",
        abstract: "Make anew what is kept so that figures are quick.",
        discussion: """
            Everything of it follows from the rest of the database, which stays as it is. doctor \
            tells whether there is need.
            """)

    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let faults = try await context.desk.rebuildKept(as: context.actor)
        return Answer(
            json: ["mended": .number(faults)],
            text: context.localiser(
                Message("command.rebuild.done", ["count": .number(faults)])) + "\n")
    }
}
