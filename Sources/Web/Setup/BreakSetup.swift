import Courses
import Desk
import HTTPTypes
import Hummingbird
import Localisation

/// Calendars of school breaks: listed, made and changed.
struct BreakSetup: Sendable {
    let site: Site

    func add(to router: some RouterMethods<WebContext>) {
        router.get("/setup/breaks", use: list)
        router.get("/setup/breaks/new", use: begin)
        router.post("/setup/breaks", use: make)
        router.get("/setup/breaks/{calendar}", use: show)
        router.post("/setup/breaks/{calendar}", use: change)
    }

    @Sendable private func list(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let calendars = try await site.desk.breakCalendars(as: try site.organiser(context))
        return site.respond(
            BreakForms(filling: SetupFilling(context.visitor)).list(
                calendars, site.frame(context.visitor, at: "/setup/breaks")))
    }

    @Sendable private func begin(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        _ = try site.organiser(context)
        return site.respond(new(SetupFilling(context.visitor)))
    }

    private func new(_ filling: SetupFilling) -> SetupFormPage {
        BreakForms(filling: filling).new(site.frame(filling.visitor, at: "/setup/breaks/new"))
    }

    @Sendable private func make(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let actor = try site.organiser(context)
        let reader = try await site.reader(request, context)
        return try await site.submit(reader) {
            let name = reader.typed("name")
            let known = try await site.desk.breakCalendars(as: actor)
            if known.contains(where: { $0.name == name }) {
                reader.note(
                    Message("error.calendarNameTaken", ["name": .text(name)]), at: "name")
            }
            let breaks = reader.newBreaks()
            try reader.check()
            let calendar = try await site.desk.addBreaks(breaks, to: name, as: actor)
            return "/setup/breaks/\(calendar.value.id)?done"
        } again: {
            new($0)
        }
    }

    @Sendable private func show(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let calendar = try await calendar(context)
        return site.respond(
            page(SetupFilling(context.visitor), calendar, isDone: request.isDone))
    }

    private func page(
        _ filling: SetupFilling, _ calendar: Shown<BreakCalendar>, isDone: Bool = false
    ) -> SetupFormPage {
        BreakForms(filling: filling).change(
            calendar, isDone: isDone,
            site.frame(filling.visitor, at: "/setup/breaks/\(calendar.value.id)"))
    }

    @Sendable private func change(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let actor = try site.organiser(context)
        let calendar = try await calendar(context)
        let reader = try await site.reader(request, context)
        return try await site.submit(reader) {
            let removed = calendar.value.breaks.filter { reader.form[$0.removing] != nil }
            let added = reader.newBreaks()
            try reader.check()
            try await site.desk.changeBreakCalendar(
                calendar.value.id.description, name: reader.typed("name"), removing: removed,
                adding: added, shown: reader.shown, as: actor)
            return "/setup/breaks/\(calendar.value.id)?done"
        } again: {
            page($0, try await self.calendar(context))
        }
    }

    private func calendar(_ context: WebContext) async throws -> Shown<BreakCalendar> {
        let id = try context.parameters.get("calendar").flatMap { BreakCalendar.ID($0) }
            .orNotFound()
        return try await site.desk.breakCalendar(id.description, as: try site.organiser(context))
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

/// Puts together the pages of calendars of breaks.
struct BreakForms {
    let filling: SetupFilling

    private var back: SessionLink {
        SessionLink(href: "/setup/breaks", label: filling.say(Message("setup.breaks")))
    }

    private func days(_ schoolBreak: SchoolBreak) -> String {
        filling.say(
            Message(
                "setup.breakDays",
                [
                    "name": .text(schoolBreak.name), "first": .date(schoolBreak.first),
                    "last": .date(schoolBreak.last),
                ]))
    }

    func list(_ calendars: [BreakCalendar], _ layout: (String) -> Layout) -> SetupPage {
        SetupPage(
            layout: layout, back: filling.back, heading: filling.say(Message("setup.breaks")),
            intro: filling.say(Message("setup.breaksText")),
            sections: [
                SetupSection(
                    cards: calendars.map { calendar in
                        SetupCard(
                            name: calendar.name, href: "/setup/breaks/\(calendar.id)",
                            lines: calendar.breaks.map { TextLine(text: days($0)) })
                    },
                    links: [
                        SessionLink(
                            href: "/setup/breaks/new",
                            label: filling.say(Message("setup.newBreaks")))
                    ])
            ])
    }

    func new(_ layout: @escaping (String) -> Layout) -> SetupFormPage {
        SetupFrame(layout: layout, filling: filling).form(
            filling.say(Message("setup.newBreaks")), intro: Message("setup.breaksStay"),
            back: back, action: "/setup/breaks", parts: parts("", []))
    }

    func change(
        _ calendar: Shown<BreakCalendar>, isDone: Bool = false,
        _ layout: @escaping (String) -> Layout
    ) -> SetupFormPage {
        SetupFrame(layout: layout, filling: filling, isDone: isDone).form(
            calendar.value.name, intro: Message("setup.breaksStay"), back: back,
            action: "/setup/breaks/\(calendar.value.id)",
            hidden: [HiddenField(name: "shown", value: calendar.state.description)],
            parts: parts(calendar.value.name, calendar.value.breaks))
    }

    private func parts(_ name: String, _ breaks: [SchoolBreak]) -> [SetupPart] {
        let own = SetupPart(
            fields: [
                filling.line(
                    "name", Message("command.column.name"), name,
                    help: Message("setup.calendarHelp"))
            ])
        let known = breaks.map { schoolBreak in
            filling.tick(
                schoolBreak.removing,
                Message("setup.removeBreak", ["days": .text(days(schoolBreak))]))
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
