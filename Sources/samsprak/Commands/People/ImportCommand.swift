import ArgumentParser
import Courses
import Desk
import FoundationEssentials
import Localisation

/// Takes lists in.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Take lists in.", subcommands: [ImportParticipants.self])
}

struct ImportParticipants: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "participants",
        abstract: "Take in a list of participants: good rows go in, bad rows come out.",
        discussion: """
            The file is CSV as administrators have it. A row needs one part of a name and a course \
            language. Without --round, or a column for it, people are added and enrolled in \
            nothing. The same file twice changes nothing. The exit code is 65 when the file as a \
            whole is refused; nothing is changed then.
            """)

    @Argument(help: "The file; - is standard input.", completion: .file()) var file: String
    @Option(help: "The round in which everybody is enrolled, by code or id.") var round: String?
    @Flag(help: "Only say what would be done.") var dryRun = false
    @Option(
        help: "The file's encoding: utf-8, utf-16le, utf-16be, windows-1252 or windows-1256.",
        transform: Self.encoding)
    var encoding: TextEncoding?
    @Option(
        help: ArgumentHelp(
            "A JSON file that says what headers mean: {\"Elev\": \"name\", \"Kod\": \"-\"}.",
            valueName: "file"),
        completion: .file())
    var map: String?
    @Option(
        help: ArgumentHelp("Where the rows that were not taken in go, as CSV.", valueName: "file"),
        completion: .file())
    var rejected: String?
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let bytes = try InputFile.bytes(file)
        let known = try map.map { try ColumnMap(json: Data(try InputFile.bytes($0))) }
        let importing = ImportOptions(
            round: round, encoding: encoding, map: known ?? ColumnMap(), dryRun: dryRun)
        let report = try await Progress.during(context.localiser(Message("command.working"))) {
            try await context.desk.importParticipants(
                bytes, options: importing, as: context.actor)
        }
        try writeRejected(report, context)
        return Answer(
            json: report.worded(context.localiser).json.with(["dryRun": .bool(dryRun)]),
            text: context.lines(report, dryRun: dryRun),
            exitCode: report.refused == nil ? .success : Failure.Kind.invalid.exitCode)
    }

    private func writeRejected(_ report: ImportReport, _ context: CommandContext) throws {
        guard let rejected else { return }
        let csv = report.rejectedRows.csv(context.localiser)
        guard !csv.isEmpty else { return }
        do {
            try Data(csv.utf8).write(to: URL(filePath: rejected), options: .withoutOverwriting)
        } catch {
            throw CommandError.fileUnwritable(path: rejected)
        }
    }

    private static func encoding(_ name: String) throws -> TextEncoding {
        guard let encoding = TextEncoding(named: name) else {
            throw UsageError.unknownEncoding(name)
        }
        return encoding
    }
}
