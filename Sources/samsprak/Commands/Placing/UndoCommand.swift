import ArgumentParser
import Courses
import Desk
import Localisation

/// Voids an operation and all that it wrote.
struct UndoCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo",
        abstract: "Undo an operation: an import, a placing, a merge and the like.")

    @Argument(help: "The operation's id, as it was printed when it was done.")
    var operation: OperationID
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let undo = try await context.desk.undo(operation, as: context.actor)
        let message = Message(
            "command.undone", ["id": .text(operation.description)])
        return Answer(
            json: ["operation": .described(undo), "undone": .described(operation)],
            text: context.localiser(message) + "\n")
    }
}
