package import Courses
internal import GRDB

extension Writing {
    /// Makes a group what it is to be from now on, and keeps what it was.
    package func change(_ group: Group, operation: OpenOperation) throws {
        let key = try reading.requireKey(group.id, in: .group)
        let was = try reading.group(group.id)
        try execute(
            """
            INSERT INTO group_change (group_id, operation_id, was_name, was_delivery,
                was_languages, was_interpreted, was_minimum, was_maximum, was_open_to,
                was_childcare_places, was_venue_id, was_room, was_slot_weekday, was_slot_start,
                was_slot_end, was_link)
            SELECT id, ?, name, delivery, ?, ?, minimum, maximum, open_to, childcare_places,
                venue_id, room, slot_weekday, slot_start, slot_end, link
            FROM course_group WHERE id = ?
            """,
            [
                operation.key, Language.written(was.languages),
                Language.written(was.delivery.interpretedInto), key,
            ])
        try execute(
            """
            UPDATE course_group SET name = ?, delivery = ?, minimum = ?, maximum = ?, open_to = ?,
                childcare_places = ?, venue_id = ?, room = ?, slot_weekday = ?, slot_start = ?,
                slot_end = ?, link = ?
            WHERE id = ?
            """,
            [
                group.name, group.delivery.code, group.size.minimum, group.size.maximum,
                group.openTo.rawValue, group.childcarePlaces,
                try group.venueID.map { try reading.requireKey($0, in: .venue) }, group.room,
                group.slot?.weekday.rawValue, group.slot?.start, group.slot?.end, group.link, key,
            ])
        try execute("DELETE FROM group_language WHERE group_id = ?", [key])
        try insertLanguages(group.languages, use: "spoken", of: key)
        try insertLanguages(group.delivery.interpretedInto, use: "interpreted", of: key)
    }
}

extension Reading {
    /// How many people have, or have had, a place in a group under each language: what ended a
    /// place may be undone.
    package func languagesInUse(in group: Group.ID) throws -> [Language: Int] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT language, count(DISTINCT person_id) AS people FROM placed
                WHERE group_id = (SELECT id FROM course_group WHERE public_id = ?)
                GROUP BY language
                """, arguments: [group])
        return rows.reduce(into: [:]) { $0[Language(rawValue: $1["language"])] = $1["people"] }
    }

    /// Whether a session of a group has begun.
    package func hasBegun(_ group: Group.ID, at now: Instant) throws -> Bool {
        let (date, time) = WallClock.reading(now)
        return try Bool.fetchOne(
            db,
            sql: """
                SELECT EXISTS (SELECT 1 FROM session JOIN session_group ON session_id = session.id
                    WHERE group_id = (SELECT id FROM course_group WHERE public_id = ?1)
                        AND voided_by IS NULL AND state = 'planned'
                        AND (local_date < ?2 OR (local_date = ?2 AND session.starts_at <= ?3)))
                """, arguments: [group, date, time]) ?? false
    }

    /// Whether a session of a round has begun.
    package func hasBegun(_ round: Round.ID, at now: Instant) throws -> Bool {
        let (date, time) = WallClock.reading(now)
        return try Bool.fetchOne(
            db,
            sql: """
                SELECT EXISTS (SELECT 1 FROM session
                    WHERE round_id = (SELECT id FROM round WHERE public_id = ?1)
                        AND voided_by IS NULL AND state = 'planned'
                        AND (local_date < ?2 OR (local_date = ?2 AND starts_at <= ?3)))
                """, arguments: [round, date, time]) ?? false
    }
}

extension Language {
    /// As `list` reads it.
    static func written(_ languages: [Language]) -> String {
        languages.map(\.rawValue).joined(separator: " ")
    }
}
