import ArgumentParser
import Courses
import Desk
import Localisation

struct EnrolmentList: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List everybody enrolled in a round.",
        discussion: """
            --unplaced: whoever has applied, or had an offer that expired, and of whom nothing \
            is decided. --waiting: these and the waiting list.
            """)

    @Option(help: "The round's code or id.") var round: String
    @Flag(help: "Only those of whom nothing is decided.") var unplaced = false
    @Flag(help: "Only those who want a place and have none.") var waiting = false
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let rows = try await context.desk.enrolmentRows(in: round, as: context.actor)
            .filter { row in
                (!unplaced || row.standing.isUnplaced) && (!waiting || row.standing.isWaiting)
            }
        let groups = try await context.groupNames()
        return Answer(
            json: ["enrolments": .array(rows.map { context.json($0) })],
            text: context.table(rows, groups).text(context.localiser))
    }
}

extension CommandContext {
    fileprivate func json(_ row: EnrolmentRow) -> JSON {
        let offer = row.enrolment.offer
        return [
            "person": .described(row.enrolment.person), "name": .string(name(row.name)),
            "standing": .string(row.standing.rawValue), "since": .described(row.since),
            "applied": .described(row.appliedOn), "priority": .number(row.priority),
            "group": .described(row.group),
            "languages": .list(row.languages.map(\.rawValue)),
            "interpreterOk": .bool(row.interpreterOk), "childcare": .number(row.childcare),
            "wishes": row.wishes.json, "together": .list(row.together),
            "apart": .list(row.apart),
            "offer": offer.map {
                [
                    "group": .described($0.group), "from": .described($0.from),
                    "until": .described($0.until),
                ]
            } ?? .null,
            "placements": .array(
                row.placements.map {
                    [
                        "group": .described($0.group), "from": .described($0.from),
                        "before": .described($0.before),
                        "language": .string($0.language.rawValue),
                    ]
                }),
        ]
    }

    fileprivate func table(_ rows: [EnrolmentRow], _ groups: [Group.ID: String]) -> Table {
        Table(
            [
                .init(heading: Message("command.column.id")),
                .init(heading: Message("command.column.person")),
                .init(heading: Message("command.column.step")),
                .init(heading: Message("command.column.group")),
                .init(heading: Message("command.column.languages")),
                .init(heading: Message("command.column.applied")),
                .init(heading: Message("command.column.priority"), isNumeric: true),
            ],
            rows: rows.map { row in
                [
                    row.enrolment.person.description, name(row.name), word(row.standing),
                    row.group.map { groups[$0] ?? $0.description } ?? "", languages(row.languages),
                    day(row.appliedOn), localiser.number(row.priority),
                ]
            },
            whenEmpty: Message("command.empty.enrolments"))
    }

    private func word(_ standing: EnrolmentStanding) -> String {
        switch standing {
        case .applied: word(EnrolmentStep.applied)
        case .waitlisted: word(EnrolmentStep.waitlisted)
        case .offered: word(EnrolmentStep.offered)
        case .expired: localiser(Message("command.step.expired"))
        case .declined: word(EnrolmentStep.declined)
        case .placed: word(EnrolmentStep.placed)
        case .withdrawn: word(EnrolmentStep.withdrawn)
        }
    }
}
