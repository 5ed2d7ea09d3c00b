import ArgumentParser
import Courses
import Desk
import Localisation

struct ProgrammeChangeCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "change",
        abstract: "Change a programme; rounds that exist keep their rules.")

    @Argument(help: "Its code or id.") var programme: String
    @Option(help: "Its name.") var name: String?
    @Option(help: "How many sessions each group is to have, 1 to 60.") var sessions: WholeNumber?
    @Option(help: "A session's length in minutes.") var minutes: WholeNumber?
    @Option(help: "How many attended sessions complete the course.") var threshold: WholeNumber?
    @Option(help: "Minutes that make one study hour.") var studyHour: WholeNumber?
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "What it is, in a language; LANGUAGE= takes it away.", valueName: "language=text"))
    var description: [TextArgument] = []
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let before = try await context.desk.programmeToChange(programme, as: context.actor)
        var rules = before.value.rules
        if let sessions { rules.sessions = sessions.value }
        if let minutes { rules.sessionMinutes = minutes.value }
        if let threshold { rules.completionThreshold = threshold.value }
        if let studyHour { rules.studyHourMinutes = studyHour.value }
        let after = try await context.desk.changeProgramme(
            programme,
            ProgrammeChange(
                name: name, rules: rules, description: try TextArgument.texts(description)),
            shown: before.state, as: context.actor)
        return Answer(
            json: after.value.json.with(["description": after.texts.json]),
            text: context.changed(after.value.name))
    }
}

struct RoundChangeCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "change",
        abstract: "Change a round's name, or its first day until a session has begun.")

    @Argument(help: "Its code or id.") var round: String
    @Option(help: "Its name.") var name: String?
    @Option(help: "Its first day; ages are counted on it.") var firstDay: LocalDate?
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let after = try await context.desk.changeRound(
            round, name: name, firstDay: firstDay, as: context.actor)
        return Answer(json: after.value.json, text: context.changed(after.value.name))
    }
}

struct GroupChangeCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "change",
        abstract: "Change a group, unless people or sessions stand in the way.",
        discussion: """
            What is not named stays as it is. --no-venue, --no-slot and --no-link take a thing \
            away; --interpreted-into, --bilingual and --leader-speaks say how it is held.
            """)

    @Argument(help: "Its id, its name, or round/name.") var group: String
    @Option(help: "Its name.") var name: String?
    @Option(
        name: [.customLong("course-language"), .customLong("languages")],
        parsing: .upToNextOption, help: "Its languages, the leader's own first.")
    var courseLanguages: [String] = []
    @Option(
        parsing: .upToNextOption, help: "Languages into which an interpreter puts the course.")
    var interpretedInto: [String] = []
    @Flag(help: "The leader speaks both languages.") var bilingual = false
    @Flag(help: "The leader speaks the language, with no interpreter.") var leaderSpeaks = false
    @Option(help: "Fewer people than this are too few.") var minimum: WholeNumber?
    @Option(help: "At most so many people.") var maximum: WholeNumber?
    @Option(help: "Whom it is open to: all, women or men.") var openTo: OpenTo?
    @Option(help: "Places in childcare.") var childcare: WholeNumber?
    @Option(help: "Where it meets: a venue's id or name.") var venue: String?
    @Option(help: "The venue's room.") var room: String?
    @Flag(help: "It has no venue.") var noVenue = false
    @Option(help: "Where it meets when it meets remotely: an https address.") var link: String?
    @Flag(help: "It has no such address.") var noLink = false
    @OptionGroup var slot: SlotOptions
    @Flag(help: "It has no weekly time.") var noSlot = false
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "A message to its participants; LANGUAGE= takes it away.",
            valueName: "language=text"))
    var message: [TextArgument] = []
    @Option(help: "Why; kept in the round's history.") var reason: String?
    @Flag(help: "Overrule, for a reason, what can be overruled.") var inSpiteOfRules = false
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let before = try await context.desk.groupToChange(group, as: context.actor)
        let after = try await context.desk.changeGroup(
            before.value.id, to: try target(before.value),
            message: try TextArgument.texts(message), reason: reason,
            inSpiteOfRules: inSpiteOfRules, shown: before.state, as: context.actor)
        return Answer(
            json: after.value.json.with(["message": after.texts.json]),
            text: context.changed(after.value.name))
    }

    private func target(_ group: Group) throws -> NewGroup {
        var target = NewGroup(group)
        if let name { target.name = name }
        if !courseLanguages.isEmpty {
            target.languages = try courseLanguages.map(Language.named)
        }
        if !interpretedInto.isEmpty {
            target.delivery = .interpreted(into: try interpretedInto.map(Language.named))
        }
        if bilingual { target.delivery = .bilingual }
        if leaderSpeaks { target.delivery = .leaderSpeaks }
        if let minimum { target.minimum = minimum.value }
        if let maximum { target.maximum = maximum.value }
        if let openTo { target.openTo = openTo }
        if let childcare { target.childcarePlaces = childcare.value }
        if noVenue || venue != nil { (target.venue, target.room) = (venue, nil) }
        if let room { target.room = room }
        if noLink || link != nil { target.link = link }
        if let slot = try slot.slot() { target.slot = slot } else if noSlot { target.slot = nil }
        return target
    }

    func validate() throws {
        let pairs = [
            (noVenue && venue != nil, ["--venue", "--no-venue"]),
            (noLink && link != nil, ["--link", "--no-link"]),
            (noSlot && slot.weekday != nil, ["--weekday", "--no-slot"]),
            (
                [!interpretedInto.isEmpty, bilingual, leaderSpeaks].count { $0 } > 1,
                ["--interpreted-into", "--bilingual", "--leader-speaks"]
            ),
        ]
        if let both = pairs.first(where: \.0) { throw UsageError.oneOf(both.1) }
    }
}

extension CommandContext {
    func changed(_ name: String) -> String {
        localiser(Message("command.changed", ["name": .text(name)])) + "\n"
    }
}

/// A text in a language, `sv=Välkommen`.
struct TextArgument: ExpressibleByArgument {
    let language: String
    let text: String

    init?(argument: String) {
        guard let sign = argument.firstIndex(of: "=") else { return nil }
        language = String(argument[..<sign])
        text = String(argument[argument.index(after: sign)...])
    }

    static func texts(_ arguments: [TextArgument]) throws -> [Language: String] {
        var texts: [Language: String] = [:]
        for argument in arguments { texts[try .named(argument.language)] = argument.text }
        return texts
    }
}

extension WrittenText {
    var json: JSON {
        .object(
            texts.sorted { $0.key < $1.key }.map {
                JSON.Member(name: $0.key.rawValue, value: .string($0.value))
            })
    }
}
