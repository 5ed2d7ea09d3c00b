import Courses
import Desk
import HTTPTypes
import Hummingbird
import Localisation

/// Programmes with their rules: listed, made and changed.
struct ProgrammeSetup: Sendable {
    let site: Site

    func add(to router: some RouterMethods<WebContext>) {
        router.get("/setup/programmes", use: list)
        router.get("/setup/programmes/new", use: begin)
        router.post("/setup/programmes", use: make)
        router.get("/setup/programmes/{programme}", use: show)
        router.post("/setup/programmes/{programme}", use: change)
    }

    @Sendable private func list(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        let actor = try site.organiser(context)
        let programmes = try await site.desk.programmes(as: actor)
        return site.respond(
            ProgrammeForms(filling: SetupFilling(visitor)).list(
                programmes, site.frame(visitor, at: "/setup/programmes")))
    }

    @Sendable private func begin(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        _ = try site.organiser(context)
        return site.respond(
            ProgrammeForms(filling: SetupFilling(visitor)).new(
                site.frame(visitor, at: "/setup/programmes/new")))
    }

    @Sendable private func make(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        let actor = try visitor.signedIn()
        let reader = try await site.reader(request, context)
        return try await site.submit(reader) {
            let rules = reader.rules()
            let description = reader.texts("description")
            try reader.check()
            let programme = try await site.desk.addProgramme(
                code: reader.typed("code"), name: reader.typed("name"), rules: rules,
                description: description, as: actor)
            return "/setup/programmes/\(programme.code)?done"
        } again: { filling in
            ProgrammeForms(filling: filling).new(
                site.frame(visitor, at: "/setup/programmes/new"))
        }
    }

    @Sendable private func show(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        let programme = try await programme(context)
        return site.respond(
            ProgrammeForms(filling: SetupFilling(visitor)).change(
                programme, isDone: request.isDone,
                site.frame(visitor, at: "/setup/programmes/\(programme.value.code)")))
    }

    @Sendable private func change(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        let actor = try visitor.signedIn()
        let before = try await programme(context)
        let reader = try await site.reader(request, context)
        let address = "/setup/programmes/\(before.value.code)"
        return try await site.submit(reader) {
            let change = ProgrammeChange(
                name: reader.typed("name"), rules: reader.rules(),
                description: reader.texts("description"))
            try reader.check()
            try await site.desk.changeProgramme(
                before.value.code, change, shown: reader.shown, as: actor)
            return address + "?done"
        } again: { filling in
            ProgrammeForms(filling: filling).change(
                try await programme(context), site.frame(visitor, at: address))
        }
    }

    private func programme(_ context: WebContext) async throws -> Shown<Programme> {
        let code = try context.parameters.get("programme").orNotFound()
        return try await site.desk.programmeToChange(
            code, as: try context.visitor.signedIn())
    }
}

extension SetupReader {
    fileprivate func rules() -> CourseRules {
        CourseRules(
            sessions: requiredNumber("sessions"), sessionMinutes: requiredNumber("minutes"),
            completionThreshold: requiredNumber("threshold"),
            studyHourMinutes: requiredNumber("studyHour"))
    }
}

/// Puts together the pages of programmes.
struct ProgrammeForms {
    let filling: SetupFilling

    private var back: SessionLink {
        SessionLink(href: "/setup/programmes", label: filling.say(Message("setup.programmes")))
    }

    func list(_ programmes: [Programme], _ layout: (String) -> Layout) -> SetupPage {
        SetupPage(
            layout: layout, back: filling.back,
            heading: filling.say(Message("setup.programmes")),
            intro: filling.say(Message("setup.programmesText")),
            sections: [
                SetupSection(
                    cards: programmes.map { programme in
                        SetupCard(
                            name: programme.name, href: "/setup/programmes/\(programme.code)",
                            lines: [TextLine(text: filling.rules(programme.rules))])
                    },
                    links: [
                        SessionLink(
                            href: "/setup/programmes/new",
                            label: filling.say(Message("setup.newProgramme")))
                    ])
            ])
    }

    func new(_ layout: @escaping (String) -> Layout) -> SetupFormPage {
        let code = filling.line(
            "code", Message("command.column.code"), "", help: Message("setup.codeHelp"),
            direction: "ltr")
        let rules = CourseRules(sessions: 10, sessionMinutes: 120, completionThreshold: 7)
        return SetupFrame(layout: layout, filling: filling).form(
            filling.say(Message("setup.newProgramme")), back: back, action: "/setup/programmes",
            parts: parts(name: "", rules, WrittenText(), first: [code]))
    }

    func change(
        _ programme: Shown<Programme>, isDone: Bool = false, _ layout: @escaping (String) -> Layout
    ) -> SetupFormPage {
        SetupFrame(layout: layout, filling: filling, isDone: isDone).form(
            programme.value.name, intro: Message("setup.rulesKept"), back: back,
            action: "/setup/programmes/\(programme.value.code)",
            hidden: [HiddenField(name: "shown", value: programme.state.description)],
            parts: parts(name: programme.value.name, programme.value.rules, programme.texts))
    }

    private func parts(
        name: String, _ rules: CourseRules, _ texts: WrittenText, first: [SetupField] = []
    ) -> [SetupPart] {
        [
            SetupPart(
                fields: [filling.line("name", Message("command.column.name"), name)] + first + [
                    filling.number("sessions", Message("setup.sessions"), rules.sessions),
                    filling.number("minutes", Message("setup.minutes"), rules.sessionMinutes),
                    filling.number(
                        "threshold", Message("setup.threshold"), rules.completionThreshold),
                    filling.number(
                        "studyHour", Message("setup.studyHour"), rules.studyHourMinutes),
                ]),
            filling.texts("description", Message("setup.description"), texts),
        ]
    }
}

extension SetupFilling {
    func rules(_ rules: CourseRules) -> String {
        say(
            Message(
                "setup.rules",
                [
                    "sessions": .number(rules.sessions), "minutes": .number(rules.sessionMinutes),
                    "threshold": .number(rules.completionThreshold),
                ]))
    }
}
