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
    @OptionGroup var how: OperationOptions
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let undo = try await context.desk.undo(
            operation, as: context.actor, dryRun: how.dryRun, basis: how.basis)
        let message = Message(
            "command.undone", ["id": .text(operation.description)])
        let answer = try await context.answer(undo, dryRun: how.dryRun, message)
        return Answer(
            json: answer.json().with(["undone": .described(operation)]),
            text: answer.text())
    }
}
