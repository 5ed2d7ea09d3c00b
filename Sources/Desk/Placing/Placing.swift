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
            try checkUnplaced(person, from: request.from)
            try watchOffer(to: person, on: request.from)
        }
        try checkNoMarks(of: request.people, from: request.from)
        try checkFit(
            request.people, on: request.from, request.inSpiteOfRules, reason: request.reason)
    }

    /// Nobody has two places at a time.
    func checkUnplaced(_ person: Person.ID, from date: LocalDate) throws {
        let known = try writing.reading.enrolment(of: person, in: round.id)
        if let present = known?.placements.first(where: { $0.reaches(date) }) {
            throw PlacingError.alreadyPlaced(person, in: present.group)
        }
    }

    /// Every obstacle of everybody, at once. Open offers, and places that begin later, hold their
    /// seats.
    ///
    /// - Parameter parting: whether those who belong together may be parted for a reason; else
    ///   nothing overrules that a party is placed whole or not at all.
    /// - Returns: what was overruled.
    @discardableResult
    func checkFit(
        _ people: [Person.ID], on date: LocalDate, _ inSpiteOfRules: Bool, reason: String?,
        parting: Bool = false
    ) throws -> [PersonObstacles] {
        let company = try Company(of: people, in: group.id, on: date, writing, round.id)
        var occupied = company.occupied
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
        return faults
    }

    /// All that does not fit of people who have been given a place here, as the group is now.
    func faults(of people: [Person.ID], placedOn date: LocalDate) throws -> [PersonObstacles] {
        let company = try Company(of: people, in: group.id, on: date, writing, round.id)
        let all = try people.map { try writing.reading.person($0) }
        let wishes = try all.map { try wish(of: $0) }
        var occupied = company.occupied
        occupied.people += people.count
        occupied.children += wishes.reduce(0) { $0 + $1.childcare }
        return try zip(all, wishes).map { person, wish in
            let others = Occupancy(
                people: occupied.people - 1, children: occupied.children - wish.childcare)
            return try company.fault(
                of: person, besides: group.obstacles(to: wish, occupied: others))
        }.filter { !$0.obstacles.isEmpty }
    }

    /// Whether those who accept what they were offered come with everybody who belongs with them,
    /// and meet nobody from whom they are kept apart, but for those in spite of whom they were
    /// offered the place; all else was asked then.
    func checkCompany(
        _ people: [(id: Person.ID, offer: OfferedPlace)], on date: LocalDate
    ) throws {
        let company = try Company(of: people.map(\.id), in: group.id, on: date, writing, round.id)
        let faults = try people.map { person in
            let overruled = try person.offer.inSpiteBy.map {
                try writing.reading.parties(in: round.id, knownTo: $0).apart(from: person.id)
            }
            return try company.fault(
                of: try writing.reading.person(person.id), besides: [],
                inSpiteOf: overruled ?? [])
        }
        try Self.refuse(faults, unless: false, reason: nil, never: [])
    }

    /// Whether there is room for those who take up a place before the day from which they were
    /// offered it; what there was no room for on that day either was overruled then.
    func checkRoom(
        _ places: [(id: Person.ID, from: LocalDate, offeredFrom: LocalDate)]
    ) throws {
        let people = places.map(\.id)
        let tooEarly = try places.filter { $0.from < $0.offeredFrom }.compactMap { place in
            let known =
                try faults(of: people, placedOn: place.offeredFrom)
                .first { $0.person == place.id }?.obstacles ?? []
            return try faults(of: people, placedOn: place.from)
                .first { $0.person == place.id }?
                .only([.childcare, .full].filter { !known.contains($0) })
        }
        try Self.refuse(tooEarly, unless: false, reason: nil, never: [])
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
        guard reason.isGiven else { throw PlacingError.reasonNeeded }
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
        guard let present = known.placement(reaching: date) else {
            throw PlacingError.notPlaced(person)
        }
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

    /// The group where somebody has been offered a place, which lapses when they get another.
    mutating func watchOffer(to person: Person.ID, on date: LocalDate) throws {
        let known = try writing.reading.enrolment(of: person, in: round.id)
        guard let offer = known?.enrolment.offer, offer.isOpen(on: writing.today) else { return }
        try watch(offer.group, on: date)
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
        let end = Self.lastEnd(known)
        try writing.endPlacements(of: known.enrolment.id, before: date, operation: operation)
        let wish = try wish(of: try writing.reading.person(person))
        try writing.place(
            known.enrolment.id, in: group.id, from: date, before: end,
            language: group.language(for: wish) ?? .swedish, operation: operation)
        if end == nil { try stay(known, from: date, operation) }
    }

    /// Whoever is to withdraw later does so from the new group as well; whoever was to wait again
    /// no longer does.
    private static func lastEnd(_ known: EnrolmentOverview) -> LocalDate? {
        known.placements.last.flatMap { known.withdraws(atEndOf: $0) ? $0.before : nil }
    }

    /// Notes anew that somebody has a place, where later days were to bring something else.
    private func stay(
        _ known: EnrolmentOverview, from date: LocalDate, _ operation: OpenOperation
    ) throws {
        guard known.enrolment.step != .placed else { return }
        try writing.step(known.enrolment.id, .placed, on: date, operation: operation)
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
        let left = known.placements.filter { groups.contains($0.group) && $0.reaches(date) }
        for group in left.map(\.group).onceEach {
            try writing.endPlacements(
                of: known.enrolment.id, in: group, before: date, operation: operation)
        }
        let wish = try wish(of: try writing.reading.person(person))
        for placement in left {
            let isLast = placement == known.placements.last
            let end = isLast ? Self.lastEnd(known) : placement.before
            try writing.place(
                known.enrolment.id, in: group.id, from: max(date, placement.from),
                before: end, language: group.language(for: wish) ?? .swedish,
                operation: operation)
            if isLast, end == nil { try stay(known, from: max(date, placement.from), operation) }
        }
    }

    /// Open offers of a place in a group that closes are offers of one here, from the day on.
    func moveOffers(
        of closing: Group.ID, on date: LocalDate, operation: OpenOperation
    ) throws {
        for person in try writing.reading.offered(in: closing, on: writing.today) {
            let known = try writing.reading.enrolment(of: person, in: round.id)
            guard let known, let offer = known.enrolment.offer else { continue }
            try writing.offer(
                OfferedPlace(
                    group: group.id, from: max(date, offer.from), until: offer.until,
                    inSpiteBy: offer.inSpiteBy),
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
