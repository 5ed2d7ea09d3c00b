import ArgumentParser

/// Finding people, however their names were spelled, and making one of two.
struct PersonCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "person",
        abstract: "Find people however their names were spelled, and merge who is one person.",
        subcommands: [
            PersonFind.self, PersonCompare.self, PersonDuplicates.self, PersonMerge.self,
            PersonUnmatched.self, PersonKeep.self, PersonDistinct.self,
        ])
}
