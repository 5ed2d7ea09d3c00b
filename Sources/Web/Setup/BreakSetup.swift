import Courses
import Desk
import Localisation

/// Calendars of school breaks.
enum BreakSetup: SetupKind {
    static let path = "breaks"
    static let title = Message("setup.breaks")
    static let text = Message("setup.breaksText")
    static let newTitle = Message("setup.newBreaks")
    static let newIntro: Message? = Message("setup.breaksStay")
    static let changeIntro: Message? = Message("setup.breaksStay")

    static func items(_ desk: Desk, as actor: Actor) async throws -> [BreakCalendar] {
        try await desk.breakCalendars(as: actor)
    }

    static func item(
        _ reference: String, _ desk: Desk, as actor: Actor
    ) async throws -> Shown<BreakCalendar> {
        try await desk.breakCalendar(
            BreakCalendar.ID(reference).orNotFound().description, as: actor)
    }

    static func make(
        _ reader: SetupReader, _ desk: Desk, as actor: Actor
    ) async throws -> BreakCalendar {
        let name = reader.typed("name")
        let known = try await desk.breakCalendars(as: actor)
        if known.contains(where: { $0.name == name }) {
            reader.note(Message("error.calendarNameTaken", ["name": .text(name)]), at: "name")
        }
        let breaks = reader.newBreaks()
        try reader.check()
        return try await desk.addBreaks(breaks, to: name, as: actor).value
    }

    static func change(
        _ item: Shown<BreakCalendar>, _ reader: SetupReader, _ desk: Desk, as actor: Actor
    ) async throws {
        let removed = item.value.breaks.filter { reader.form[$0.removing] != nil }
        let added = reader.newBreaks()
        try reader.check()
        try await desk.changeBreakCalendar(
            item.value.id.description, name: reader.typed("name"), removing: removed,
            adding: added, shown: reader.shown, as: actor)
    }

    static func reference(to item: BreakCalendar) -> String { item.id.description }

    static func name(of item: BreakCalendar, _ filling: SetupFilling) -> String { item.name }

    static func lines(about item: BreakCalendar, _ filling: SetupFilling) -> [String] {
        item.breaks.map { days($0, filling) }
    }

    private static func days(_ schoolBreak: SchoolBreak, _ filling: SetupFilling) -> String {
        filling.say(
            Message(
                "setup.breakDays",
                [
                    "name": .text(schoolBreak.name), "first": .date(schoolBreak.first),
                    "last": .date(schoolBreak.last),
                ]))
    }

    static func parts(of item: Shown<BreakCalendar>?, _ filling: SetupFilling) -> [SetupPart] {
        let own = SetupPart(
            fields: [
                filling.line(
                    "name", Message("command.column.name"), item?.value.name ?? "",
                    help: Message("setup.calendarHelp"))
            ])
        let known = (item?.value.breaks ?? []).map { schoolBreak in
            filling.tick(
                schoolBreak.removing,
                Message("setup.removeBreak", ["days": .text(days(schoolBreak, filling))]))
        }
        let new = SetupPart(
            title: filling.say(Message("setup.newBreak")),
            fields: [
                filling.line("break", Message("command.column.name"), ""),
                filling.date("first", Message("setup.breakFirst"), nil),
                filling.date("last", Message("setup.breakLast"), nil),
            ])
        return [own] + (known.isEmpty ? [] : [SetupPart(fields: known)]) + [new]
    }
}

extension SchoolBreak {
    /// The field that takes it away.
    fileprivate var removing: String { "remove.\(first).\(last)" }
}

extension SetupReader {
    /// The one that the form has room for; none where it is empty.
    fileprivate func newBreaks() -> [SchoolBreak] {
        let fields = ["break", "first", "last"]
        guard fields.contains(where: { form.string($0) != nil }) else { return [] }
        if form.string("break") == nil { note(Message("error.nameMissing"), at: "break") }
        return [
            SchoolBreak(
                name: typed("break"), first: requiredDate("first"), last: requiredDate("last"))
        ]
    }
}
