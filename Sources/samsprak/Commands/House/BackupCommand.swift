import ArgumentParser
import Courses
import Desk
import Localisation

/// Copies the database while it serves.
struct BackupCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy the database, also while it serves.",
        discussion: "The key is not in the copy: keep it elsewhere, or the copy opens for nobody.")

    @Argument(help: "The new file.", completion: .file()) var file: String
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        try await context.desk.backUp(to: file, as: context.actor)
        let message = Message(
            "command.backup",
            ["file": .text(file), "key": .text(options.location.keyPath)])
        return Answer(
            json: ["backup": .string(file), "database": .string(options.location.path)],
            text: context.localiser(message) + "\n")
    }
}

/// Puts a backup in the database's place.
struct RestoreCommand: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Put a backup in the database's place, once it has been checked.",
        discussion: "Stop the service first. The database that was there is set aside, not deleted."
    )

    @Argument(help: "The backup.", completion: .file()) var file: String
    @OptionGroup var options: DatabaseOptions

    var output: OutputOptions { options.output }

    func run() async throws {
        let localiser = try output.localiser()
        let earlier = try await Desk.restore(from: file, to: options.location, clock: .system)
        let database = options.location.path
        let message =
            earlier.map { earlier in
                Message(
                    "command.restored",
                    ["database": .text(database), "earlier": .text(earlier)])
            } ?? Message("command.restoredNew", ["database": .text(database)])
        try Output.finish(
            Answer(
                json: ["database": .string(database), "earlier": .described(earlier)],
                text: localiser(message) + "\n"),
            asJSON: output.json)
    }
}
