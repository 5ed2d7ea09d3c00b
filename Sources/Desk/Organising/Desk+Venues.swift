package import Courses
import Store

/// What a venue is to be.
package struct NewVenue: Sendable, Equatable {
    package var name: String
    package var address: String?
    /// In the order in which they are to be listed.
    package var rooms: [String]
    /// The way there; an empty text takes a language away.
    package var way: [Language: String]

    package init(
        name: String, address: String? = nil, rooms: [String] = [], way: [Language: String] = [:]
    ) {
        self.name = name
        self.address = address
        self.rooms = rooms
        self.way = way
    }
}

extension Desk {
    package func venues(as actor: Actor) async throws -> [Venue] {
        try await readPlan(as: actor) { try $0.venues() }
    }

    /// A venue with the way there, as anybody on the staff may read it.
    ///
    /// - Parameter reference: its public id or its name.
    package func venue(_ reference: String, as actor: Actor) async throws -> Shown<Venue> {
        try await readPlan(as: actor) { try $0.shownVenue(reference) }
    }

    @discardableResult
    package func addVenue(_ new: NewVenue, as actor: Actor) async throws -> Shown<Venue> {
        try Self.check(new)
        return try await write { writing in
            try Policy.require(actor, .organise, on: .organisation, date: writing.today)
            let venue = try Self.add(new, writing, actor)
            return try writing.reading.shownVenue(venue.id.description)
        }
    }

    /// - Throws: `OrganisingError.roomInUse` for a room that is left out though a group meets
    ///   there in a round that goes on.
    @discardableResult
    package func changeVenue(
        _ reference: String, to target: NewVenue, shown: ShownState? = nil, as actor: Actor
    ) async throws -> Shown<Venue> {
        try Self.check(target)
        return try await write { writing in
            try Policy.require(actor, .organise, on: .organisation, date: writing.today)
            let before = try writing.reading.shownVenue(reference)
            try before.check(shown)
            let id = before.value.id
            for (room, groups) in try writing.reading.roomsInUse(of: id).sorted(by: {
                $0.key < $1.key
            })
            where !target.rooms.contains(room) {
                throw OrganisingError.roomInUse(room, groups: groups)
            }
            try Self.unlessTaken(.venueNameTaken(target.name)) {
                try writing.change(
                    Venue(id: id, name: target.name, address: target.address, rooms: target.rooms))
            }
            try writing.write(target.way, of: .venue(id))
            try writing.audit("changeVenue", "venue", id.description, by: actor)
            return try writing.reading.shownVenue(id.description)
        }
    }

    private static func check(_ new: NewVenue) throws {
        try check(name: new.name)
        try check(new.way)
        guard new.rooms.count <= 100 else { throw OrganisingError.tooManyRooms(maximum: 100) }
        var seen: Set<String> = []
        for room in new.rooms {
            try check(name: room)
            guard seen.insert(room).inserted else { throw OrganisingError.roomTwice(room) }
        }
    }

    private static func add(_ new: NewVenue, _ writing: Writing, _ actor: Actor) throws -> Venue {
        let venue = try unlessTaken(.venueNameTaken(new.name)) {
            try writing.addVenue(name: new.name, address: new.address, rooms: new.rooms)
        }
        try writing.write(new.way, of: .venue(venue.id))
        try writing.audit("addVenue", "venue", venue.id.description, by: actor)
        return venue
    }

    /// The venue and room of a group that is to be; a venue that nobody has named before is made.
    static func place(
        of new: NewGroup, _ writing: Writing, _ actor: Actor
    ) throws -> (venue: Venue, room: String?)? {
        guard let reference = new.venue, !reference.allSatisfy(\.isWhitespace) else {
            if let room = new.room { throw OrganisingError.roomUnknown(room) }
            return nil
        }
        let venue =
            try writing.reading.knownVenue(reference)
            ?? add(NewVenue(name: reference), writing, actor)
        if let room = new.room, !venue.rooms.contains(room) {
            throw OrganisingError.roomUnknown(room)
        }
        return (venue, new.room)
    }
}

extension Reading {
    fileprivate func shownVenue(_ reference: String) throws -> Shown<Venue> {
        let venue = try venue(reference)
        return Shown(venue, texts: try texts(of: .venue(venue.id)))
    }
}
