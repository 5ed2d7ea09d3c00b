import Courses
import Desk
import Localisation

extension CommandContext {
    /// What an operation did, or would do, and by what to undo it.
    func answer(_ applied: AppliedOperation, dryRun: Bool, _ message: Message) -> Answer {
        Answer(
            json: json(applied, dryRun: dryRun),
            text: localiser(message) + "\n" + table(applied)
                + operationLine(applied.id, dryRun: dryRun))
    }

    func operationLine(_ id: OperationID, dryRun: Bool) -> String {
        let message =
            dryRun
            ? Message("command.dryRun")
            : Message("command.operation", ["id": .text(id.description)])
        return localiser(message) + "\n"
    }

    private func json(_ applied: AppliedOperation, dryRun: Bool) -> JSON {
        [
            "dryRun": .bool(dryRun), "operation": dryRun ? .null : .described(applied.id),
            "kind": .string(applied.kind.rawValue),
            "effectiveOn": .described(applied.effectiveOn), "people": .list(applied.people),
            "groups": .array(
                applied.groups.map { change in
                    [
                        "group": .described(change.group), "name": .string(change.name),
                        "before": .number(change.before), "after": .number(change.after),
                    ]
                }),
        ]
    }

    private func table(_ applied: AppliedOperation) -> String {
        guard !applied.groups.isEmpty else { return "" }
        return Table(
            [
                .init(heading: Message("command.column.group")),
                .init(heading: Message("command.column.sizeBefore"), isNumeric: true),
                .init(heading: Message("command.column.sizeAfter"), isNumeric: true),
            ],
            rows: applied.groups.map {
                [$0.name, localiser.number($0.before), localiser.number($0.after)]
            },
            whenEmpty: Message("command.empty.groups")
        ).text(localiser)
    }
}
