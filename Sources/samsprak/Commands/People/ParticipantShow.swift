import ArgumentParser
import Courses
import Desk
import Localisation

struct ParticipantShow: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show one person, their rounds and places.")

    @Argument(help: "The person's id.") var person: Person.ID
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let person = try await context.desk.person(person, as: context.actor)
        let details = try await context.desk.details(of: person.id, as: context.actor)
        let history = try await history(of: person.id, details, context)
        let groups = Dictionary(
            try await context.desk.groups(as: context.actor).map { ($0.id, $0.name) }
        ) { first, _ in first }
        return Answer(
            json: context.json(person).with([
                "preferred": .described(details.preferredName?.primary),
                "note": .described(details.note),
                "enrolments": .array(history.map(\.json)),
            ]),
            text: lines(person, history, context)
                + context.lines(details, history.map { ($0.round, $0.details) }, groups))
    }

    /// One round that a person is in.
    private struct Part {
        let round: Round
        let step: EnrolmentStep
        let stepOn: LocalDate
        let placements: [(placement: Placement, group: Group)]
        let details: EnrolmentDetails

        var json: JSON {
            [
                "round": .string(round.code), "step": .string(step.rawValue),
                "stepOn": .described(stepOn),
                "placements": .array(
                    placements.map { placement, group in
                        [
                            "group": .described(group.id), "name": .string(group.name),
                            "from": .described(placement.from),
                            "before": .described(placement.before),
                            "language": .string(placement.language.rawValue),
                        ]
                    }),
                "childcare": .number(details.childcare), "wishes": details.wishes.json,
                "note": .described(details.note),
            ]
        }
    }

    private func history(
        of person: Person.ID, _ details: PersonDetails, _ context: CommandContext
    ) async throws -> [Part] {
        let groups = try await context.desk.groups(as: context.actor)
        let byID = Dictionary(groups.map { ($0.id, $0) }) { first, _ in first }
        var parts: [Part] = []
        for round in try await context.desk.rounds(as: context.actor) {
            let enrolments = try await context.desk.enrolments(
                in: round.id.description, as: context.actor)
            for overview in enrolments where overview.enrolment.person == person {
                let holding = overview.step(holdingOn: context.today)
                parts.append(
                    Part(
                        round: round, step: holding.step, stepOn: holding.on,
                        placements: overview.placements.compactMap { placement in
                            byID[placement.group].map { (placement, $0) }
                        },
                        details: details.rounds[round.id] ?? EnrolmentDetails()))
            }
        }
        return parts
    }

    private func lines(
        _ person: Person, _ history: [Part], _ context: CommandContext
    ) -> String {
        let facts = [
            context.name(person.name), person.name.secondary ?? "", context.word(person.gender),
            context.day(person.birthDate), context.languages(person.courseLanguages),
        ].filter { !$0.isEmpty }
        let table = Table(
            [
                .init(heading: Message("command.column.round")),
                .init(heading: Message("command.column.step")),
                .init(heading: Message("command.column.group")),
                .init(heading: Message("command.column.from")),
                .init(heading: Message("command.column.before")),
            ],
            rows: history.flatMap { part in
                let start = [part.round.code, context.word(part.step)]
                guard !part.placements.isEmpty else { return [start + ["", "", ""]] }
                return part.placements.map { placement, group in
                    start + [
                        group.name, context.day(placement.from), context.day(placement.before),
                    ]
                }
            },
            whenEmpty: Message("command.empty.enrolments"))
        return context.localiser.line(facts) + "\n\n" + table.text(context.localiser)
    }
}
