import ArgumentParser
import Courses
import Desk
import Localisation

struct AttendanceShow: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a session's register.")

    @Argument(help: "The session, by id or group/number.") var session: String
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let register = try await context.register(session)
        return Answer(json: json(register, context), text: lines(register, context))
    }

    private func json(_ register: Register, _ context: CommandContext) -> JSON {
        let session = register.session.session
        return [
            "session": .described(session.id), "round": .string(register.round.code),
            "groups": .list(register.groups.map(\.name)), "date": .described(session.date),
            "start": .described(session.start), "end": .described(session.end),
            "status": .string(register.status.rawValue),
            "signedOff": .bool(register.isSignedOff),
            "roster": .array(
                register.rows.filter(\.isOnRoster).map { Self.json($0, context) }),
            "others": .array(
                register.rows.filter { !$0.isOnRoster }.map { Self.json($0, context) }),
            "unmarked": .number(register.unmarked),
            "headcounts": .array(
                register.headcounts.map { headcount in
                    headcount.key.json.with([
                        "count": .number(headcount.count),
                        "version": .number(headcount.version),
                    ])
                }),
            "waiting": .number(register.session.waiting),
        ]
    }

    private static func json(_ row: Register.Row, _ context: CommandContext) -> JSON {
        let mark = row.mark
        return [
            "person": .described(row.person), "name": .string(context.name(row.name)),
            "native": .described(row.name.native),
            "value": .described(mark?.value.code.rawValue), "version": .number(row.version),
            "lateMinutes": .number(mark?.value.lateMinutes),
            "leftEarlyMinutes": .number(mark?.value.leftEarlyMinutes),
            "mode": .described(mark?.mode.rawValue),
            "role": .described(mark?.role.code.rawValue),
            "makeUpFor": .described(mark?.role.makeUpFor),
            "listedReason": row.listed.map { context.json($0) } ?? .null,
            "correction": row.correction.map { correction in
                [
                    "signed": .described(correction.signed?.value.code.rawValue),
                    "reason": .described(correction.reason.text),
                    "listedReason": correction.reason.listed.map { context.json($0) } ?? .null,
                    "alsoListed": correction.reason.also.map { context.json($0) } ?? .null,
                ]
            } ?? .null,
        ]
    }

    private func lines(_ register: Register, _ context: CommandContext) -> String {
        let localiser = context.localiser
        let signed =
            register.isSignedOff ? localiser(Message("command.attendance.signedOff")) + "\n" : ""
        let unmarked = Message(
            "command.attendance.unmarked", ["count": .number(register.unmarked)])
        return heading(register, context) + "\n\n" + table(register, context).text(localiser)
            + "\n" + corrections(register, context) + headcounts(register, context) + signed
            + localiser(unmarked) + "\n"
    }

    private func heading(_ register: Register, _ context: CommandContext) -> String {
        let session = register.session.session
        let names = Dictionary(register.groups.map { ($0.id, $0.name) }) { first, _ in first }
        let localiser = context.localiser
        return localiser.line([
            context.title(session, names), localiser.date(session.date),
            localiser.timeRange(session.start, session.end), context.word(register.status),
        ])
    }

    private func table(_ register: Register, _ context: CommandContext) -> Table {
        Table(
            [
                .init(heading: Message("command.column.id")),
                .init(heading: Message("command.column.person")),
                .init(heading: Message("command.column.nativeName")),
                .init(heading: Message("command.column.mark")),
                .init(heading: Message("command.column.takesPart")),
            ],
            rows: register.rows.map { row in
                [
                    row.person.description, context.name(row.name), row.name.secondary ?? "",
                    context.word(row.mark?.value),
                    context.localiser((row.mark?.role ?? .member).message),
                ]
            },
            whenEmpty: Message("command.empty.register"))
    }

    /// What the signed list said of each person whom it was corrected for, and why.
    private func corrections(_ register: Register, _ context: CommandContext) -> String {
        let localiser = context.localiser
        return register.rows.compactMap { row in
            row.correction.map { correction in
                let person = Localisation.Argument.text(context.name(row.name))
                let signed = Localisation.Argument.text(context.word(correction.signed?.value))
                guard let reason = localiser.words(correction.reason) else {
                    return Message(
                        "command.attendance.corrected", ["person": person, "signed": signed])
                }
                return Message(
                    "command.attendance.correctedBecause",
                    ["person": person, "signed": signed, "reason": .text(reason)])
            }
        }.map { (message: Message) in context.localiser(message) + "\n" }.joined()
    }

    private func headcounts(_ register: Register, _ context: CommandContext) -> String {
        register.headcounts.filter { $0.count > 0 }.map { headcount in
            context.localiser(
                Message(
                    "command.attendance.headcount",
                    [
                        "category": .text(
                            headcount.key.categoryMessage.map { context.localiser($0) }
                                ?? headcount.key.category),
                        "count": .number(headcount.count),
                    ])) + "\n"
        }.joined()
    }
}
