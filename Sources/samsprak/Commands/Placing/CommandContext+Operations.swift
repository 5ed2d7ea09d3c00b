import Courses
import Desk
import Localisation

extension CommandContext {
    /// What an operation did, or would do, and by what to undo it.
    func answer(
        _ applied: AppliedOperation, dryRun: Bool, _ message: Message
    ) async throws -> Answer {
        let groups = try await groupNames()
        return Answer(
            json: json(applied, dryRun: dryRun),
            text: localiser(message) + "\n" + text(applied, groups)
                + operationLine(applied.id, dryRun: dryRun) + basisLine(applied, dryRun))
    }

    func operationLine(_ id: OperationID, dryRun: Bool) -> String {
        let message =
            dryRun
            ? Message("command.dryRun")
            : Message("command.operation", ["id": .text(id.description)])
        return localiser(message) + "\n"
    }

    private func basisLine(_ applied: AppliedOperation, _ dryRun: Bool) -> String {
        guard dryRun, let basis = applied.basis else { return "" }
        return localiser(Message("command.basis", ["basis": .text(basis.description)])) + "\n"
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
                        "offered": .number(change.offered),
                    ]
                }),
            "sessions": .array(applied.sessions.map { json($0) }),
            "joint": .array(applied.joint.map { json($0) }),
            "clashes": .array(applied.clashes.map { json($0) }),
            "withoutRight": .list(applied.withoutRight), "basis": .described(applied.basis),
        ]
    }

    private func json(_ effect: SessionEffect) -> JSON {
        json(effect.session).with([
            "effect": .string(effect.kind.rawValue), "was": effect.was.map { json($0) } ?? .null,
            "expected": .number(effect.expected), "leaving": .list(effect.leaving),
            "joining": .list(effect.joining),
        ])
    }

    private func json(_ clash: Clash) -> JSON {
        let sessions: JSON = [
            "date": .described(clash.date), "sessions": .list([clash.first, clash.second]),
        ]
        return switch clash.over {
        case .person(let person): sessions.with(["person": .described(person)])
        case .venue(let venue): sessions.with(["venue": .string(venue)])
        }
    }

    private func text(_ applied: AppliedOperation, _ groups: [Group.ID: String]) -> String {
        var parts: [String] = []
        if !applied.groups.isEmpty { parts.append(table(applied.groups).text(localiser)) }
        if !applied.sessions.isEmpty {
            parts.append(table(applied.sessions, groups).text(localiser))
        }
        let lines =
            applied.joint.map { session in
                localiser(Message("command.jointSession", ["date": .date(session.date)]))
            }
            + applied.clashes.map { localiser(message($0, applied.names)) }
            + applied.withoutRight.map { person in
                localiser(
                    Message("command.withoutRight", ["person": .text(person.description)]))
            }
        return (parts + lines.map { $0 + "\n" }).joined()
    }

    private func table(_ changes: [GroupChange]) -> Table {
        Table(
            [
                .init(heading: Message("command.column.group")),
                .init(heading: Message("command.column.sizeBefore"), isNumeric: true),
                .init(heading: Message("command.column.sizeAfter"), isNumeric: true),
                .init(heading: Message("command.column.offered"), isNumeric: true),
            ],
            rows: changes.map { change in
                [change.name]
                    + [change.before, change.after, change.offered].map { localiser.number($0) }
            },
            whenEmpty: Message("command.empty.groups"))
    }

    private func table(_ effects: [SessionEffect], _ groups: [Group.ID: String]) -> Table {
        Table(
            [
                .init(heading: Message("command.column.date")),
                .init(heading: Message("command.column.session")),
                .init(heading: Message("command.column.effect")),
                .init(heading: Message("command.column.expected"), isNumeric: true),
            ],
            rows: effects.map { effect in
                [
                    day(effect.session.date), title(effect.session, groups),
                    localiser(effect.kind.message),
                    localiser.number(effect.expected),
                ]
            },
            whenEmpty: Message("command.empty.sessions"))
    }

    private func message(_ clash: Clash, _ names: [Person.ID: DisplayName]) -> Message {
        switch clash.over {
        case .person(let person):
            Message(
                "command.clash.person",
                [
                    "person": .text(names[person].map(name) ?? person.description),
                    "date": .date(clash.date),
                ])
        case .venue(let venue):
            Message(
                "command.clash.venue", ["venue": .text(venue), "date": .date(clash.date)])
        }
    }
}
