import Courses
import Desk
import Localisation

/// Programmes with their rules.
enum ProgrammeSetup: SetupKind {
    static let path = "programmes"
    static let title = Message("setup.programmes")
    static let text = Message("setup.programmesText")
    static let newTitle = Message("setup.newProgramme")
    static let changeIntro: Message? = Message("setup.rulesKept")

    static func items(_ desk: Desk, as actor: Actor) async throws -> [Programme] {
        try await desk.programmes(as: actor)
    }

    static func item(
        _ reference: String, _ desk: Desk, as actor: Actor
    ) async throws -> Shown<Programme> {
        try await desk.programmeToChange(reference, as: actor)
    }

    static func make(
        _ reader: SetupReader, _ desk: Desk, as actor: Actor
    ) async throws -> Programme {
        let rules = reader.rules()
        let description = reader.texts("description")
        try reader.check()
        return try await desk.addProgramme(
            code: reader.typed("code"), name: reader.typed("name"), rules: rules,
            description: description, as: actor)
    }

    static func change(
        _ item: Shown<Programme>, _ reader: SetupReader, _ desk: Desk, as actor: Actor
    ) async throws {
        let change = ProgrammeChange(
            name: reader.typed("name"), rules: reader.rules(),
            description: reader.texts("description"))
        try reader.check()
        try await desk.changeProgramme(item.value.code, change, shown: reader.shown, as: actor)
    }

    static func reference(to item: Programme) -> String { item.code }

    static func name(of item: Programme, _ filling: SetupFilling) -> String { item.name }

    static func lines(about item: Programme, _ filling: SetupFilling) -> [String] {
        [filling.rules(item.rules)]
    }

    static func parts(of item: Shown<Programme>?, _ filling: SetupFilling) -> [SetupPart] {
        let code = filling.line(
            "code", Message("command.column.code"), "", help: Message("setup.codeHelp"),
            direction: "ltr")
        let rules =
            item?.value.rules
            ?? CourseRules(sessions: 10, sessionMinutes: 120, completionThreshold: 7)
        let name = filling.line("name", Message("command.column.name"), item?.value.name ?? "")
        return [
            SetupPart(
                fields: [name] + (item == nil ? [code] : []) + [
                    filling.number("sessions", Message("setup.sessions"), rules.sessions),
                    filling.number("minutes", Message("setup.minutes"), rules.sessionMinutes),
                    filling.number(
                        "threshold", Message("setup.threshold"), rules.completionThreshold),
                    filling.number(
                        "studyHour", Message("setup.studyHour"), rules.studyHourMinutes),
                ]),
            filling.texts(
                "description", Message("setup.description"), item?.texts ?? WrittenText()),
        ]
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
