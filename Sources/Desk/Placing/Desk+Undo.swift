package import Courses
import Store

extension Desk {
    /// Voids an operation and all that it wrote, or says what that would do.
    ///
    /// - Throws: `PlacingError.cannotUndo` with everything that rests on it.
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
                .map { try GroupWatch($0.id, reading, date) }
            let undo = try writing.begin(.undo, on: writing.today, by: actor, undoing: id)
            try writing.void(id, by: undo)
            let open = Set(try rounds.flatMap { try reading.groups(in: $0) }.map(\.id))
            return AppliedOperation(
                id: undo.id, kind: .undo, effectiveOn: writing.today,
                people: effects.flatMap(\.people).onceEach,
                groups: try watches.filter { open.contains($0.group.id) }
                    .map { try $0.change(writing, date) }.filter { $0.before != $0.after })
        }
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
