package import Courses
import Store

extension Desk {
    /// Opens a new group as an operation, which its undo takes back whole.
    @discardableResult
    package func openGroup(
        _ new: NewGroup, reason: String? = nil, as actor: Actor, dryRun: Bool = false,
        basis: RoundBasis? = nil
    ) async throws -> AppliedOperation {
        try Self.check(new)
        return try await operate(
            on: { try $0.resource(ofRound: new.round) }, basis: basis, dryRun: dryRun, as: actor
        ) { writing in
            let round = try writing.reading.round(new.round)
            let operation = try writing.begin(
                .openGroup, in: round.id, on: writing.today, by: actor, reason: reason)
            let group = try Self.add(new, to: round.id, writing, operation)
            let watch = try GroupWatch(group.id, writing.reading, writing.today)
            return AppliedOperation(
                id: operation.id, kind: .openGroup, effectiveOn: writing.today, people: [],
                groups: [try watch.change(writing, writing.today)])
        }
    }

    /// Opens a closed group again from today; who left it when it closed stays where they are.
    @discardableResult
    package func openGroup(
        _ group: Group.ID, reason: String? = nil, as actor: Actor, dryRun: Bool = false,
        basis: RoundBasis? = nil
    ) async throws -> AppliedOperation {
        try await operate(
            on: { try $0.resource(of: group) }, basis: basis, dryRun: dryRun, as: actor
        ) { writing in
            let placing = try Placing(writing, actor: actor, group: group)
            try placing.checkForward(writing.today)
            guard placing.group.closedOn != nil else {
                throw OperationError.groupOpen(name: placing.group.name)
            }
            let watch = try GroupWatch(group, writing.reading, writing.today)
            let operation = try writing.begin(
                .openGroup, in: placing.round.id, on: writing.today, by: actor, reason: reason)
            try writing.reopen(group, operation: operation)
            return AppliedOperation(
                id: operation.id, kind: .openGroup, effectiveOn: writing.today, people: [],
                groups: [try watch.change(writing, writing.today)])
        }
    }

    /// Closes a group from a day on and cancels its own sessions from then.
    ///
    /// - Parameter waitlisting: whether those who are in it, or have been offered a place, go to
    ///   the waiting list; else it is refused as long as there is anybody.
    @discardableResult
    package func closeGroup(
        _ group: Group.ID, on date: LocalDate, waitlisting: Bool = false, reason: String? = nil,
        as actor: Actor, dryRun: Bool = false, basis: RoundBasis? = nil
    ) async throws -> AppliedOperation {
        try await operate(
            on: { try $0.resource(of: group) }, basis: basis, dryRun: dryRun, as: actor
        ) { writing in
            let placing = try Placing(writing, actor: actor, group: group)
            try placing.checkForward(date)
            try placing.checkOpen(group)
            try placing.checkNotBegun([group], on: date)
            let watch = try GroupWatch(group, writing.reading, date)
            let members = try writing.reading.placements(in: group)
                .filter { $0.before.map { date < $0 } ?? true }.map(\.person).onceEach
            let offered = try writing.reading.offered(in: group, on: writing.today)
            guard waitlisting || members.isEmpty && offered.isEmpty else {
                throw OperationError.groupNotEmpty(
                    name: placing.group.name, people: members.count, offers: offered.count)
            }
            let clashes = try writing.reading.clashes(in: placing.round.id, from: writing.today)
            let operation = try writing.begin(
                .closeGroup, in: placing.round.id, on: date, by: actor, reason: reason)
            let people = (members + offered).onceEach
            for person in people {
                try placing.waitAgain(person, leaving: group, on: date, operation)
            }
            try writing.close(group, on: date, operation: operation)
            var changing = SessionChanging(writing, operation)
            for overview in try changing.coming(of: group, from: date) {
                try changing.cancel(overview)
            }
            let applied = AppliedOperation(
                id: operation.id, kind: .closeGroup, effectiveOn: date, people: people,
                groups: [try watch.change(writing, date)])
            return try applied.with(changing, clashesBefore: clashes, in: placing.round.id)
        }
    }
}
