package import Balancing
package import Courses
import Store

/// How a round is to be balanced.
package struct BalanceTerms: Sendable, Equatable {
    /// A round's public id or code.
    package var round: String
    /// The first day of the places; nil is today, or the round's first day if that is later.
    package var on: LocalDate?
    package var order: LevelOrder
    /// Where somebody must go, with those who belong with them.
    package var locks: [Person.ID: Group.ID]
    /// Who may lose the place that they have.
    package var unlocked: Set<Person.ID>

    package init(
        round: String, on: LocalDate? = nil, order: LevelOrder = .mostPlaced,
        locks: [Person.ID: Group.ID] = [:], unlocked: Set<Person.ID> = []
    ) {
        self.round = round
        self.on = on
        self.order = order
        self.locks = locks
        self.unlocked = unlocked
    }
}

/// Who goes where in a round by the balancing, and the state that it was asked of.
///
/// A party goes by the id of the first of its people, a group by its own.
package struct BalanceProposal: Sendable, Equatable {
    package let problem: Problem
    package let proposal: Proposal
    package let basis: RoundBasis
    package let effectiveOn: LocalDate
    package let people: [String: [Person.ID]]
    package let names: [Person.ID: DisplayName]
    package let groups: [Group]

    /// What applying it would change: of all parties, or of those to which these people belong.
    package func changes(only chosen: [Person.ID]? = nil) -> [BalancedPlace] {
        let current = Dictionary(
            problem.parties.map { ($0.id, $0.currentGroup) }, uniquingKeysWith: { one, _ in one })
        let placed = proposal.placements.map { ($0.party, Optional($0.group)) }
        let unplaced = proposal.unplaced.map { ($0.party, String?.none) }
        return (placed + unplaced).compactMap { party, group in
            guard let known = current[party], known != group else { return nil }
            let people = people[party] ?? []
            if let chosen, Set(chosen).isDisjoint(with: people) { return nil }
            return BalancedPlace(people: people, group: group.flatMap { Group.ID($0) })
        }
    }
}

/// Where people go; nil is that they lose the place they have and wait again.
package struct BalancedPlace: Sendable, Equatable {
    package let people: [Person.ID]
    package let group: Group.ID?

    package init(people: [Person.ID], group: Group.ID?) {
        self.people = people
        self.group = group
    }
}

extension Desk {
    /// Proposes who goes where in a round; nothing is changed.
    ///
    /// - Parameter deadline: after it the best found so far is proposed.
    package func proposeBalance(
        _ terms: BalanceTerms, deadline: Deadline = .never, as actor: Actor
    ) async throws -> BalanceProposal {
        let question = try await balanceProblem(terms, as: actor)
        let balancer = try Balancer(order: terms.order, deadline: deadline)
        return question.answered(
            try await Gate.balancing.run { balancer.propose(question.problem) })
    }

    /// The proposals for several orders of the same round, the first first.
    ///
    /// - Parameters:
    ///   - seconds: how long each is looked for at most.
    ///   - clock: seconds on a clock that never goes back.
    package func proposeBalances(
        _ terms: BalanceTerms, orders: [LevelOrder], seconds: Double,
        by clock: @escaping @Sendable () -> Double, as actor: Actor
    ) async throws -> [BalanceProposal] {
        let question = try await balanceProblem(terms, as: actor)
        return try await Gate.balancing.run {
            try orders.map { order in
                let deadline = Deadline(seconds: seconds, now: clock)
                return question.answered(
                    try Balancer(order: order, deadline: deadline).propose(question.problem))
            }
        }
    }

    /// The balancing's problem as the round is now, with nobody placed yet.
    package func balanceProblem(
        _ terms: BalanceTerms, as actor: Actor
    ) async throws -> BalanceProposal {
        let now = clock.now()
        return try await store.read { reading in
            let round = try reading.round(terms.round)
            try Policy.require(
                actor, .organise, on: .round(round.id), date: WallClock.date(now))
            if let ended = round.endedOn { throw PlacingError.roundEnded(ended) }
            return try BalanceQuestion(terms, round, at: now, reading).unanswered()
        }
    }

