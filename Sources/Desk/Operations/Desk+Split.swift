package import Courses
import Store

/// Which people of a group are to go on in another.
package struct SplitRequest: Sendable, Equatable {
    package enum Target: Sendable, Equatable {
        case group(Group.ID)
        /// A group that is opened by the split; its round is that of the group they leave.
        case new(NewGroup)
    }

    package var people: [Person.ID]
    package var group: Group.ID
    package var target: Target
    /// The first day apart; today or later.
    package var on: LocalDate
    /// Whether the new group gets the sessions that the group has from that day, with the same
    /// numbers: in its own slot in the same weeks where it has one, else at the same times; at
    /// the same times also where its slot of that week is past, and in weeks with several.
    package var copiesPlan: Bool
    package var reason: String?
    package var inSpiteOfRules: Bool

    package init(
        people: [Person.ID], group: Group.ID, target: Target, on: LocalDate,
        copiesPlan: Bool = false, reason: String? = nil, inSpiteOfRules: Bool = false
    ) {
        self.people = people
        self.group = group
        self.target = target
        self.on = on
        self.copiesPlan = copiesPlan
        self.reason = reason
        self.inSpiteOfRules = inSpiteOfRules
    }
}

extension Desk {
    /// Moves some people of a group into another, or into a new one, from a day on.
    @discardableResult
    package func split(
        _ request: SplitRequest, as actor: Actor, dryRun: Bool = false, basis: RoundBasis? = nil
    ) async throws -> AppliedOperation {
        guard !request.people.isEmpty else { throw OperationError.nobodyNamed }
        if case .new(let group) = request.target { try Self.check(group) }
        return try await operate(
            on: { try $0.resource(of: request.group).enclosingRound }, basis: basis, dryRun: dryRun,
            as: actor
        ) { writing in
            let people = try writing.reading.standing(request.people)
            let source = try writing.reading.group(request.group)
            let placing = try Placing(writing, actor: actor, group: request.group)
            try placing.checkForward(request.on)
            let clashes = try writing.reading.clashes(in: source.round, from: writing.today)
            let operation = try writing.begin(
                .split, in: source.round, on: request.on, by: actor, reason: request.reason)
            var splitting = Splitting(writing, operation, source, request, actor)
            let target = try splitting.target()
            var joining = try Placing(writing, actor: actor, group: target.id)
            try joining.watch(source.id, on: request.on)
            try joining.watch(target.id, on: request.on)
            try splitting.check(people, joining)
            for person in people { try joining.watchOffer(to: person, on: request.on) }
            for person in people {
                try joining.join(
                    person, leaving: [source.id], from: request.on, operation: operation)
            }
            try splitting.copyPlan(to: target)
            return try joining.applied(operation, .split, on: request.on, people: people)
                .with(splitting.changing, clashesBefore: clashes, in: source.round)
        }
    }
}

/// A split under way in one transaction.
private struct Splitting {
    let writing: Writing
    let operation: OpenOperation
    let source: Group
    let request: SplitRequest
    let actor: Actor
    private(set) var changing: SessionChanging

    init(
        _ writing: Writing, _ operation: OpenOperation, _ source: Group, _ request: SplitRequest,
        _ actor: Actor
    ) {
        self.writing = writing
        self.operation = operation
        self.source = source
        self.request = request
        self.actor = actor
        changing = SessionChanging(writing, operation)
    }

    func target() throws -> Group {
        switch request.target {
        case .group(let id):
            let group = try writing.reading.group(id)
            guard id != source.id else { throw PlacingError.sameGroup }
            guard group.round == source.round else { throw PlacingError.otherRound }
            return group
        case .new(let new):
            return try Desk.add(
                new, to: source.round, writing, operation, by: actor)
        }
    }

    func check(_ people: [Person.ID], _ joining: Placing) throws {
        let members = Set(
            try writing.reading.placements(in: source.id)
                .filter { $0.before.map { request.on < $0 } ?? true }.map(\.person))
        if let stranger = people.first(where: { !members.contains($0) }) {
            throw OperationError.notInGroup(stranger, name: source.name)
        }
        try joining.checkNotBegun([source.id, joining.group.id], on: request.on)
        try joining.checkFit(
            people, on: request.on, request.inSpiteOfRules, reason: request.reason, parting: true)
    }

    mutating func copyPlan(to target: Group) throws {
        guard request.copiesPlan, case .new = request.target else { return }
        let sessions = try changing.coming(of: source.id, from: request.on).map(\.session)
        let weeks = Dictionary(grouping: sessions) { $0.date.inWeek(on: .monday) }
        for session in sessions {
            guard let number = session.groups.first?.number else { continue }
            let isAlone = weeks[session.date.inWeek(on: .monday)]?.count == 1
            let (date, slot) = isAlone ? inSlot(of: target, session) : (session.date, nil)
            try changing.add(
                Session(
                    id: writing.entropy.identifier(),
                    groups: [SessionGroup(group: target.id, number: number)], date: date,
                    start: slot?.start ?? session.start, end: slot?.end ?? session.end,
                    mode: session.mode, recording: session.recording, state: .planned),
                round: source.round)
        }
    }

    /// The day of the group's own slot in a session's week, unless it is past; then the session's
    /// own day and times, so that no week is lost.
    private func inSlot(of group: Group, _ session: Session) -> (LocalDate, Slot?) {
        guard let slot = group.slot else { return (session.date, nil) }
        let date = session.date.inWeek(on: slot.weekday)
        guard date >= request.on, WallClock.instant(date, slot.start) > writing.now else {
            return (session.date, nil)
        }
        return (date, slot)
    }
}

extension LocalDate {
    /// The day of the same ISO week with this weekday.
    fileprivate func inWeek(on day: Weekday) -> LocalDate {
        adding(days: day.rawValue - weekday.rawValue)
    }
}

extension Resource {
    /// The round that it lies in; the organisation for itself.
    fileprivate var enclosingRound: Resource {
        switch self {
        case .organisation: .organisation
        case .round(let round), .group(_, let round), .session(_, _, let round): .round(round)
        }
    }
}
