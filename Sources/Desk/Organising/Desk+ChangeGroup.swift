package import Courses
import Store

extension NewGroup {
    /// As a group is.
    package init(_ group: Group) {
        self.init(
            name: group.name, round: group.round.description, languages: group.languages,
            delivery: group.delivery, minimum: group.size.minimum, maximum: group.size.maximum,
            openTo: group.openTo, childcarePlaces: group.childcarePlaces,
            venue: group.venueID?.description, room: group.room, slot: group.slot,
            link: group.link)
    }
}

extension Desk {
    /// A group with its message, for whoever may change it.
    package func groupToChange(_ reference: String, as actor: Actor) async throws -> Shown<Group> {
        let today = today
        return try await store.read { reading in
            let group = try reading.group(reference: reference)
            try Policy.require(
                actor, .organise, on: .group(group.id, round: group.round), date: today)
            return try reading.shown(group.id)
        }
    }

    /// Makes a group what it is to be from now on; what it was stands in its round's history.
    ///
    /// - Parameters:
    ///   - target: all that it is to be; its round stays.
    ///   - message: what is written to those who come, in some languages; an empty text takes a
    ///     language away.
    ///   - inSpiteOfRules: overrules, for a reason, a maximum below the seats that are taken and
    ///     another weekly time than that of sessions to come.
    /// - Throws: `OrganisingError` where people or sessions stand in the way.
    @discardableResult
    package func changeGroup(
        _ id: Group.ID, to target: NewGroup, message: [Language: String] = [:],
        reason: String? = nil, inSpiteOfRules: Bool = false, shown: ShownState? = nil,
        as actor: Actor
    ) async throws -> Shown<Group> {
        try Self.check(target)
        try Self.check(message)
        return try await write { writing in
            let placing = try Placing(writing, actor: actor, group: id)
            let before = try writing.reading.shown(id)
            try before.check(shown)
            if let ended = placing.round.endedOn { throw OrganisingError.roundEnded(ended) }
            let after = try Self.group(
                target, id: id, round: before.value.round, closedOn: before.value.closedOn,
                writing, actor)
            if after != before.value {
                try GroupChecking(writing, placing, before.value, after)
                    .check(inSpiteOfRules: inSpiteOfRules, reason: reason)
                let operation = try writing.begin(
                    .changeGroup, in: before.value.round, on: writing.today, by: actor,
                    reason: reason)
                try Self.unlessTaken(.groupNameTaken(after.name)) {
                    try writing.change(after, operation: operation)
                }
            }
            try writing.write(message, of: .group(id))
            try writing.audit("changeGroup", "group", id.description, by: actor)
            return try writing.reading.shown(id)
        }
    }
}

/// What stands in the way of a group's change.
private struct GroupChecking {
    let writing: Writing
    let placing: Placing
    let before: Group
    let after: Group
    let seats: [Seat]

    init(_ writing: Writing, _ placing: Placing, _ before: Group, _ after: Group) throws {
        self.writing = writing
        self.placing = placing
        self.before = before
        self.after = after
        seats = try writing.reading.seats(
            in: before.id, from: writing.today, today: writing.today)
    }

    func check(inSpiteOfRules: Bool, reason: String?) throws {
        try checkLanguages()
        try checkFit()
        let taken = Occupancy(most: seats, from: writing.today)
        if after.childcarePlaces < before.childcarePlaces, taken.children > after.childcarePlaces {
            throw OrganisingError.childcareTaken(taken.children)
        }
        guard let overrulable = try overrulable(taken) else { return }
        guard inSpiteOfRules else { throw overrulable }
        guard reason.isGiven else { throw PlacingError.reasonNeeded }
    }

    /// What a reason overrules.
    private func overrulable(_ taken: Occupancy) throws -> OrganisingError? {
        let maximum = after.size.maximum
        if maximum < before.size.maximum, taken.people > maximum {
            return .maximumTaken(taken: taken.people, maximum: maximum)
        }
        guard let slot = before.slot, slot != after.slot else { return nil }
        let planned = try writing.reading.sessions(
            SessionFilter(group: before.id, from: writing.today)
        ).map(\.session).count { session in
            !session.state.isCalledOff && session.startsAt > writing.now
                && session.date.weekday == slot.weekday && session.start == slot.start
                && session.end == slot.end
        }
        return planned == 0 ? nil : .slotPlanned(planned)
    }

    /// Figures read a group's languages for all that it has done; and whoever has had a place had
    /// it under one of them, and may have it again.
    private func checkLanguages() throws {
        let isSame =
            after.languages == before.languages
            && after.delivery.interpretedInto == before.delivery.interpretedInto
        guard !isSame else { return }
        guard try !writing.reading.hasBegun(before.id, at: writing.now) else {
            throw OrganisingError.languagesKept
        }
        let known = after.languages + after.delivery.interpretedInto
        let inUse = try writing.reading.languagesInUse(in: before.id)
        if let (language, people) = inUse.filter({ !known.contains($0.key) }).min(by: {
            $0.key < $1.key
        }) {
            throw OrganisingError.languageInUse(language, people: people)
        }
    }

    /// Nobody who fits the group, or was offered a place in it, stops fitting it.
    private func checkFit() throws {
        let few: Set<PlacementObstacle> = [.language, .interpreter, .openTo]
        let empty = Occupancy(people: 0, children: 0)
        var people = 0
        for id in Set(seats.map(\.person)) {
            let wish = try placing.wish(of: try writing.reading.person(id))
            let was = few.intersection(before.obstacles(to: wish, occupied: empty))
            let now = few.intersection(after.obstacles(to: wish, occupied: empty))
            if !now.subtracting(was).isEmpty { people += 1 }
        }
        if people > 0 { throw OrganisingError.noLongerFit(people) }
    }
}

extension Reading {
    fileprivate func shown(_ group: Group.ID) throws -> Shown<Group> {
        Shown(try self.group(group), texts: try texts(of: .group(group)))
    }
}
