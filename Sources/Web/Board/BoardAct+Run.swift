import Courses
import Desk

extension BoardAct {
    /// Why it can't even be tried: something has not been chosen yet.
    enum Missing: Sendable {
        case people, target, leader
    }

    var missing: Missing? {
        switch kind {
        case .move:
            if people.isEmpty { .people } else if target == nil { .target } else { nil }
        case .split:
            if people.isEmpty {
                .people
            } else if target == nil || target == .new && newGroup.fault != nil {
                .target
            } else {
                nil
            }
        case .merge: target == nil ? .target : nil
        case .leader: leader == nil ? .leader : nil
        case .balance: places.isEmpty ? .people : nil
        case .moveSession: session == nil || on == nil ? .target : nil
        case .cancelSession: session == nil ? .target : nil
        case .undo, .close, .reopen, .pause, .resume: nil
        }
    }

    /// The day on which it takes effect, where none was chosen.
    func day(on board: Board) -> LocalDate { on ?? board.date }

    /// With those who belong with somebody chosen and have the same place, or none either.
    func withCompany(on board: Board) -> BoardAct {
        guard kind.movesPeople, !isShown else { return self }
        let everybody = board.everybody
        var whole = self
        for person in people {
            guard let here = everybody[person] else { continue }
            let others = here.row.together.filter { everybody[$0]?.group == here.group }
            whole.people += others.filter { !whole.people.contains($0) }
        }
        whole.isShown = true
        return whole
    }

    /// Does it, or only says what it would do.
    func run(
        on board: Board, _ desk: Desk, as actor: Actor, dryRun: Bool, basis: RoundBasis?
    ) async throws -> AppliedOperation {
        let day = day(on: board)
        switch kind {
        case .move:
            return try await move(on: board, desk, as: actor, dryRun: dryRun, basis: basis)
        case .balance:
            return try await desk.applyBalance(
                places, in: board.round.code, on: day, reason: reason, as: actor,
                dryRun: dryRun, basis: basis)
        case .undo:
            let operation = try operation.orNotFound()
            return try await desk.undo(operation, as: actor, dryRun: dryRun, basis: basis)
        case .merge, .split, .close, .reopen, .pause, .resume, .leader, .moveSession,
            .cancelSession:
            let group = try group.flatMap { board.group($0)?.group }.orNotFound()
            return try await change(
                group, on: day, desk, as: actor, dryRun: dryRun, basis: basis)
        }
    }

    private func move(
        on board: Board, _ desk: Desk, as actor: Actor, dryRun: Bool, basis: RoundBasis?
    ) async throws -> AppliedOperation {
        let placed = placed(on: board)
        let day = day(on: board)
        switch target {
        case .group(let group) where placed.isEmpty:
            return try await desk.place(
                PlaceRequest(
                    people: people, group: group, from: day, reason: reason,
                    inSpiteOfRules: inSpiteOfRules),
                as: actor, dryRun: dryRun, basis: basis)
        case .group(let group) where placed.count == people.count:
            return try await desk.transfer(
                people, to: group, on: day, reason: reason, inSpiteOfRules: inSpiteOfRules,
                as: actor, dryRun: dryRun, basis: basis)
        case .waiting where placed.isEmpty:
            return try await desk.waitlist(
                people, in: board.round.code, reason: reason, as: actor, dryRun: dryRun,
                basis: basis)
        case .group(let group):
            return try await desk.applyBalance(
                [BalancedPlace(people: people, group: group)], in: board.round.code, on: day,
                reason: reason, as: actor, dryRun: dryRun, basis: basis)
        case .waiting:
            return try await desk.applyBalance(
                [BalancedPlace(people: people, group: nil)], in: board.round.code, on: day,
                reason: reason, as: actor, dryRun: dryRun, basis: basis)
        case .new, nil: throw Refusal.malformed
        }
    }

    /// Those of the people who have a place on the day on which it takes effect.
    private func placed(on board: Board) -> [Person.ID] {
        let everybody = board.everybody
        let day = day(on: board)
        return people.filter { everybody[$0]?.hasPlace(from: day) ?? false }
    }

    private func change(
        _ source: Group, on day: LocalDate, _ desk: Desk, as actor: Actor, dryRun: Bool,
        basis: RoundBasis?
    ) async throws -> AppliedOperation {
        let group = source.id
        return switch (kind, target) {
        case (.merge, .group(let target)?):
            try await desk.merge(
                [group], into: target, on: day, reason: reason, inSpiteOfRules: inSpiteOfRules,
                as: actor, dryRun: dryRun, basis: basis)
        case (.split, .group(let target)?):
            try await desk.split(
                SplitRequest(
                    people: people, group: group, target: .group(target), on: day,
                    reason: reason, inSpiteOfRules: inSpiteOfRules),
                as: actor, dryRun: dryRun, basis: basis)
        case (.split, .new?):
            try await desk.split(
                SplitRequest(
                    people: people, group: group, target: .new(newGroup.group(from: source)),
                    on: day, copiesPlan: newGroup.copiesPlan, reason: reason,
                    inSpiteOfRules: inSpiteOfRules),
                as: actor, dryRun: dryRun, basis: basis)
        case (.close, _):
            try await desk.closeGroup(
                group, on: day, waitlisting: isWaitlisting, reason: reason, as: actor,
                dryRun: dryRun, basis: basis)
        case (.reopen, _):
            try await desk.openGroup(
                group, reason: reason, as: actor, dryRun: dryRun, basis: basis)
        case (.pause, _):
            try await desk.pauseGroup(
                group, from: day, before: before, sessions: isRemote ? .remote : .cancelled,
                reason: reason, as: actor, dryRun: dryRun, basis: basis)
        case (.resume, _):
            try await desk.resumeGroup(
                group, on: day, reason: reason, as: actor, dryRun: dryRun, basis: basis)
        case (.leader, _):
            try await desk.changeLeader(
                of: group, to: try leader.orNotFound(), from: day, reason: reason, as: actor,
                dryRun: dryRun, basis: basis)
        case (.moveSession, _), (.cancelSession, _):
            try await changeSession(of: group, desk, as: actor, dryRun: dryRun, basis: basis)
        default: throw Refusal.malformed
        }
    }

    /// - Throws: `Refusal.notFound` for a session that is not the group's.
    private func changeSession(
        of group: Group.ID, _ desk: Desk, as actor: Actor, dryRun: Bool, basis: RoundBasis?
    ) async throws -> AppliedOperation {
        let known = try await desk.session(try session.orNotFound(), as: actor).session
        guard known.groups.contains(where: { $0.group == group }) else { throw Refusal.notFound }
        guard kind == .moveSession else {
            return try await desk.cancelSession(
                known.id, reason: reason, as: actor, dryRun: dryRun, basis: basis)
        }
        return try await desk.moveSession(
            known.id, to: try on.orNotFound(), start: LocalTime(start), end: LocalTime(end),
            reason: reason, as: actor, dryRun: dryRun, basis: basis)
    }

    /// Whether a rule that stands in the way can be overruled for a reason: those who change
    /// places together with others who get one follow all rules.
    func mayOverrule(on board: Board) -> Bool {
        switch (kind, target) {
        case (.merge, _), (.split, _): return true
        case (.move, .group?):
            let placed = placed(on: board)
            return placed.isEmpty || placed.count == people.count
        default: return false
        }
    }
}
