import ArgumentParser
import Courses
import Desk
import Localisation

/// Moves some people of a group into another, or into a new one.
struct SplitCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "split",
        abstract: "Move some people of a group into another, or into a new one.",
        discussion: """
            --into names a group that there is, --into-new one that is opened with the languages \
            and rules of the group that is split; with --copy-plan it gets its coming sessions too.
            """)

    @Argument(help: "The people, by id.") var people: [Person.ID]
    @Option(help: "The group they leave, by id, name or round/name.") var from: String
    @Option(help: "The group they go on in, by id, name or round/name.") var into: String?
    @Option(help: "The name of a new group to go on in.") var intoNew: String?
    @OptionGroup(title: "When the new group meets") var slot: SlotOptions
    @Option(help: "Where the new group meets.") var venue: String?
    @Flag(help: "The new group gets the coming sessions too, with their numbers.")
    var copyPlan = false
    @Option(help: "The first day apart. (default: today)") var on: LocalDate?
    @Option(help: "Why; needed to go over the group's rules.") var reason: String?
    @Flag(help: "Split in spite of the group's maximum, language or opening.")
    var inSpiteOfRules = false
    @OptionGroup var operation: OperationOptions
    @OptionGroup var options: DatabaseOptions

    func validate() throws {
        guard (into == nil) != (intoNew == nil) else { throw UsageError.splitTarget }
    }

    func run(in context: CommandContext) async throws -> Answer {
        let group = try await context.desk.group(from, as: context.actor)
        let applied = try await context.desk.split(
            SplitRequest(
                people: people, group: group.id, target: try await target(group, context),
                on: on ?? context.today, copiesPlan: copyPlan, reason: reason,
                inSpiteOfRules: inSpiteOfRules),
            as: context.actor, dryRun: operation.dryRun, basis: operation.basis)
        let message = Message(
            "command.transferredMany",
            [
                "count": .number(applied.people.count),
                "group": .text(applied.groups.last?.name ?? ""),
                "date": .date(applied.effectiveOn),
            ])
        return try await context.answer(applied, dryRun: operation.dryRun, message)
    }

    private func target(
        _ group: Group, _ context: CommandContext
    ) async throws -> SplitRequest.Target {
        if let into {
            return .group(try await context.desk.group(into, as: context.actor).id)
        }
        return .new(
            NewGroup(
                name: intoNew ?? "", round: group.round.description, languages: group.languages,
                delivery: group.delivery, minimum: group.size.minimum,
                maximum: group.size.maximum, openTo: group.openTo,
                childcarePlaces: group.childcarePlaces, venue: venue, slot: try slot.slot()))
    }
}
