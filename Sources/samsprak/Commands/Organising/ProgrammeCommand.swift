import ArgumentParser

/// Kinds of courses.
struct ProgrammeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "programme",
        abstract: "Kinds of courses, with the rules that their rounds copy.",
        subcommands: [
            ProgrammeAdd.self, ProgrammeList.self, ProgrammeShow.self,
            ProgrammeChangeCommand.self,
        ])
}
