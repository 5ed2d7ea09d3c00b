package import Courses
import Store

/// What a new group is to be.
package struct NewGroup: Sendable, Equatable {
    package var name: String
    package var round: String
    package var languages: [Language]
    package var delivery: Delivery
    package var minimum: Int
    package var maximum: Int
    package var openTo: OpenTo
    package var childcarePlaces: Int
    /// A venue's public id or name; one that nobody has named before is made.
    package var venue: String?
    /// One of the venue's.
    package var room: String?
    package var slot: Slot?
    package var link: String?

    /// - Parameter round: a round's public id or code.
    package init(
        name: String, round: String, languages: [Language], delivery: Delivery = .leaderSpeaks,
        minimum: Int = 4, maximum: Int = 16, openTo: OpenTo = .all, childcarePlaces: Int = 0,
        venue: String? = nil, room: String? = nil, slot: Slot? = nil, link: String? = nil
    ) {
        self.name = name
        self.round = round
        self.languages = languages
        self.delivery = delivery
        self.minimum = minimum
        self.maximum = maximum
        self.openTo = openTo
        self.childcarePlaces = childcarePlaces
        self.venue = venue
        self.room = room
        self.slot = slot
        self.link = link
    }
}

extension Desk {
    /// - Parameter round: a round's public id or code; nil lists those of all.
    package func groups(in round: String? = nil, as actor: Actor) async throws -> [Group] {
        try await readPlan(as: actor) { reading in
            let round = try round.map { try reading.round($0).id }
            return try reading.groups(in: round)
        }
    }

    /// - Parameter reference: a group's public id, its name, or `round/name`.
    package func group(_ reference: String, as actor: Actor) async throws -> Group {
        try await readPlan(as: actor) { try $0.group(reference: reference) }
    }

    /// - Parameter message: what is written to those who come, in some languages.
    @discardableResult
    package func addGroup(
        _ new: NewGroup, message: [Language: String] = [:], as actor: Actor
    ) async throws -> Group {
        try Self.check(new)
        try Self.check(message)
        return try await write { writing in
            let round = try writing.reading.round(new.round)
            try Policy.require(actor, .organise, on: .round(round.id), date: writing.today)
            let group = try Self.add(new, to: round.id, writing, nil, by: actor)
            try writing.write(message, of: .group(group.id))
            try writing.audit("addGroup", "group", group.id.description, by: actor)
            return group
        }
    }

    @discardableResult
    static func check(_ new: NewGroup) throws -> GroupSize {
        try check(name: new.name)
        guard !new.languages.isEmpty else { throw OrganisingError.languageMissing }
        guard let size = GroupSize(minimum: new.minimum, maximum: new.maximum) else {
            throw OrganisingError.groupSize(minimum: new.minimum, maximum: new.maximum)
        }
        guard (0...500).contains(new.childcarePlaces) else {
            throw OrganisingError.childcareOutOfRange
        }
        for languages in [new.languages, new.delivery.interpretedInto] {
            guard Set(languages).count == languages.count else {
                throw OrganisingError.languageTwice
            }
            guard languages.count <= 16 else {
                throw OrganisingError.tooManyLanguages(maximum: 16)
            }
        }
        if let link = new.link, !isLink(link) { throw OrganisingError.linkMalformed(link) }
        return size
    }

    /// - Parameter operation: the one that opens it.
    static func add(
        _ new: NewGroup, to round: Round.ID, _ writing: Writing, _ operation: OpenOperation?,
        by actor: Actor
    ) throws -> Group {
        if let ended = try writing.reading.round(round.description).endedOn {
            throw OrganisingError.roundEnded(ended)
        }
        let group = try group(
            new, id: writing.entropy.identifier(), round: round, closedOn: nil, writing, actor)
        try unlessTaken(.groupNameTaken(new.name)) {
            try writing.addGroup(group, operation: operation)
        }
        return try writing.reading.group(group.id)
    }

    /// - Parameters:
    ///   - new: all that the group is to be, but for its round.
    static func group(
        _ new: NewGroup, id: Group.ID, round: Round.ID, closedOn: LocalDate?, _ writing: Writing,
        _ actor: Actor
    ) throws -> Group {
        let size = try check(new)
        let place = try place(of: new, writing, actor)
        return Group(
            id: id, name: new.name, round: round, languages: new.languages,
            delivery: new.delivery, size: size, openTo: new.openTo,
            childcarePlaces: new.childcarePlaces,
            venue: place.map { $0.venue.name + ($0.room.map { ", " + $0 } ?? "") },
            slot: new.slot, link: new.link, closedOn: closedOn, venueID: place?.venue.id,
            room: place?.room)
    }
}

extension Desk {
    /// `https`, printable ASCII, at most 500 characters.
    static func isLink(_ text: String) -> Bool {
        text.hasPrefix("https://") && text.utf8.count > 8 && text.utf8.count <= 500
            && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    }
}

extension Reading {
    func group(reference: String) throws -> Group {
        if let id = Group.ID(reference), let group = try? group(id) { return group }
        let parts = reference.split(separator: "/", maxSplits: 1).map(String.init)
        let isQualified = parts.count == 2
        let round = isQualified ? try round(parts[0]).id : nil
        let name = isQualified ? parts[1] : reference
        let found = try groups(in: round).filter { $0.name == name }
        guard let group = found.first else {
            throw UnknownReference(kind: .group, text: reference)
        }
        guard found.count == 1 else { throw OrganisingError.groupNameAmbiguous(reference) }
        return group
    }
}
