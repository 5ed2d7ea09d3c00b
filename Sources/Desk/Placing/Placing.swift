import Courses
import Store

/// A group's size on a day before anything was done to it.
struct GroupWatch {
    let group: Group
    let before: Int

    init(_ id: Group.ID, _ reading: Reading, _ date: LocalDate) throws {
        group = try reading.group(id)
        before = try Self.size(id, reading, date)
    }

    static func size(_ id: Group.ID, _ reading: Reading, _ date: LocalDate) throws -> Int {
        Set(try reading.placements(in: id).filter { $0.includes(date) }.map(\.person)).count
    }

    func change(_ writing: Writing, _ date: LocalDate) throws -> GroupChange {
        GroupChange(
            group: group.id, name: group.name, before: before,
            after: try Self.size(group.id, writing.reading, date),
            offered: try writing.reading.offered(in: group.id, on: writing.today).count)
    }
}

/// Placing into one group, under way in one transaction.
struct Placing {
    let writing: Writing
    let actor: Actor
    let group: Group
    let round: Round
    private var watched: [Group.ID] = []
    private var sizes: [Group.ID: Int] = [:]

    init(_ writing: Writing, actor: Actor, group: Group.ID) throws {
        self.writing = writing
        self.actor = actor
        self.group = try writing.reading.group(group)
        round = try writing.reading.round(self.group.round.description)
        try Policy.require(
            actor, .organise, on: .group(group, round: round.id), date: writing.today)
    }

    // MARK: Checking

    mutating func check(_ request: PlaceRequest) throws {
        if let ended = round.endedOn, request.from >= ended {
            throw PlacingError.roundEnded(ended)
        }
        try watch(group.id, on: request.from)
        for person in request.people {
            let known = try writing.reading.enrolment(of: person, in: round.id)
            let present = known?.placements.first { $0.before.map { request.from < $0 } ?? true }
            if let present { throw PlacingError.alreadyPlaced(person, in: present.group) }
        }
        try checkNoMarks(of: request.people, from: request.from)
        try checkFit(
            request.people, on: request.from, request.inSpiteOfRules, reason: request.reason)
    }

    /// Every obstacle of everybody, at once. Open offers hold their seats.
    ///
    /// - Parameter parting: whether those who belong together may be parted for a reason; else
    ///   nothing overrules that a party is placed whole or not at all.
    func checkFit(
        _ people: [Person.ID], on date: LocalDate, _ inSpiteOfRules: Bool, reason: String?,
        parting: Bool = false
    ) throws {
        let company = try Company(of: people, in: group.id, on: date, writing, round.id)
        var occupied = Occupancy(
            people: company.here.union(company.offered).count,
            children: try writing.reading.children(in: group.id, on: date)
                + writing.reading.offeredChildren(
                    in: group.id, on: writing.today, besides: people))
        var faults: [PersonObstacles] = []
        for id in people {
            let person = try writing.reading.person(id)
            let wish = try wish(of: person)
            let obstacles = group.obstacles(to: wish, occupied: occupied)
            occupied.people += 1
            occupied.children += wish.childcare
            faults.append(try company.fault(of: person, besides: obstacles))
        }
        try Self.refuse(
            faults, unless: inSpiteOfRules, reason: reason,
            never: parting ? [.closed] : [.closed, .party])
    }

    /// All that does not fit of people who have been given a place here, as the group is now.
    func faults(of people: [Person.ID], placedOn date: LocalDate) throws -> [PersonObstacles] {
        let company = try Company(of: people, in: group.id, on: date, writing, round.id)
        let seats = company.here.union(company.offered).count
        let children =
            try writing.reading.children(in: group.id, on: date)
            + writing.reading.offeredChildren(
                in: group.id, on: writing.today, besides: people)
        return try people.map { id in
            let person = try writing.reading.person(id)
            let wish = try wish(of: person)
            let others = Occupancy(people: seats - 1, children: children - wish.childcare)
            return try company.fault(
                of: person, besides: group.obstacles(to: wish, occupied: others))
        }.filter { !$0.obstacles.isEmpty }
    }

    /// Whether everybody who belongs together comes together; all else was asked before.
    func checkCompany(_ people: [Person.ID], on date: LocalDate) throws {
        let company = try Company(of: people, in: group.id, on: date, writing, round.id)
        let faults = try people.map {
            try company.fault(of: try writing.reading.person($0), besides: [])
        }
        try Self.refuse(faults, unless: false, reason: nil, never: [])
    }

    /// - Parameter never: what no reason overrules.
    private static func refuse(
        _ all: [PersonObstacles], unless inSpiteOfRules: Bool, reason: String?,
        never: Set<PlacementObstacle>
    ) throws {
        let faults = all.filter { !$0.obstacles.isEmpty }
        guard !faults.isEmpty else { return }
        guard inSpiteOfRules, faults.allSatisfy({ never.isDisjoint(with: $0.obstacles) }) else {
            throw PlacingError.obstacles(faults)
        }
        guard let reason, !reason.isEmpty else { throw PlacingError.reasonNeeded }
    }

    /// A place may be dated back, but not past a signed list or a mark.
    func checkNoMarks(of people: [Person.ID], from date: LocalDate) throws {
        guard date <= writing.today else { return }
        for person in people {
            let bound = try writing.reading.sessionsBoundTo(person, in: group.id, from: date)
            guard bound.isEmpty else {
                throw PlacingError.againstMarks(person, sessions: bound)
            }
        }
    }

    func checkOpen(_ id: Group.ID) throws {
        let group = try writing.reading.group(id)
        if let closedOn = group.closedOn {
            throw PlacingError.groupClosed(name: group.name, on: closedOn)
        }
    }

