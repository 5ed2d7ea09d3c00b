import ArgumentParser
import Courses
import Desk
import Localisation

/// Reasons to choose from.
struct ReasonCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reason",
        abstract: "Lists of reasons, in several languages.",
        discussion: """
            Wherever a reason is asked for, a listed one's code stands for it: --reason moved, or \
            --reason "moved: to Flen" with words besides.
            """,
        subcommands: [
            ReasonList.self, ReasonAdd.self, ReasonChangeCommand.self, ReasonClose.self,
        ])
}

struct ReasonList: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the reasons.")

    @Option(help: "Only of a kind: \(ReasonKind.all).") var kind: ReasonKind?
    @Flag(help: "Also those that can't be chosen today.") var all = false
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let today = context.today
        let reasons = try await context.desk.reasons(as: context.actor).filter { reason in
            (kind == nil || reason.kind == kind) && (all || reason.isOpen(on: today))
        }
        let table = Table(
            [
                .init(heading: Message("setup.reasonKind")),
                .init(heading: Message("command.column.code")),
                .init(heading: Message("command.column.reason")),
                .init(heading: Message("setup.reasonUntil")),
            ],
            rows: reasons.map { reason in
                [
                    context.localiser(reason.kind.message), reason.code,
                    context.localiser.words(reason.listed),
                    reason.lastDay(from: today).map { context.day($0) } ?? "",
                ]
            },
            whenEmpty: Message("command.empty.reasons"))
        return Answer(
            json: ["reasons": .array(reasons.map { context.json($0) })],
            text: table.text(context.localiser))
    }
}

struct ReasonAdd: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "List a reason.")

    @Argument(help: "Its code: a–z, digits and hyphens; it stays.") var code: String
    @Option(help: "Where it is offered: \(ReasonKind.all).") var kind: ReasonKind
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Its words, in a language.", valueName: "language=text"))
    var text: [TextArgument]
    @Option(help: "The first day on which it can be chosen. (default: today)")
    var from: LocalDate?
    @Option(help: "The last day on which it can be chosen. (default: none)")
    var until: LocalDate?
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let reason = try await context.desk.addReason(
            NewReason(
                code: code, kind: kind, texts: try TextArgument.texts(text), from: from,
                lastDay: until),
            as: context.actor
        ).value
        return Answer(json: context.json(reason), text: context.added(code, reason.code))
    }
}

struct ReasonChangeCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "change",
        abstract: "Word a reason better, or offer it again.",
        discussion: "What was done for it is shown with the new words.")

    @Argument(help: "Its code.") var code: String
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "Its words, in a language; LANGUAGE= takes it away.", valueName: "language=text"))
    var text: [TextArgument] = []
    @Flag(help: "It can be chosen from today on, without end.") var open = false
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let reason = try await context.desk.changeReason(
            code, texts: try TextArgument.texts(text), span: open ? .open : .asItIs,
            as: context.actor
        ).value
        return Answer(json: context.json(reason), text: context.changed(code))
    }
}

struct ReasonClose: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "close",
        abstract: "Offer a reason no longer; what was done for it stays as it is.")

    @Argument(help: "Its code.") var code: String
    @Option(help: "The last day on which it can be chosen. (default: yesterday)")
    var after: LocalDate?
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let last = after ?? context.today.adding(days: -1)
        let reason = try await context.desk.changeReason(
            code, span: .closed(after: last), as: context.actor
        ).value
        return Answer(json: context.json(reason), text: context.changed(code))
    }
}

extension ReasonKind: ExpressibleByArgument {
    fileprivate static var all: String { allCases.map(\.rawValue).joined(separator: ", ") }
}

extension CommandContext {
    func json(_ reason: ListedReason) -> JSON {
        ["code": .string(reason.code), "text": .string(localiser.words(reason))]
    }

    fileprivate func json(_ reason: Reason) -> JSON {
        [
            "code": .string(reason.code), "kind": .string(reason.kind.rawValue),
            "texts": reason.listed.texts.json, "open": .bool(reason.isOpen(on: today)),
            "until": .described(reason.lastDay(from: today)),
            "said": .array(
                reason.said.map { word in
                    [
                        "open": .bool(word.isOpen), "from": .described(word.from),
                        "at": .described(word.at), "actor": .described(word.actor),
                    ]
                }),
        ]
    }
}
