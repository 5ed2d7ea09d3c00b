import ArgumentParser
import Courses
import Desk
import Localisation

struct AttendanceTake: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "take",
        abstract: "Take in a file of statements that a phone could not send.",
        discussion: """
            The file is what a device sends to /api/v1/acts, version 1: one batch as a JSON \
            object, or several in a list. Each statement is judged by your own rights; one that \
            is known already changes nothing, so that a file may be taken in twice.
            """)

    @Argument(help: "The file; - is standard input.") var file: String
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let batches = try batches()
        var taken: [Taken] = []
        for batch in batches {
            let sent = batch.sent(at: context.clock.now())
            let results = try await context.desk.save(sent, by: context.actor)
            for (item, result) in zip(batch.items, results) {
                taken.append(Taken(batch: batch, item: item, result: result))
            }
        }
        return Answer(
            json: [
                "acts": .array(taken.map { $0.json(context) }),
                "new": .number(taken.count { !$0.isKnown }),
                "already": .number(taken.count { $0.isKnown }),
            ],
            text: table(taken, context).text(context.localiser) + "\n"
                + summary(taken, context))
    }

    private func batches() throws -> [ActBatch] {
        let bytes = try InputFile.bytes(file)
        do throws(WireError) {
            return try ActBatch.file(bytes)
        } catch .notJSON, .unknownVersion(nil) {
            throw CommandError.notActs(path: file)
        } catch .unknownVersion {
            throw CommandError.actsVersion(path: file)
        }
    }

    /// One statement of the file, and what became of it.
    private struct Taken {
        let batch: ActBatch
        let item: ActBatch.Item
        let result: ActResult

        var act: Act? {
            if case .act(let act, _) = item { act } else { nil }
        }

        var isKnown: Bool {
            if case .repeated = result.outcome { true } else { false }
        }

        func json(_ context: CommandContext) -> JSON {
            context.json(result, act?.session).with([
                "already": .bool(isKnown), "kind": .described(act?.statement.code),
                "batch": .string(batch.batch), "device": .string(batch.device),
            ])
        }
    }

    private func table(_ taken: [Taken], _ context: CommandContext) -> Table {
        Table(
            [
                .init(heading: Message("command.column.id")),
                .init(heading: Message("command.column.session")),
                .init(heading: Message("command.column.result")),
            ],
            rows: taken.map { taken in
                let outcome = context.localiser(taken.result.outcome.message)
                let already = Message("command.outcome.already", ["outcome": .text(outcome)])
                return [
                    taken.result.id, taken.act?.session.description ?? "",
                    taken.isKnown ? context.localiser(already) : outcome,
                ]
            },
            whenEmpty: Message("command.empty.acts"))
    }

    private func summary(_ taken: [Taken], _ context: CommandContext) -> String {
        guard !taken.isEmpty else { return "" }
        let summary = Message(
            "command.taken.summary",
            [
                "new": .number(taken.count { !$0.isKnown }),
                "already": .number(taken.count { $0.isKnown }),
            ])
        return context.localiser(summary) + "\n"
    }
}
