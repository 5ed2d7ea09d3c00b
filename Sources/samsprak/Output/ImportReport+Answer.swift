import Courses
import Desk
import Localisation

extension WordedImportReport {
    var json: JSON {
        [
            "encoding": .described(encoding), "delimiter": .described(delimiter),
            "repaired": .bool(repaired),
            "accepted": .array(accepted.map(\.json)), "rejected": .array(rejected.map(\.json)),
            "refused": refused?.json ?? .null, "ignoredColumns": .list(ignoredColumns),
            "operation": .described(operation),
        ]
    }
}

extension WordedImportReport.Accepted {
    fileprivate var json: JSON {
        [
            "line": .number(line), "person": .described(person),
            "outcome": .string(outcome.rawValue), "enrolled": .bool(enrolled),
            "differences": .array(
                differences.map {
                    ["column": .string($0.column), "message": .string($0.message)]
                }),
            "notices": .array(
                notices.map {
                    ["reason": .string($0.reason), "message": .string($0.message)]
                }),
        ]
    }
}

extension WordedImportReport.Rejected {
    fileprivate var json: JSON {
        [
            "line": .number(line), "column": .described(column), "reason": .string(reason),
            "message": .string(message),
        ]
    }
}

extension WordedImportReport.Refused {
    fileprivate var json: JSON {
        [
            "reason": .string(reason), "message": .string(message), "line": .number(line),
            "column": .number(column),
        ]
    }
}

extension CommandContext {
    /// What became of a file, fault by fault.
    func lines(_ report: ImportReport, dryRun: Bool) -> String {
        if let refused = report.refused { return localiser(refused.message) + "\n" }
        let rejectedLines = Set(report.rejected.map(\.line)).count
        let summary = Message(
            "command.import.summary",
            [
                "accepted": .number(report.accepted.count), "rejected": .number(rejectedLines),
                "new": .number(report.accepted.count { $0.outcome == .new }),
            ])
        let faults = report.rejected.isEmpty ? "" : "\n" + table(report.rejected) + "\n"
        let differences = report.accepted.flatMap { row in
            (row.differences.map(\.message) + row.notices.map(\.message)).map { told in
                let message = Message(
                    "command.import.line",
                    ["line": .number(row.line), "message": .text(localiser(told))])
                return localiser(message) + "\n"
            }
        }
        let end =
            dryRun
            ? localiser(Message("command.dryRun")) + "\n"
            : report.operation.map { operationLine($0, dryRun: false) } ?? ""
        return localiser(summary) + "\n" + faults + differences.joined() + end
    }

    private func table(_ rejected: [RejectedCell]) -> String {
        Table(
            [
                .init(heading: Message("command.column.line"), isNumeric: true),
                .init(heading: Message("command.column.column")),
                .init(heading: Message("command.column.problem")),
            ],
            rows: rejected.map {
                [localiser.number($0.line), $0.column ?? "", localiser($0.message)]
            },
            whenEmpty: Message("command.empty.participants")
        ).text(localiser)
    }
}
