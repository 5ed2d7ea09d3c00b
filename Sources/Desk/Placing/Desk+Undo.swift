package import Courses
import Store

extension Desk {
    /// Voids an operation and all that it wrote, or says what that would do.
    ///
    /// - Throws: `PlacingError.cannotUndo` with everything that rests on it;
    ///   `PlacingError.cannotGiveBack` with everybody who does not fit any longer, and
    ///   where.
    @discardableResult
    package func undo(
        _ id: OperationID, as actor: Actor, dryRun: Bool = false, basis: RoundBasis? = nil
    ) async throws -> AppliedOperation {
        try await operate(
            on: { try $0.resource(of: id) }, concerning: { try $0.rounds(of: id) },
            basis: basis, dryRun: dryRun, as: actor
        ) { writing in
            let reading = writing.reading
            let operation = try reading.operation(id)
            let rounds = try reading.rounds(of: id)
            for round in rounds {
                try Policy.require(actor, .organise, on: .round(round), date: writing.today)
            }
            if try reading.mergesProtected(id) {
                try Policy.require(
                    actor, .readProtected, on: .organisation, date: writing.today)
            }
            let obstacles = try reading.obstacles(toUndoing: operation, at: writing.now)
            guard obstacles.isEmpty else { throw PlacingError.cannotUndo(obstacles) }
            let effects = try rounds.compactMap { try reading.effects(in: $0)[id] }
            let date = max(operation.effectiveOn, writing.today)
            let watches = try rounds.flatMap { try reading.groups(in: $0) }
                .map { try UndoWatch($0.id, writing, date) }
            let sessions = try UndoneSessions(of: id, in: rounds, writing)
            let given = try GivenBack(by: operation, in: rounds, writing)
            let undo = try writing.begin(.undo, on: writing.today, by: actor, undoing: id)
            try writing.void(id, by: undo)
            try given.lapseOffers(of: effects.flatMap(\.joined), by: undo)
            let faults = try given.faults()
            guard faults.isEmpty else { throw PlacingError.cannotGiveBack(faults) }
            let open = Set(try rounds.flatMap { try reading.groups(in: $0) }.map(\.id))
            var applied = AppliedOperation(
                id: undo.id, kind: .undo, effectiveOn: writing.today,
                people: effects.flatMap(\.people).onceEach,
                groups: try watches.filter { open.contains($0.watch.group.id) }
                    .compactMap { try $0.change(writing, date) })
            try sessions.tell(&applied)
            return applied
        }
    }
}

/// A group's size and open offers before an undo.
private struct UndoWatch {
    let watch: GroupWatch
    private let offered: Int

    init(_ id: Group.ID, _ writing: Writing, _ date: LocalDate) throws {
        watch = try GroupWatch(id, writing.reading, date)
        offered = try writing.reading.offered(in: id, on: writing.today).count
    }

    /// Nil where neither has changed.
    func change(_ writing: Writing, _ date: LocalDate) throws -> GroupChange? {
        let change = try watch.change(writing, date)
        return change.before == change.after && change.offered == offered ? nil : change
    }
}

extension Reading {
    /// Its round; the whole organisation where it brought people or said who they are, or concerns
    /// none or several rounds.
    fileprivate func resource(of id: OperationID) throws -> Resource {
        let kind = try operation(id).kind
        let rounds = try rounds(of: id)
        let isOfPeople = kind == .importPeople || kind == .mergePeople || kind == .keepPerson
        return rounds.count == 1 && !isOfPeople ? .round(rounds[0]) : .organisation
    }
}