    /// Gives people the places of a proposal, or of some of its parties, as one operation.
    ///
    /// All rules are held against what comes out: people may change places with one another.
    @discardableResult
    package func applyBalance(
        _ places: [BalancedPlace], in round: String, on date: LocalDate, reason: String? = nil,
        as actor: Actor, dryRun: Bool = false, basis: RoundBasis? = nil
    ) async throws -> AppliedOperation {
        guard places.contains(where: { !$0.people.isEmpty }) else {
            throw OperationError.nobodyNamed
        }
        return try await operate(
            on: { try $0.resource(ofRound: round) }, basis: basis, dryRun: dryRun, as: actor
        ) { writing in
            let round = try writing.reading.round(round)
            if let ended = round.endedOn { throw PlacingError.roundEnded(ended) }
            guard date >= writing.today else { throw PlacingError.inThePast(date) }
            let operation = try writing.begin(
                .balance, in: round.id, on: date, by: actor, reason: reason)
            var moving = BalanceMoving(writing, actor, round, date, operation)
            for place in places { try moving.take(place) }
            try moving.checkFit()
            return try moving.applied()
        }
    }
}

/// A proposal being applied in one transaction.
private struct BalanceMoving {
    let writing: Writing
    let actor: Actor
    let round: Round
    let date: LocalDate
    let operation: OpenOperation
    private var watches: [Group.ID: GroupWatch] = [:]
    /// Groups where offers lapse.
    private var lapsing: [Group.ID: GroupWatch] = [:]
    private var placed: [Group.ID: [Person.ID]] = [:]
    private var released: [(person: Person.ID, group: Group.ID)] = []
    private var people: [Person.ID] = []

    init(
        _ writing: Writing, _ actor: Actor, _ round: Round, _ date: LocalDate,
        _ operation: OpenOperation
    ) {
        self.writing = writing
        self.actor = actor
        self.round = round
        self.date = date
        self.operation = operation
    }

    mutating func take(_ place: BalancedPlace) throws {
        for person in place.people {
            guard let known = try writing.reading.enrolment(of: person, in: round.id) else {
                throw PlacingError.notEnrolled(person)
            }
            let standing = known.standing(on: date, today: writing.today)
            let present = known.placement(reaching: date)?.group
            guard standing == .placed || standing.isWaiting else {
                throw EnrolmentError.stepImpossible(
                    person, from: known.enrolment.step, to: .placed)
            }
            guard present != place.group else { continue }
            try watch(present)
            try watch(place.group)
            try watch(known.enrolment.offer)
            people.append(person)
            guard let group = place.group else {
                try release(known, from: present)
                continue
            }
            var placing = try Placing(writing, actor: actor, group: group)
            if present == nil {
                try placing.place(person, from: date, operation: operation)
            } else {
                try placing.move(person, from: date, operation: operation)
            }
            placed[group, default: []].append(person)
        }
    }

    private mutating func watch(_ id: Group.ID?) throws {
        guard let id, watches[id] == nil else { return }
        let placing = try Placing(writing, actor: actor, group: id)
        guard placing.round.id == round.id else { throw PlacingError.otherRound }
        try placing.checkNotBegun([id], on: date)
        watches[id] = try GroupWatch(id, writing.reading, date)
    }

    private mutating func watch(_ offer: OfferedPlace?) throws {
        guard let offer, offer.isOpen(on: writing.today), lapsing[offer.group] == nil else {
            return
        }
        lapsing[offer.group] = try GroupWatch(offer.group, writing.reading, date)
    }

    private mutating func release(_ known: EnrolmentOverview, from group: Group.ID?) throws {
        guard let group else { return }
        let placing = try Placing(writing, actor: actor, group: group)
        try writing.endPlacements(of: known.enrolment.id, before: date, operation: operation)
        try placing.wait(known, from: date, operation)
        released.append((known.enrolment.person, group))
    }

    /// Everybody who came into a group fits it as it is now, and nobody who lost a place there
    /// has left behind somebody who belongs with them.
    func checkFit() throws {
        var faults: [PersonObstacles] = []
        for (group, people) in placed.sorted(by: { $0.key < $1.key }) {
            faults += try Placing(writing, actor: actor, group: group)
                .faults(of: people, placedOn: date)
        }
        let parties = try writing.reading.parties(in: round.id)
        for (person, group) in released {
            let stay = Set(
                try writing.reading.placements(in: group).filter { $0.reaches(date) }
                    .map(\.person))
            let parted = parties.together(with: person).intersection(stay).sorted()
            guard !parted.isEmpty else { continue }
            faults.append(
                PersonObstacles(
                    person: person, name: try writing.reading.person(person).name,
                    obstacles: [.party], others: parted))
        }
        guard faults.isEmpty else { throw PlacingError.obstacles(faults) }
    }

    func applied() throws -> AppliedOperation {
        AppliedOperation(
            id: operation.id, kind: .balance, effectiveOn: date, people: people.onceEach,
            groups: try watches.merging(lapsing) { known, _ in known }.values
                .sorted { $0.group.name < $1.group.name }
                .map { try $0.change(writing, date) })
    }
}
