import Courses
import Desk

extension EnrolmentAct {
    /// Whether something has to be chosen before it can be tried.
    var isIncomplete: Bool {
        guard faults.isEmpty else { return true }
        return switch kind {
        case .offer: group == nil || until == nil
        case .prioritise: priority == nil || reason == nil
        case .accept, .decline, .waitlist, .withdraw, .undo: false
        }
    }

    /// With those who belong with somebody chosen and can take the step too, and with the days
    /// that are most likely meant.
    func begun(in book: EnrolmentBook) -> EnrolmentAct {
        guard !isShown else { return self }
        var whole = self
        if kind.takesCompany {
            for person in people {
                for other in book.row(person)?.together ?? []
                where !whole.people.contains(other) && canBeTaken(by: other, in: book) {
                    whole.people.append(other)
                }
            }
        }
        if kind == .offer {
            whole.from = max(book.today, book.round.firstDay)
            whole.until = book.today.adding(days: 14)
        }
        if kind == .withdraw { whole.on = book.today }
        whole.isShown = true
        return whole
    }

    private func canBeTaken(by person: Person.ID, in book: EnrolmentBook) -> Bool {
        guard let row = book.row(person) else { return false }
        return Kind.possible(for: row).contains(kind)
    }

    /// Does it, or only says what it would do.
    func run(
        in book: EnrolmentBook, _ desk: Desk, as actor: Actor, dryRun: Bool, basis: RoundBasis?
    ) async throws -> AppliedOperation {
        let round = book.round.id.description
        switch kind {
        case .offer:
            guard let group, let until, book.group(group) != nil else { throw Refusal.malformed }
            return try await desk.offer(
                OfferRequest(
                    people: people, group: group, from: from, until: until, reason: reason,
                    inSpiteOfRules: inSpiteOfRules),
                as: actor, dryRun: dryRun, basis: basis)
        case .accept:
            return try await desk.accept(
                people, in: round, from: from, as: actor, dryRun: dryRun, basis: basis)
        case .decline:
            return try await desk.decline(
                people, in: round, reason: reason, as: actor, dryRun: dryRun, basis: basis)
        case .waitlist:
            return try await desk.waitlist(
                people, in: round, reason: reason, as: actor, dryRun: dryRun, basis: basis)
        case .prioritise:
            guard let priority else { throw Refusal.malformed }
            return try await desk.prioritise(
                people, in: round, priority: priority, reason: reason ?? "", as: actor,
                dryRun: dryRun, basis: basis)
        case .withdraw:
            guard people.count == 1 else { throw Refusal.malformed }
            return try await desk.withdraw(
                people[0], from: book.round.id, on: on ?? book.today, reason: reason, as: actor,
                dryRun: dryRun, basis: basis)
        case .undo:
            let operation = try operation.orNotFound()
            return try await desk.undo(operation, as: actor, dryRun: dryRun, basis: basis)
        }
    }
}
