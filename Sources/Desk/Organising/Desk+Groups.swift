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
    package var venue: String?
    package var slot: Slot?
    package var link: String?

    /// - Parameter round: a round's public id or code.
    package init(
        name: String, round: String, languages: [Language], delivery: Delivery = .leaderSpeaks,
        minimum: Int = 4, maximum: Int = 16, openTo: OpenTo = .all, childcarePlaces: Int = 0,
        venue: String? = nil, slot: Slot? = nil, link: String? = nil
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

    @discardableResult
    package func addGroup(_ new: NewGroup, as actor: Actor) async throws -> Group {
        try Self.check(new)
        return try await write { writing in
            let round = try writing.reading.round(new.round)
            try Policy.require(actor, .organise, on: .round(round.id), date: writing.today)
            let group = try Self.add(new, to: round.id, writing, nil)
            try writing.audit("addGroup", "group", group.id.description, by: actor)
            return group
        }
    }

    @discardableResult
    static func check(_ new: NewGroup) throws -> GroupSize {
        guard !new.name.allSatisfy(\.isWhitespace) else { throw OrganisingError.nameMissing }
        guard !new.languages.isEmpty else { throw OrganisingError.languageMissing }
        guard let size = GroupSize(minimum: new.minimum, maximum: new.maximum) else {
            throw OrganisingError.groupSize(minimum: new.minimum, maximum: new.maximum)
        }
        if let link = new.link, !isLink(link) { throw OrganisingError.linkMalformed(link) }
        return size
    }

    /// - Parameter operation: the one that opens it.
    static func add(
        _ new: NewGroup, to round: Round.ID, _ writing: Writing, _ operation: OpenOperation?
    ) throws -> Group {
        if let ended = try writing.reading.round(round.description).endedOn {
            throw OrganisingError.roundEnded(ended)
        }
        let group = Group(
            id: writing.entropy.identifier(), name: new.name, round: round,
            languages: new.languages, delivery: new.delivery, size: try check(new),
            openTo: new.openTo, childcarePlaces: new.childcarePlaces, venue: new.venue,
            slot: new.slot, link: new.link, closedOn: nil)
        try unlessTaken(.groupNameTaken(new.name)) {
            try writing.addGroup(group, operation: operation)
        }
        return group
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
