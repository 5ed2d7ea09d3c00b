import ArgumentParser
import Courses
import Desk
import Localisation

struct PersonMerge: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Make two persons one, of whom the first is kept; undo makes them two again.",
        discussion: """
            What somebody knows to be one person is merged here, never by the machine. All that \
            stands in the way is named, and nothing is guessed.
            """)

    @Argument(help: "Whoever is kept, by id.") var kept: Person.ID
    @Argument(help: "Whose marks, enrolments and names become theirs, by id.") var other: Person.ID
    @Option(help: "Why.") var reason: String?
    @Flag(help: "Only say what would be done.") var dryRun = false
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let merged = try await context.desk.mergePeople(
            other, into: kept, reason: reason, as: context.actor, dryRun: dryRun)
        let message = Message(
            "merge.done", ["person": .text(context.name(merged.kept.name))])
        let lines =
            [context.localiser(message)]
            + (merged.effect.messages + merged.effect.warnings).map { "  " + context.localiser($0) }
        return Answer(
            json: merged.effect.json.with([
                "dryRun": .bool(dryRun),
                "operation": dryRun ? .null : .described(merged.operation),
                "kept": .described(merged.kept.id), "merged": .described(merged.other),
            ]),
            text: lines.joined(separator: "\n") + "\n"
                + context.operationLine(merged.operation, dryRun: dryRun))
    }
}

extension MergeEffect {
    fileprivate var json: JSON {
        [
            "marks": .number(marks), "becomeMember": .number(becomeMember),
            "stayGuest": .number(stayGuest),
            "enrolments": .list(enrolments), "joined": .list(joined),
            "places": .number(places), "parties": .number(parties), "staff": .number(staff),
            "names": .number(names),
            "identifiers": .number(identifiers), "externalIDs": .number(externalIDs),
            "contacts": .number(contacts), "filled": .list(filled.map(\.rawValue)),
        ]
    }
}
