import ArgumentParser

/// Finding people, however their names were spelled.
struct PersonCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "person",
        abstract: "Find people however their names were spelled, and compare names.",
        subcommands: [PersonFind.self, PersonCompare.self, PersonDuplicates.self])
}
