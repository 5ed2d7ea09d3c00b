package import Courses
import Store

extension Desk {
    /// Who did what in a round, when, why, and what it changed.
    ///
    /// - Parameter since: leaves out this act and all before it.
    package func history(
        of round: String, since: OperationID? = nil, as actor: Actor
    ) async throws -> RoundHistory {
        let today = today
        return try await store.read { reading in
            let id = try reading.round(round).id
            try Policy.require(actor, .readPeople, on: .round(id), date: today)
            let effects = try reading.effects(in: id)
            let names = try reading.groupNames(in: id)
            let entries = try reading.operations(in: id, since: since).map { record in
                HistoryEntry(record, effects[record.undoes ?? record.id] ?? .init(), names)
            }
            let people = entries.flatMap { $0.people + $0.staff + [$0.actor].compactMap(\.self) }
            return RoundHistory(entries: entries, names: try reading.names(of: people))
        }
    }

    /// Why something was done that concerns a protected person, for a named reader only; the read
    /// is recorded.
    package func revealReason(
        of operation: OperationID, to actor: Actor
    ) async throws -> String? {
        try await write { writing in
            try Policy.require(actor, .readProtected, on: .organisation, date: writing.today)
            return try writing.revealReason(of: operation, to: actor)
        }
    }
}

extension HistoryEntry {
    /// Of an undo, what it took back.
    fileprivate init(
        _ record: OperationRecord, _ effects: OperationEffects, _ names: [Group.ID: String]
    ) {
        let (joined, left) = (effects.joined, effects.left)
        let groups = joined.map(\.group) + left.map(\.group) + effects.groups
        self.init(
            id: record.id, kind: record.kind, at: record.at, effectiveOn: record.effectiveOn,
            actor: record.actor, reason: record.reason, undoes: record.undoes,
            undoneBy: record.undoneBy, people: effects.people,
            groups: groups.onceEach.map { group in
                GroupFlow(
                    group: group, name: names[group] ?? group.description,
                    joined: Set(joined.filter { $0.group == group }.map(\.person)).count,
                    left: Set(left.filter { $0.group == group }.map(\.person)).count)
            },
            sessionsPlanned: effects.sessionsPlanned.count,
            sessionsChanged: Set(effects.sessionsChanged).count, staff: effects.staff)
    }
}
