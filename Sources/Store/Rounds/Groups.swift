package import Courses
internal import GRDB

extension Reading {
    private static let select = """
        SELECT course_group.*, round.public_id AS round,
            (SELECT group_concat(language, ' ') FROM (
                SELECT language FROM group_language WHERE group_id = course_group.id
                    AND use = 'spoken' ORDER BY position)) AS spoken,
            (SELECT group_concat(language, ' ') FROM (
                SELECT language FROM group_language WHERE group_id = course_group.id
                    AND use = 'interpreted' ORDER BY position)) AS interpreted,
            (SELECT name FROM venue WHERE id = venue_id) AS venue_name,
            (SELECT public_id FROM venue WHERE id = venue_id) AS venue_public_id
        FROM course_group JOIN round ON round.id = round_id
        """

    /// By round, the oldest first, then by name.
    package func groups(in round: Round.ID? = nil) throws -> [Group] {
        try rows(
            asked: Self.select
                + """
                 WHERE voided_by IS NULL AND (?1 IS NULL OR round.public_id = ?1)
                ORDER BY round.first_day, round.id, course_group.name, course_group.id
                """, [round]
        ).map { try Group(row: $0) }
    }

    package func group(_ id: Group.ID) throws -> Group {
        let found = try rows(
            asked: Self.select + " WHERE course_group.public_id = ? AND voided_by IS NULL", [id])
        guard let row = found.first else {
            throw UnknownReference(kind: .group, text: id.description)
        }
        return try Group(row: row)
    }
}

extension Writing {
    /// - Parameter operation: the one that opens it, and whose undo takes it back.
    package func addGroup(_ group: Group, operation: OpenOperation? = nil) throws {
        let key = try insert(
            """
            INSERT INTO course_group (public_id, round_id, name, delivery, minimum, maximum,
                open_to, childcare_places, venue_id, room, slot_weekday, slot_start, slot_end, link,
                opening_operation_id, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                group.id, try reading.requireKey(group.round, in: .round), group.name,
                group.delivery.code, group.size.minimum, group.size.maximum,
                group.openTo.rawValue, group.childcarePlaces,
                try group.venueID.map { try reading.requireKey($0, in: .venue) }, group.room,
                group.slot?.weekday.rawValue, group.slot?.start, group.slot?.end, group.link,
                operation?.key, now,
            ])
        try insertLanguages(group.languages, use: "spoken", of: key)
        try insertLanguages(group.delivery.interpretedInto, use: "interpreted", of: key)
    }

    func insertLanguages(_ languages: [Language], use: String, of key: Int64) throws {
        for (position, language) in languages.enumerated() {
            try execute(
                "INSERT INTO group_language VALUES (?, ?, ?, ?)",
                [key, use, position, language.rawValue])
        }
    }

    package func close(_ group: Group.ID, on date: LocalDate, operation: OpenOperation) throws {
        try execute(
            "UPDATE course_group SET closed_on = ?, closing_operation_id = ? WHERE public_id = ?",
            [date, operation.key, group])
    }

    /// Opens a closed group again; how it was closed stays in a dated row.
    package func reopen(_ group: Group.ID, operation: OpenOperation) throws {
        let key = try reading.requireKey(group, in: .group)
        try execute(
            """
            INSERT INTO group_reopening
                (group_id, operation_id, was_closed_on, was_closing_operation_id)
            SELECT id, ?, closed_on, closing_operation_id FROM course_group
            WHERE id = ? AND closed_on IS NOT NULL
            """, [operation.key, key])
        try execute(
            """
            UPDATE course_group SET closed_on = NULL, closing_operation_id = NULL WHERE id = ?
            """, [key])
    }
}

extension Delivery {
    var code: String {
        switch self {
        case .leaderSpeaks: "leaderSpeaks"
        case .interpreted: "interpreted"
        case .bilingual: "bilingual"
        }
    }
}

extension Group {
    fileprivate init(row: Row) throws {
        let size = GroupSize(minimum: row["minimum"], maximum: row["maximum"])
        let interpreted = Language.list(row["interpreted"])
        guard let size, let openTo = OpenTo(rawValue: row["open_to"]) else {
            throw StoreError.damaged(table: "course_group")
        }
        let delivery: Delivery =
            switch row["delivery"] as String {
            case "interpreted": .interpreted(into: interpreted)
            case "bilingual": .bilingual
            default: .leaderSpeaks
            }
        let (venue, room): (String?, String?) = (row["venue_name"], row["room"])
        self.init(
            id: row["public_id"], name: row["name"], round: row["round"],
            languages: Language.list(row["spoken"]), delivery: delivery, size: size,
            openTo: openTo, childcarePlaces: row["childcare_places"],
            venue: venue.map { $0 + (room.map { ", " + $0 } ?? "") },
            slot: Slot(row: row), link: row["link"], closedOn: row["closed_on"],
            venueID: row["venue_public_id"], room: room)
    }
}

extension Slot {
    fileprivate init?(row: Row) {
        guard let number: Int = row["slot_weekday"], let weekday = Weekday(rawValue: number),
            let start: LocalTime = row["slot_start"], let end: LocalTime = row["slot_end"]
        else { return nil }
        self.init(weekday: weekday, start: start, end: end)
    }
}
