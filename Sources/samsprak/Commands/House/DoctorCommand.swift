import ArgumentParser
import Courses
import Desk
import Localisation

/// Looks the database over.
struct DoctorCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Look the database over; nothing that was recorded is changed.",
        discussion: """
            Opening the database, as each command does, brings its schema and what is kept for \
            figures up to date. The exit code is 0 when all is well, else 73.
            """)

    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let findings = try await context.desk.doctor(options.location)
        let isWell = findings.allSatisfy { $0.faults == 0 }
        return Answer(
            json: [
                "ok": .bool(isWell),
                "checks": .array(
                    findings.map { finding in
                        [
                            "check": .string(finding.check.rawValue),
                            "ok": .bool(finding.faults == 0), "faults": .number(finding.faults),
                            "named": .list(finding.named),
                        ]
                    }),
            ],
            text: table(findings, context).text(context.localiser),
            exitCode: isWell ? .success : Failure.Kind.conflict.exitCode)
    }

    private func table(_ findings: [HealthFinding], _ context: CommandContext) -> Table {
        Table(
            [
                .init(heading: Message("command.column.check")),
                .init(heading: Message("command.column.result")),
            ],
            rows: findings.map { finding in
                let result =
                    finding.faults == 0
                    ? Message("command.doctor.well")
                    : Message("command.doctor.faults", ["count": .number(finding.faults)])
                let told = [context.localiser(result)] + finding.named.map(Bidi.leftToRight)
                return [
                    context.localiser(finding.check.message), told.joined(separator: " "),
                ]
            },
            whenEmpty: Message("command.doctor.well"))
    }
}

extension HealthCheck {
    fileprivate var message: Message {
        switch self {
        case .integrity: Message("command.doctor.integrity")
        case .foreignKeys: Message("command.doctor.foreignKeys")
        case .journalMode: Message("command.doctor.journalMode")
        case .synchronous: Message("command.doctor.synchronous")
        case .schemaVersion: Message("command.doctor.schemaVersion")
        case .key: Message("command.doctor.key")
        case .keyFile: Message("command.doctor.keyFile")
        case .marksFollowLog: Message("command.doctor.marksFollowLog")
        case .mergesHold: Message("command.doctor.mergesHold")
        case .placementsApart: Message("command.doctor.placementsApart")
        case .protectedNamesSealed: Message("command.doctor.protectedNamesSealed")
        case .namesFound: Message("command.doctor.namesFound")
        case .figuresKept: Message("command.doctor.figuresKept")
        case .reportsIntact: Message("command.doctor.reportsIntact")
        case .certificatesHold: Message("command.doctor.certificatesHold")
        }
    }
}
