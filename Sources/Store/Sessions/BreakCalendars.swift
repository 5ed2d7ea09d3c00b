package import Courses
internal import GRDB

extension Reading {
    package func breakCalendars() throws -> [BreakCalendar] {
        try Row.fetchAll(db, sql: "SELECT * FROM break_calendar ORDER BY name").map(calendar)
    }

    /// - Parameter reference: a calendar's public id or its name.
    package func breakCalendar(_ reference: String) throws -> BreakCalendar {
        guard let calendar = try knownBreakCalendar(reference) else {
            throw UnknownReference(kind: .breakCalendar, text: reference)
        }
        return calendar
    }

    package func knownBreakCalendar(_ reference: String) throws -> BreakCalendar? {
        try Row.fetchOne(
            db, sql: "SELECT * FROM break_calendar WHERE public_id = lower(?1) OR name = ?1",
            arguments: [reference]
        ).map(calendar)
    }

    private func calendar(_ row: Row) throws -> BreakCalendar {
        let key: Int64 = row["id"]
        let breaks = try Row.fetchAll(
            db,
            sql: "SELECT * FROM school_break WHERE calendar_id = ? ORDER BY starts_on, ends_on",
            arguments: [key])
        return BreakCalendar(
            id: row["public_id"], name: row["name"],
            breaks: breaks.map {
                SchoolBreak(name: $0["name"], first: $0["starts_on"], last: $0["ends_on"])
            })
    }
}

extension Writing {
    package func addBreakCalendar(name: String) throws -> BreakCalendar.ID {
        let id: BreakCalendar.ID = entropy.identifier()
        try insert(
            "INSERT INTO break_calendar (public_id, name, created_at) VALUES (?, ?, ?)",
            [id, name, now])
        return id
    }

    package func rename(_ calendar: BreakCalendar.ID, to name: String) throws {
        try execute("UPDATE break_calendar SET name = ? WHERE public_id = ?", [name, calendar])
    }

    /// Adds days; the same days get the new name.
    package func add(_ schoolBreak: SchoolBreak, to calendar: BreakCalendar.ID) throws {
        try remove(schoolBreak, from: calendar)
        try execute(
            "INSERT INTO school_break (calendar_id, starts_on, ends_on, name) VALUES (?, ?, ?, ?)",
            [
                try reading.requireKey(calendar, in: .breakCalendar), schoolBreak.first,
                schoolBreak.last, schoolBreak.name,
            ])
    }

    package func remove(_ schoolBreak: SchoolBreak, from calendar: BreakCalendar.ID) throws {
        try execute(
            "DELETE FROM school_break WHERE calendar_id = ? AND starts_on = ? AND ends_on = ?",
            [
                try reading.requireKey(calendar, in: .breakCalendar), schoolBreak.first,
                schoolBreak.last,
            ])
    }
}
