import ArgumentParser
import Courses
import Desk
import Localisation

/// What people are given for rounds that they completed.
struct CertificateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "certificate",
        abstract: "Certificates for those who have completed a round.",
        discussion: """
            They are printed from the web pages, one or a whole group: a group's page leads there.
            """,
        subcommands: [
            CertificateIssueCommand.self, CertificateListCommand.self,
            CertificateVerifyCommand.self, CertificateWithdrawCommand.self,
        ])
}

struct CertificateIssueCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "issue",
        abstract: "Issue certificates to all who have completed a round and have none.",
        discussion: """
            Of people who are named, one whose certificate says something else than what is \
            counted now gets a new one, and the old one is valid no longer.
            """)

    @Argument(help: "Their ids. (default: all to whom one is due)") var people: [Person.ID] = []
    @Option(help: "The round, by code or id.") var round: String
    @Option(help: "Only who was placed last in this group, by id, name or round/name.")
    var group: String?
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        var only: Group.ID?
        if let group { only = try await context.desk.group(group, as: context.actor).id }
        let issued = try await context.desk.issueCertificates(
            to: people, in: round, of: only, as: context.actor)
        let message = Message("certificate.done", ["count": .number(issued.issued.count)])
        return Answer(
            json: [
                "issued": .array(issued.issued.map { context.json($0) }),
                "corrected": .list(issued.corrected), "unchanged": .list(issued.unchanged),
            ], text: context.localiser(message) + "\n")
    }
}

struct CertificateListCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List who has completed a round, and their certificates.",
        discussion: """
            States: due (nothing is issued), issued, changed (something else is counted since), \
            unearned (not completed after all), withdrawn.
            """)

    @Option(help: "The round, by code or id.") var round: String
    @Option(help: "Only who was placed last in this group, by id, name or round/name.")
    var group: String?
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        var only: Group.ID?
        if let group { only = try await context.desk.group(group, as: context.actor).id }
        let list = try await context.desk.certificates(
            in: round, of: only, as: context.actor)
        return Answer(
            json: [
                "round": .string(list.round.code),
                "rows": .array(list.rows.map { context.json($0) }),
                "uncompleted": .number(list.uncompleted),
            ], text: context.table(list).text(context.localiser))
    }
}

struct CertificateWithdrawCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: "Let a certificate be valid no longer; whoever checks it is told so.")

    @Argument(help: "Its number.") var number: String
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let certificate = try await context.desk.withdrawCertificate(number, as: context.actor)
        let message = Message(
            "certificate.withdrawnDone", ["number": .text(certificate.number.description)])
        return Answer(
            json: context.json(certificate), text: context.localiser(message) + "\n")
    }
}

extension CommandContext {
    /// Nothing of the person but the id, nor the language where they are shown by an alias, or by
    /// nothing that would tell whether they are.
    func json(_ certificate: Certificate, of name: DisplayName? = nil) -> JSON {
        return [
            "number": .described(certificate.number), "person": .described(certificate.person),
            "round": .described(certificate.round), "issuedAt": .described(certificate.issuedAt),
            "actor": .described(certificate.actor), "valid": .bool(certificate.isValid),
            "voided": .described(certificate.void?.reason.rawValue),
            "voidedAt": .described(certificate.void?.at),
            "certifies": certificate.content.map { json($0, of: name) } ?? .null,
        ]
    }

    private func json(_ content: CertificateContent, of name: DisplayName?) -> JSON {
        [
            "organisation": .string(content.organisation),
            "programme": .string(content.programme), "round": .string(content.round),
            "firstDay": .described(content.firstDay), "lastDay": .described(content.lastDay),
            "attended": .number(content.attended), "sessions": .number(content.sessions),
            "studyHours": .number(content.studyHours),
            "language": .described(
                name.flatMap { $0.alias == nil ? content.language.rawValue : nil }),
        ]
    }

    fileprivate func json(_ row: CertificateList.Row) -> JSON {
        [
            "person": .described(row.person), "name": .string(name(row.name)),
            "group": .described(row.group), "language": .described(row.language?.rawValue),
            "attended": .number(row.attended), "studyHours": .number(row.studyHours),
            "state": .string(row.state.rawValue),
            "certificate": row.certificate.map { json($0, of: row.name) } ?? .null,
            "earlier": .array(row.earlier.map { json($0, of: row.name) }),
        ]
    }

    fileprivate func table(_ list: CertificateList) -> Table {
        Table(
            [
                .init(heading: Message("command.column.person")),
                .init(heading: Message("command.column.name")),
                .init(heading: Message("command.column.language")),
                .init(heading: Message("command.column.sessions"), isNumeric: true),
                .init(heading: Message("certificate.studyHours"), isNumeric: true),
                .init(heading: Message("command.column.status")),
                .init(heading: Message("command.column.certificate")),
            ],
            rows: localiser.sorted(list.rows) { name($0.name) }.map { row in
                [
                    row.person.description, name(row.name),
                    row.language.map { localiser.languageName($0) } ?? "",
                    localiser.number(row.attended),
                    localiser.number(row.studyHours), localiser(row.state.message),
                    row.certificate?.number.description ?? "",
                ]
            }, whenEmpty: Message("command.empty.certificates"))
    }
}

extension CertificateList.State {
    fileprivate var message: Message {
        switch self {
        case .due: Message("certificate.due")
        case .issued: Message("certificate.issued")
        case .changed: Message("certificate.changed")
        case .unearned: Message("certificate.unearned")
        case .withdrawn: Message("certificate.withdrawn")
        }
    }
}
