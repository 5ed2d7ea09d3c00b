package import Courses
import Store

extension Desk {
    /// Plans somebody for a role at all of a group's sessions that begin from a day on, instead of
    /// those who were planned for it.
    ///
    /// The right to record attendance is no part of it: see `AppliedOperation.withoutRight`. Nor
    /// are sessions where other groups meet too: see `AppliedOperation.joint`.
    ///
    /// - Parameters:
    ///   - role: data: `leader`, `interpreter` and the like.
    ///   - instead: only this one is replaced; nil is everybody in the role.
    @discardableResult
    package func changeLeader(
        of group: Group.ID, to person: Person.ID, from date: LocalDate, role: String = "leader",
        insteadOf instead: Person.ID? = nil, reason: String? = nil, as actor: Actor,
        dryRun: Bool = false, basis: RoundBasis? = nil
    ) async throws -> AppliedOperation {
        try await operate(
            on: { try $0.resource(of: group) }, basis: basis, dryRun: dryRun, as: actor
        ) { writing in
            let placing = try Placing(writing, actor: actor, group: group)
            try placing.checkForward(date)
            _ = try writing.reading.person(person)
            let watch = try GroupWatch(group, writing.reading, date)
            let clashes = try writing.reading.clashes(in: placing.round.id, from: writing.today)
            let operation = try writing.begin(
                .changeLeader, in: placing.round.id, on: date, by: actor, reason: reason)
            var changing = SessionChanging(writing, operation)
            let coming = try writing.reading.sessions(SessionFilter(group: group, from: date))
                .filter { !$0.session.state.isCalledOff && $0.session.startsAt > writing.now }
            for overview in changing.own(coming) {
                let leaving = try writing.replaceStaff(
                    with: person, role: role, at: overview.session.id, instead: instead,
                    operation: operation)
                guard let leaving else { continue }
                changing.note(
                    SessionEffect(
                        kind: .staffed, was: overview.session, session: overview.session,
                        expected: overview.expected, leaving: leaving, joining: [person]))
            }
            guard !changing.effects.isEmpty else {
                throw OperationError.nothingToChange(name: placing.group.name)
            }
            var applied = try watch.applied(operation, .changeLeader, on: date, writing)
                .with(changing, clashesBefore: clashes, in: placing.round.id)
            let resource = Resource.group(group, round: placing.round.id)
            if try !writing.reading.mayRecord(person, resource, on: date) {
                applied.withoutRight = [person]
            }
            return applied
        }
    }

    /// A round's clashes from today on: somebody in two places, or a room needed twice.
    package func clashes(in round: String, as actor: Actor) async throws -> [Clash] {
        let today = today
        return try await store.read { reading in
            let id = try reading.round(round).id
            try Policy.require(actor, .organise, on: .round(id), date: today)
            return try reading.clashes(in: id, from: today)
        }
    }
}

extension Reading {
    fileprivate func mayRecord(
        _ person: Person.ID, _ resource: Resource, on date: LocalDate
    ) throws -> Bool {
        try accounts().filter { $0.person == person && !$0.isClosed }.contains { account in
            account.grants.contains { grant in
                grant.isInForce(on: date) && grant.role.rights.contains(.recordAttendance)
                    && grant.scope.includes(resource)
            }
        }
    }
}
