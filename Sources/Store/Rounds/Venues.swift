package import Courses
internal import GRDB

extension Reading {
    /// By name as the database orders it; whoever shows them sorts them for a reader.
    package func venues() throws -> [Venue] {
        try Row.fetchAll(db, sql: "SELECT * FROM venue ORDER BY name").map(venue)
    }

    /// - Parameter reference: a venue's public id or its name.
    package func venue(_ reference: String) throws -> Venue {
        guard let venue = try knownVenue(reference) else {
            throw UnknownReference(kind: .venue, text: reference)
        }
        return venue
    }

    package func knownVenue(_ reference: String) throws -> Venue? {
        try Row.fetchOne(
            db, sql: "SELECT * FROM venue WHERE public_id = lower(?1) OR name = ?1",
            arguments: [reference]
        ).map(venue)
    }

    private func venue(_ row: Row) throws -> Venue {
        let key: Int64 = row["id"]
        return Venue(
            id: row["public_id"], name: row["name"], address: row["address"],
            rooms: try String.fetchAll(
                db, sql: "SELECT name FROM venue_room WHERE venue_id = ? ORDER BY position",
                arguments: [key]))
    }

    /// The rooms of a venue in which groups of rounds that go on meet, with what they are called.
    package func roomsInUse(of venue: Venue.ID) throws -> [String: [String]] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT room, course_group.name FROM course_group JOIN round ON round.id = round_id
                WHERE venue_id = (SELECT id FROM venue WHERE public_id = ?)
                    AND room IS NOT NULL AND voided_by IS NULL AND ended_on IS NULL
                ORDER BY course_group.id
                """, arguments: [venue])
        return rows.reduce(into: [:]) { $0[$1["room"], default: []].append($1["name"]) }
    }
}

extension Writing {
    package func addVenue(name: String, address: String?, rooms: [String]) throws -> Venue {
        let venue = Venue(
            id: entropy.identifier(), name: name, address: address, rooms: rooms)
        let key = try insert(
            "INSERT INTO venue (public_id, name, address, created_at) VALUES (?, ?, ?, ?)",
            [venue.id, name, address, now])
        try insert(rooms, of: key)
        return venue
    }

    package func change(_ venue: Venue) throws {
        let key = try reading.requireKey(venue.id, in: .venue)
        try execute(
            "UPDATE venue SET name = ?, address = ? WHERE id = ?",
            [venue.name, venue.address, key])
        try execute("DELETE FROM venue_room WHERE venue_id = ?", [key])
        try insert(venue.rooms, of: key)
    }

    private func insert(_ rooms: [String], of key: Int64) throws {
        for (position, room) in rooms.enumerated() {
            try execute("INSERT INTO venue_room VALUES (?, ?, ?)", [key, position, room])
        }
    }
}
