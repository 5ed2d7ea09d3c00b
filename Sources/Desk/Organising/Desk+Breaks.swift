package import Courses
import Store

extension Desk {
    package func breakCalendars(as actor: Actor) async throws -> [BreakCalendar] {
        try await readPlan(as: actor) { try $0.breakCalendars() }
    }

    /// - Parameter reference: its public id or its name.
    package func breakCalendar(
        _ reference: String, as actor: Actor
    ) async throws -> Shown<BreakCalendar> {
        try await readPlan(as: actor) { Shown(try $0.breakCalendar(reference)) }
    }

    /// Keeps days without school under a name; those of a calendar that there is are added to it.
    @discardableResult
    package func addBreaks(
        _ breaks: [SchoolBreak], to name: String, as actor: Actor
    ) async throws -> Shown<BreakCalendar> {
        try Self.check(name: name)
        try breaks.forEach(Self.check)
        return try await write { writing in
            try Policy.require(actor, .organise, on: .organisation, date: writing.today)
            let id =
                try writing.reading.knownBreakCalendar(name)?.id
                ?? writing.addBreakCalendar(name: name)
            for schoolBreak in breaks { try writing.add(schoolBreak, to: id) }
            try writing.audit("addBreaks", "breakCalendar", id.description, by: actor)
            return Shown(try writing.reading.breakCalendar(id.description))
        }
    }

    /// Renames a calendar, takes days out of it and adds some; sessions that are planned stay.
    @discardableResult
    package func changeBreakCalendar(
        _ reference: String, name: String? = nil, removing removed: [SchoolBreak] = [],
        adding added: [SchoolBreak] = [], shown: ShownState? = nil, as actor: Actor
    ) async throws -> Shown<BreakCalendar> {
        if let name { try Self.check(name: name) }
        try added.forEach(Self.check)
        return try await write { writing in
            try Policy.require(actor, .organise, on: .organisation, date: writing.today)
            let before = Shown(try writing.reading.breakCalendar(reference))
            try before.check(shown)
            let id = before.value.id
            if let name {
                try Self.unlessTaken(.calendarNameTaken(name)) {
                    try writing.rename(id, to: name)
                }
            }
            for schoolBreak in removed { try writing.remove(schoolBreak, from: id) }
            for schoolBreak in added { try writing.add(schoolBreak, to: id) }
            try writing.audit("changeBreaks", "breakCalendar", id.description, by: actor)
            return Shown(try writing.reading.breakCalendar(id.description))
        }
    }

    private static func check(_ schoolBreak: SchoolBreak) throws {
        try check(name: schoolBreak.name)
        guard schoolBreak.first <= schoolBreak.last else {
            throw PlanError.breakEndsBeforeItBegins(schoolBreak)
        }
    }
}
