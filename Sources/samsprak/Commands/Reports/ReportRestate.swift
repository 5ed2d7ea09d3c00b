import ArgumentParser
import Courses
import Desk
import Localisation

struct ReportRestate: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "restate",
        abstract: "Count a frozen report anew and keep it beside the original.",
        discussion: """
            It tells of the same moment, by what is recorded now: each number that differs, and \
            the acts and operations in between that touch it. Where nothing differs, nothing is \
            kept.
            """)

    @Argument(help: "The id of the report.") var report: FrozenReport.ID
    @Flag(help: "Tell of a restatement that was made before; the id is its own.") var show = false
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let restatement =
            show
            ? try await context.desk.restatement(report, as: context.actor)
            : try await context.desk.restate(report, as: context.actor)
        let names = restatement.original.names(
            besides: try await context.desk.figuresChoices(as: context.actor).names)
        return Answer(
            json: context.json(restatement),
            text: [
                context.table([restatement.original, restatement.restated]),
                context.differences(restatement, names), context.changes(restatement),
            ].map { $0.text(context.localiser) }.joined(separator: "\n"))
    }
}

extension CommandContext {
    fileprivate func json(_ restatement: Restatement) -> JSON {
        [
            "original": json(restatement.original), "restatement": json(restatement.restated),
            "differences": .array(
                restatement.differences.map { difference in
                    [
                        "key": .list(difference.key), "column": .string(difference.column),
                        "before": difference.before.map(JSON.number) ?? .null,
                        "after": difference.after.map(JSON.number) ?? .null,
                    ]
                }),
            "changes": .array(restatement.changes.map(json)),
        ]
    }

    private func json(_ change: ReportChange) -> JSON {
        switch change {
        case .act(let id, let kind, let session, let at, let actor):
            [
                "act": .described(id), "kind": .string(kind), "session": .described(session),
                "at": .described(at), "actor": .described(actor),
            ]
        case .operation(let id, let kind, let on, let at, let actor):
            [
                "operation": .described(id), "kind": .string(kind.rawValue),
                "effectiveOn": .described(on), "at": .described(at), "actor": .described(actor),
            ]
        }
    }

    fileprivate func differences(
        _ restatement: Restatement, _ names: FigureNames
    ) -> Table {
        Table(
            [
                .init(heading: Message("command.column.row")),
                .init(heading: Message("command.column.measure")),
                .init(heading: Message("command.column.before"), isNumeric: true),
                .init(heading: Message("command.column.after"), isNumeric: true),
            ],
            rows: restatement.differences.map { difference in
                let words = restatement.original.words(of: difference, localiser, names)
                return [
                    words.row, words.column, number(difference.before), number(difference.after),
                ]
            }, whenEmpty: Message("command.empty.reports"))
    }

    private func number(_ value: Int?) -> String { value.map { localiser.number($0) } ?? "–" }

    fileprivate func changes(_ restatement: Restatement) -> Table {
        Table(
            [
                .init(heading: Message("command.column.date")),
                .init(heading: Message("command.column.time")),
                .init(heading: Message("command.column.what")),
                .init(heading: Message("command.column.session")),
                .init(heading: Message("command.column.id")),
            ], rows: restatement.changes.map(row), whenEmpty: Message("report.noChanges"))
    }

    private func row(_ change: ReportChange) -> [String] {
        let (date, time) = WallClock.reading(change.at)
        let id =
            switch change {
            case .act(let id, _, _, _, _): id.description
            case .operation(let id, _, _, _, _): id.description
            }
        return [
            day(date), localiser.time(time), localiser(change.message),
            change.session?.description ?? "", id,
        ]
    }
}
