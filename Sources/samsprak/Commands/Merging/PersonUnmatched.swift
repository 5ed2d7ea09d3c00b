import ArgumentParser
import Courses
import Desk
import Localisation

struct PersonUnmatched: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "unmatched",
        abstract: "List whom leaders added on the spot, with who that may be and why.",
        discussion: """
            Match somebody with `person merge KNOWN ADDED`, or keep them as a person of their own \
            with `person keep ADDED`.
            """)

    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let people = try await context.desk.unmatchedPeopleWithMatches(as: context.actor)
            .people
        let columns: [Table.Column] = [
            .init(heading: Message("command.column.id")),
            .init(heading: Message("command.column.person")),
            .init(heading: Message("command.column.marks"), isNumeric: true),
            .init(heading: Message("command.column.id")),
            .init(heading: Message("command.column.mayBe")),
            .init(heading: Message("command.column.reason")),
        ]
        return Answer(
            json: ["unmatched": .array(people.map { json($0, context) })],
            text: Table(
                columns, rows: people.flatMap { rows($0, context) },
                whenEmpty: Message("unmatched.empty")
            ).text(context.localiser))
    }

    private func json(_ unmatched: UnmatchedPerson, _ context: CommandContext) -> JSON {
        context.json(unmatched.person).with([
            "marks": .number(unmatched.marks),
            "session": .described(unmatched.meeting?.session),
            "date": .described(unmatched.meeting?.date),
            "groups": .list(unmatched.meeting?.groups ?? []),
            "likely": .array(unmatched.likely.map { context.json($0) }),
        ])
    }

    /// One line for each who is likely; one without, for somebody like nobody.
    private func rows(_ unmatched: UnmatchedPerson, _ context: CommandContext) -> [[String]] {
        let first = [
            unmatched.person.id.description, context.name(unmatched.person.name),
            context.localiser.number(unmatched.marks),
        ]
        guard !unmatched.likely.isEmpty else { return [first + ["", "", ""]] }
        return unmatched.likely.enumerated().map { index, found in
            (index == 0 ? first : ["", "", ""]) + [
                found.id.description,
                [context.name(found.name), found.birthYear.map(String.init) ?? ""]
                    .filter { !$0.isEmpty }.joined(separator: " "),
                context.localiser.line(found.match.messages.map { context.localiser($0) }),
            ]
        }
    }
}

struct PersonKeep: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "keep",
        abstract: "Keep somebody whom a leader added on the spot as a person of their own.")

    @Argument(help: "The person, by id.") var person: Person.ID
    @Flag(help: "Only say what would be done.") var dryRun = false
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let operation = try await context.desk.keepPerson(
            person, as: context.actor, dryRun: dryRun)
        let kept = try await context.desk.person(person, as: context.actor)
        let message = Message("unmatched.kept", ["person": .text(context.name(kept.name))])
        return Answer(
            json: [
                "dryRun": .bool(dryRun), "operation": dryRun ? .null : .described(operation),
                "person": .described(person),
            ],
            text: context.localiser(message) + "\n"
                + context.operationLine(operation, dryRun: dryRun))
    }
}

struct PersonDistinct: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "distinct",
        abstract: "Say that two people are not the same, so that they are not suggested again.")

    @Argument(help: "One person, by id.") var one: Person.ID
    @Argument(help: "The other, by id.") var other: Person.ID
    @Flag(help: "Take it back.") var end = false
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        try await context.desk.distinguish(one, from: other, ended: end, as: context.actor)
        let message = end ? Message("merge.distinctEnded") : Message("merge.distinct")
        return Answer(
            json: [
                "people": .list([one, other]), "distinct": .bool(!end),
            ],
            text: context.localiser(message) + "\n")
    }
}