    func checkForward(_ date: LocalDate) throws {
        guard date >= writing.today else { throw PlacingError.inThePast(date) }
        if let ended = round.endedOn { throw PlacingError.roundEnded(ended) }
    }

    /// A roster that somebody may already be marking, or has signed, is not changed.
    func checkNotBegun(_ groups: [Group.ID], on date: LocalDate) throws {
        guard date == writing.today else { return }
        for group in groups {
            let begun = try writing.reading.sessions(of: group, on: date).first {
                !$0.session.state.isCalledOff
                    && ($0.session.startsAt <= writing.now || $0.evidence.signedOff)
            }
            if let begun { throw PlacingError.sessionBegun(begun.session.id, on: date) }
        }
    }

    func presentGroup(of person: Person.ID, on date: LocalDate) throws -> Group.ID {
        let known = try writing.reading.enrolment(of: person, in: round.id)
        guard let known else { throw PlacingError.notEnrolled(person) }
        let present = known.placements.last { $0.before.map { date < $0 } ?? true }
        guard let present else { throw PlacingError.notPlaced(person) }
        return present.group
    }

    /// What they wish in this round, else what is known of them.
    private func wish(of person: Person) throws -> PlacementWish {
        let known = try writing.reading.enrolment(of: person.id, in: round.id)
        let wishes = try known.map { try writing.reading.wishes(in: $0.enrolment.id) } ?? [:]
        return PlacementWish(
            languages: wishes.languages ?? person.courseLanguages,
            interpreterOk: try wishes.acceptsInterpreter
                ?? writing.reading.acceptsInterpreter(person.id),
            gender: person.gender,
            childcare: try writing.reading.children(of: person.id, in: round.id))
    }

    // MARK: Doing

    mutating func watch(_ group: Group.ID, on date: LocalDate? = nil) throws {
        guard sizes[group] == nil else { return }
        watched.append(group)
        sizes[group] = try GroupWatch.size(group, writing.reading, date ?? writing.today)
    }

    func place(_ person: Person.ID, from date: LocalDate, operation: OpenOperation) throws {
        let enrolment = try writing.enrol(
            person, in: round.id, on: min(date, writing.today), operation: operation)
        let known = try writing.reading.enrolment(of: person, in: round.id)
        if let step = known?.enrolment.step, step == .withdrawn || step == .declined {
            // Whoever left comes back: what ended is not taken up again.
            try writing.step(
                enrolment, .applied, on: min(date, writing.today), operation: operation)
        }
        let wish = try wish(of: try writing.reading.person(person))
        try writing.step(enrolment, .placed, on: date, operation: operation)
        try writing.place(
            enrolment, in: group.id, from: date,
            language: group.language(for: wish) ?? .swedish, operation: operation)
    }

    mutating func move(
        _ person: Person.ID, from date: LocalDate, operation: OpenOperation
    ) throws {
        try watch(group.id, on: date)
        guard let known = try writing.reading.enrolment(of: person, in: round.id) else {
            throw PlacingError.notEnrolled(person)
        }
        // Whoever is to withdraw later does so from the new group as well.
        let end = known.placements.last?.before
        try writing.endPlacements(of: known.enrolment.id, before: date, operation: operation)
        let wish = try wish(of: try writing.reading.person(person))
        try writing.place(
            known.enrolment.id, in: group.id, from: date,
            language: group.language(for: wish) ?? .swedish, operation: operation)
        if let end {
            try writing.endPlacements(of: known.enrolment.id, before: end, operation: operation)
        }
    }

    /// Gives somebody a place here for each time that they would have had one in the groups that
    /// they leave; places elsewhere, before and after, stay as they are.
    func join(
        _ person: Person.ID, leaving groups: [Group.ID], from date: LocalDate,
        operation: OpenOperation
    ) throws {
        guard let known = try writing.reading.enrolment(of: person, in: round.id) else {
            throw PlacingError.notEnrolled(person)
        }
        let left = known.placements.filter { placement in
            groups.contains(placement.group) && placement.before.map { date < $0 } ?? true
        }
        for group in left.map(\.group).onceEach {
            try writing.endPlacements(
                of: known.enrolment.id, in: group, before: date, operation: operation)
        }
        let wish = try wish(of: try writing.reading.person(person))
        for placement in left {
            try writing.place(
                known.enrolment.id, in: group.id, from: max(date, placement.from),
                before: placement.before, language: group.language(for: wish) ?? .swedish,
                operation: operation)
        }
    }

    /// Open offers of a place in a group that closes are offers of one here.
    func moveOffers(of closing: Group.ID, operation: OpenOperation) throws {
        for person in try writing.reading.offered(in: closing, on: writing.today) {
            let known = try writing.reading.enrolment(of: person, in: round.id)
            guard let known, let offer = known.enrolment.offer else { continue }
            try writing.offer(
                OfferedPlace(group: group.id, from: offer.from, until: offer.until),
                to: known.enrolment.id, on: writing.today, operation: operation)
        }
    }

    func applied(
        _ operation: OpenOperation, _ kind: OperationKind, on date: LocalDate,
        people: [Person.ID]
    ) throws -> AppliedOperation {
        AppliedOperation(
            id: operation.id, kind: kind, effectiveOn: date, people: people,
            groups: try watched.map { id in
                GroupChange(
                    group: id, name: try writing.reading.group(id).name, before: sizes[id] ?? 0,
                    after: try GroupWatch.size(id, writing.reading, date),
                    offered: try writing.reading.offered(in: id, on: writing.today).count)
            })
    }
}
