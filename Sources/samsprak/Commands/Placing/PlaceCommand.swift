import ArgumentParser
import Courses
import Desk
import Localisation

/// Places people in a group, all or none.
struct PlaceCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "place",
        abstract: "Place one person or many in a group, all or none.",
        discussion: """
            Name people by id, in a file of ids (- is standard input), or take all who wait in \
            the group's round with --all-waiting, narrowed by --course-language.
            """)

    @Argument(help: "The people, by id.") var people: [Person.ID] = []
    @Option(help: "The group, by id, name or round/name.") var group: String
    @Option(help: "The first day of the place. (default: today)") var from: LocalDate?
    @Option(
        help: ArgumentHelp("A file with an id on each line.", valueName: "file"),
        completion: .file())
    var fromFile: String?
    @Flag(help: "Everybody who has applied or waits in the group's round.")
    var allWaiting = false
    @Option(
        help: """
            With --all-waiting, only those who wish a course in this language in the round or, \
            without a wish, can take one.
            """)
    var courseLanguage: String?
    @Option(help: "Why; needed to go over the group's rules.") var reason: String?
    @Flag(help: "Place in spite of the group's maximum, language or opening.")
    var inSpiteOfRules = false
    @OptionGroup var operation: OperationOptions
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let group = try await context.desk.group(group, as: context.actor)
        let people = try await people(for: group, context)
        guard !people.isEmpty else { throw CommandError.nobodyNamed }
        let applied = try await context.desk.place(
            PlaceRequest(
                people: people, group: group.id, from: from ?? context.today, reason: reason,
                inSpiteOfRules: inSpiteOfRules),
            as: context.actor, dryRun: operation.dryRun,
            basis: operation.basis)
        let message = Message(
            "command.placed",
            [
                "count": .number(people.count), "group": .text(group.name),
                "date": .date(applied.effectiveOn),
            ])
        return try await context.answer(applied, dryRun: operation.dryRun, message)
    }

    /// Each once, in the order given.
    private func people(
        for group: Group, _ context: CommandContext
    ) async throws -> [Person.ID] {
        var all = people
        if let fromFile { all += try Self.ids(fromFile) }
        if allWaiting { all += try await waiting(for: group, context) }
        var seen: Set<Person.ID> = []
        return all.filter { seen.insert($0).inserted }
    }

    private static func ids(_ path: String) throws -> [Person.ID] {
        try InputFile.text(path).split(whereSeparator: \.isWhitespace).map { word in
            guard let id = Person.ID(String(word)) else {
                throw CommandError.malformedID(String(word))
            }
            return id
        }
    }

    private func waiting(
        for group: Group, _ context: CommandContext
    ) async throws -> [Person.ID] {
        let round = group.round.description
        let wanted = try courseLanguage.map(Language.named)
        let rows = try await context.desk.enrolmentRows(in: round, as: context.actor)
        return rows.filter { row in
            row.standing.isWaiting && (wanted.map(row.languages.contains) ?? true)
        }.map(\.enrolment.person)
    }
}
