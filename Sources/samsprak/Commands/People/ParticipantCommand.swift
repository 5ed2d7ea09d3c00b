import ArgumentParser
import Courses
import Desk
import Localisation

/// People who take part, or wait to.
struct ParticipantCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "participant",
        abstract: "People who take part, or wait to.",
        subcommands: [
            ParticipantAdd.self, ParticipantList.self, ParticipantShow.self,
            ParticipantProtect.self,
        ])
}

struct ParticipantList: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List everybody but staff, or everybody in a round.")

    @Option(help: "The round's code or id.") var round: String?
    @Flag(help: "Those whom leaders added on the spot and whom nobody has matched yet.")
    var unmatched = false
    @OptionGroup var options: DatabaseOptions

    func validate() throws {
        guard round == nil || !unmatched else {
            throw UsageError.oneOf(["--round", "--unmatched"])
        }
    }

    func run(in context: CommandContext) async throws -> Answer {
        let staff = try await staff(context)
        let people =
            try await unmatched
            ? context.desk.unmatchedPeople(as: context.actor)
            : context.desk.people(in: round, as: context.actor).filter { !staff.contains($0.id) }
        let steps = try await steps(context)
        let columns: [Table.Column] = [
            .init(heading: Message("command.column.id")),
            .init(heading: Message("command.column.person")),
            .init(heading: Message("command.column.nativeName")),
            .init(heading: Message("command.column.gender")),
            .init(heading: Message("command.column.languages")),
        ]
        let step: [Table.Column] =
            round == nil ? [] : [.init(heading: Message("command.column.step"))]
        let rows = people.map { person in
            [
                person.id.description, context.name(person.name), person.name.secondary ?? "",
                context.word(person.gender), context.languages(person.courseLanguages),
            ] + (round == nil ? [] : [steps[person.id].map { context.word($0) } ?? ""])
        }
        return Answer(
            json: [
                "participants": .array(
                    people.map { person in
                        guard round != nil else { return context.json(person) }
                        return context.json(person).with([
                            "step": .described(steps[person.id]?.rawValue)
                        ])
                    })
            ],
            text: Table(
                columns + step, rows: rows, whenEmpty: Message("command.empty.participants")
            ).text(context.localiser))
    }

    /// Users who are in no round; empty where a round is asked for.
    private func staff(_ context: CommandContext) async throws -> Set<Person.ID> {
        guard round == nil else { return [] }
        var staff = Set(try await context.desk.accounts(as: context.actor).map(\.person))
        for round in try await context.desk.rounds(as: context.actor) where !staff.isEmpty {
            let enrolments = try await context.desk.enrolments(
                in: round.id.description, as: context.actor)
            staff.subtract(enrolments.map(\.enrolment.person))
        }
        return staff
    }

    private func steps(_ context: CommandContext) async throws -> [Person.ID: EnrolmentStep] {
        guard let round else { return [:] }
        let enrolments = try await context.desk.enrolments(in: round, as: context.actor)
        return Dictionary(
            enrolments.map { ($0.enrolment.person, $0.step(holdingOn: context.today).step) }
        ) {
            $1
        }
    }
}

struct ParticipantProtect: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "protect",
        abstract: "Put somebody under protection from today: from then on an alias stands in.")

    @Argument(help: "The person's id.") var person: Person.ID
    @Option(help: "How strongly the Tax Agency protects their data.")
    var level = ProtectionLevel.sekretessmarkering
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        try await context.desk.protect(person, level: level, as: context.actor)
        let protected = try await context.desk.person(person, as: context.actor)
        let message = Message(
            "command.protected", ["alias": .text(context.name(protected.name))])
        return Answer(
            json: context.json(protected), text: context.localiser(message) + "\n")
    }
}

extension ProtectionLevel: ExpressibleByArgument {}
