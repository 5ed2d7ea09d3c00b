import ArgumentParser
import Courses
import Desk
import Localisation

struct CertificateVerifyCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Say of a number whether its certificate is valid, and what it certifies.",
        discussion: """
            The exit code is 0 for a valid one, 73 for one that is withdrawn, replaced or damaged, \
            66 for a number that was never issued, and 65 for one that is mistyped.
            """)

    @Argument(help: "The number, as it is printed; case, hyphens and blanks don't matter.")
    var number: String
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let found = try await context.desk.checkCertificate(number, as: context.actor)
        switch found {
        case .valid(let certificate, let name):
            return context.answer("valid", [Message("certificate.isValid")], certificate, name)
        case .withdrawn(let certificate, let name):
            let isWithdrawn = certificate.void?.reason == .withdrawn
            return context.answer(
                isWithdrawn ? "withdrawn" : "replaced",
                [
                    Message("certificate.isWithdrawn"),
                    isWithdrawn
                        ? Message("certificate.isWithdrawnText")
                        : Message("certificate.isCorrectedText"),
                ], certificate, name, .conflict)
        case .damaged:
            return context.answer(
                "damaged",
                [Message("certificate.isDamaged"), Message("certificate.isDamagedText")],
                .conflict)
        case .unknown:
            return context.answer(
                "unknown",
                [Message("certificate.isUnknown"), Message("certificate.isUnknownText")],
                .notFound)
        case .mistyped:
            return context.answer(
                "mistyped",
                [Message("certificate.isMistyped"), Message("certificate.isMistypedText")],
                .invalid)
        }
    }
}

extension CommandContext {
    fileprivate func answer(
        _ result: String, _ said: [Message], _ kind: Failure.Kind
    ) -> Answer {
        Answer(
            json: ["result": .string(result)],
            text: said.map { localiser($0) + "\n" }.joined(), exitCode: kind.exitCode)
    }

    private func said(_ content: CertificateContent) -> [(Message, String)] {
        [
            (Message("command.column.programme"), content.programme),
            (Message("command.column.round"), content.round),
            (Message("command.column.firstDay"), day(content.firstDay)),
            (Message("command.column.endedOn"), day(content.lastDay)),
            (Message("command.column.sessions"), localiser.number(content.attended)),
            (Message("certificate.studyHours"), localiser.number(content.studyHours)),
            (Message("certificate.organisation"), content.organisation),
        ]
    }

    fileprivate func answer(
        _ result: String, _ said: [Message], _ certificate: Certificate, _ name: DisplayName?,
        _ kind: Failure.Kind? = nil
    ) -> Answer {
        let person: [(Message, String)] = [
            (Message("command.column.person"), certificate.person.description),
            (Message("command.column.name"), name.map { self.name($0) } ?? ""),
        ]
        let issued = (
            Message("certificate.issuedOn"), day(WallClock.date(certificate.issuedAt))
        )
        let rows = person + (certificate.content.map { self.said($0) } ?? []) + [issued]
        let table = Table(
            [
                .init(heading: Message("command.column.what")),
                .init(heading: Message("command.column.value")),
            ],
            rows: rows.map { [localiser($0.0), $0.1] },
            whenEmpty: Message("command.empty.certificates"))
        return Answer(
            json: [
                "result": .string(result), "name": .described(name.map { self.name($0) }),
                "certificate": json(certificate, of: name),
            ],
            text: said.map { localiser($0) + "\n" }.joined() + "\n" + table.text(localiser),
            exitCode: kind?.exitCode ?? .success)
    }
}
