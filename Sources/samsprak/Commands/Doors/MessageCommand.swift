import ArgumentParser
import Courses
import Localisation

/// Questions about messages.
struct MessageCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "message",
        abstract: "Say a message of the catalogues, or tell a number's plural category.",
        usage: """
            samsprak message KEY --language LANGUAGE [--argument NAME=VALUE ...] [--json]
            samsprak message plural NUMBER --language LANGUAGE [--json]
            """,
        subcommands: [MessageSay.self, MessagePlural.self],
        defaultSubcommand: MessageSay.self)
}

struct MessageSay: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "say", abstract: "Say a message of the catalogues.")

    @Argument(help: "The message's key, such as register.saved.") var key: String
    @Option(
        parsing: .singleValue,
        help: ArgumentHelp("A value that the message names.", valueName: "name=value"))
    var argument: [String] = []
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let answer = try TextDoors.message(
            key, language: output.localiser().language.rawValue, arguments: argument)
        try Output.finish(
            Answer(json: ["text": .string(answer.text)], text: answer.text + "\n"),
            asJSON: output.json)
    }
}

struct MessagePlural: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "plural", abstract: "Tell the plural category of a number as written.")

    @Argument(help: "The number, in any digits; 1.0 may differ from 1.") var number: String
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let answer = try TextDoors.plural(
            number, language: output.localiser().language.rawValue)
        try Output.finish(
            Answer(
                json: ["category": .string(answer.category)], text: answer.category + "\n"),
            asJSON: output.json)
    }
}
