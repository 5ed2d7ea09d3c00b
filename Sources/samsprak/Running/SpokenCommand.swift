import ArgumentParser

/// A command that answers in a language, as a table or as JSON.
protocol SpokenCommand: AsyncParsableCommand {
    var output: OutputOptions { get }
}

/// A command that works on a database.
protocol DeskCommand: SpokenCommand {
    var options: DatabaseOptions { get }

    func run(in context: CommandContext) async throws -> Answer
}

extension DeskCommand {
    var output: OutputOptions { options.output }

    func run() async throws {
        let context = try await CommandContext.open(options)
        try Output.finish(await run(in: context), asJSON: output.json)
    }
}
