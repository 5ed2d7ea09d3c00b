import ArgumentParser
import Courses
import Desk
import Localisation

struct RoundHistoryShow: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "Tell what was done in a round: who did what, when, why, and what it changed.")

    @Argument(help: "Its code or id.") var round: String
    @Option(help: "Only what came after this operation.") var since: OperationID?
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let history = try await context.desk.history(
            of: round, since: since, as: context.actor)
        return Answer(
            json: [
                "operations": .array(history.entries.map { context.json($0, history.names) })
            ],
            text: context.table(history).text(context.localiser))
    }
}

extension CommandContext {
    fileprivate func json(
        _ entry: HistoryEntry, _ names: [Person.ID: DisplayName]
    ) -> JSON {
        [
            "operation": .described(entry.id), "kind": .string(entry.kind.rawValue),
            "at": .described(entry.at), "effectiveOn": .described(entry.effectiveOn),
            "actor": .described(entry.actor), "reason": .described(entry.reason.text),
            "listedReason": entry.reason.listed.map { json($0) } ?? .null,
            "reasonWithheld": .bool(entry.reason.isWithheld),
            "undoes": .described(entry.undoes), "undoneBy": .described(entry.undoneBy),
            "people": .array(
                entry.people.map { person in
                    [
                        "person": .described(person),
                        "name": .string(names[person].map(name) ?? ""),
                    ]
                }),
            "groups": .array(
                entry.groups.map { flow in
                    [
                        "group": .described(flow.group), "name": .string(flow.name),
                        "joined": .number(flow.joined), "left": .number(flow.left),
                    ]
                }),
            "sessionsPlanned": .number(entry.sessionsPlanned),
            "sessionsChanged": .number(entry.sessionsChanged),
            "staff": .list(entry.staff),
        ]
    }

    fileprivate func table(_ history: RoundHistory) -> Table {
        Table(
            [
                .init(heading: Message("command.column.date")),
                .init(heading: Message("command.column.time")),
                .init(heading: Message("command.column.who")),
                .init(heading: Message("command.column.effect")),
                .init(heading: Message("command.column.people"), isNumeric: true),
                .init(heading: Message("command.column.groups")),
                .init(heading: Message("command.column.reason")),
                .init(heading: Message("command.column.operation")),
            ],
            rows: history.entries.map { row($0, history.names) },
            whenEmpty: Message("command.empty.history"))
    }

    private func row(
        _ entry: HistoryEntry, _ names: [Person.ID: DisplayName]
    ) -> [String] {
        let (date, time) = WallClock.reading(entry.at)
        let actor = entry.actor.map { names[$0].map(name) ?? $0.description }
        let groups = entry.groups.map { flow in
            "\(flow.name) +\(localiser.number(flow.joined)) −\(localiser.number(flow.left))"
        }
        let kind = localiser(entry.kind.message)
        return [
            day(date), localiser.time(time),
            actor ?? localiser(Message("command.history.operator")),
            entry.undoneBy == nil
                ? kind : localiser(Message("command.history.undone", ["what": .text(kind)])),
            localiser.number(entry.people.count), localiser.list(groups),
            localiser.words(entry.reason) ?? "",
            entry.id.description,
        ]
    }
}
