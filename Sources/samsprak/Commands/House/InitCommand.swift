import ArgumentParser
import Courses
import Desk
import Localisation

/// Sets a new database up.
struct InitCommand: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Make a new database with its key beside it, and the first administrator.",
        discussion: """
            On a terminal, what is not given is asked for. The key file is in no backup: keep a \
            copy of it elsewhere.
            """)

    @Option(help: "Start with a programme: parent-support.") var template: String?
    @Option(help: "The administrator's user name. (default: admin)") var user: String?
    @OptionGroup(title: "The administrator's name") var name: NameOptions
    @Option(help: "The municipality's code of four digits, such as 0428. (default: 0000)")
    var municipality: String?
    @Option(help: "The municipality's name.") var municipalityName: String?
    @Option(help: "The language of the administrator's pages. (default: sv)")
    var pageLanguage: String?
    @OptionGroup var password: PasswordOptions
    @OptionGroup var options: DatabaseOptions

    var output: OutputOptions { options.output }

    func run() async throws {
        let localiser = try output.localiser()
        let organisation = try organisation()
        let template = try template.map(ProgrammeTemplate.init(named:))
        let administrator = user ?? Self.ask("User name [admin]: ") ?? "admin"
        let desk = try await Desk.create(
            options.location, organisation: organisation, clock: .system)
        let context = CommandContext(
            desk: desk, actor: .commandOperator, localiser: localiser, clock: .system)
        let answer: Answer
        do {
            answer = try await fill(context, administrator, template)
        } catch {
            DatabaseFiles(location: options.location).remove()
            throw error
        }
        try Output.finish(answer, asJSON: output.json)
    }

    /// A database without an administrator would be of no use: whoever calls removes it when
    /// this fails.
    private func fill(
        _ context: CommandContext, _ administrator: String, _ template: ProgrammeTemplate?
    ) async throws -> Answer {
        try await template?.add(to: context)
        try await context.desk.addStandardReasons(as: context.actor)
        let grant = Grant(
            role: .administrator, scope: .organisation, from: context.today, until: nil)
        let added = try await context.addUser(
            administrator, name: name.personName, person: nil, pageLanguage: pageLanguage,
            grants: [grant], password: password)
        return Answer(
            json: added.json().with([
                "database": .string(options.location.path),
                "key": .string(options.location.keyPath),
                "programme": .described(template?.code),
            ]),
            text: made(context.localiser) + added.text())
    }

    private func organisation() throws(CommandError) -> Organisation {
        let text = municipality ?? Self.ask("Municipality's code, four digits [0000]: ") ?? "0000"
        let code = asciiDigits(text)
        guard code.utf8.count == 4, Int(digits: code) != nil else {
            throw .municipalityMalformed(text)
        }
        let name = municipalityName ?? Self.ask("Municipality's name [\(code)]: ") ?? code
        return Organisation(code: code, name: name, isDemo: false)
    }

    private func made(_ localiser: Localiser) -> String {
        let message = Message(
            "command.init.made",
            [
                "database": .text(options.location.path), "key": .text(options.location.keyPath),
            ])
        return localiser(message) + "\n"
    }

    /// Nil where nobody can be asked, and for an empty answer.
    private static func ask(_ prompt: String) -> String? {
        guard Output.isInputTerminal else { return nil }
        Output.writeError(prompt)
        return readLine().flatMap { $0.isEmpty ? nil : $0 }
    }
}
