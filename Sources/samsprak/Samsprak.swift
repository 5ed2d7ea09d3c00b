import ArgumentParser
import CMemory

/// The program: reads its arguments, runs one command and tells the shell how it went.
@main
struct Samsprak: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "samsprak",
        abstract:
            "Parent-support courses in several languages: people, groups, attendance, figures.",
        discussion: """
            The database is --database FILE, else SAMSPRAK_DATABASE, else ./samsprak.sqlite; its \
            key lies beside it, in FILE.key.
            Tables and errors are in --language, else in the language of LC_ALL, LC_MESSAGES or \
            LANG if it is one of the eight (sv en ar so fa-AF ti ckb ku), else in Swedish.
            With --json answers are JSON on standard output, and errors are JSON on standard \
            error: {"error": {"kind", "code", "message", "details"}}.

            Exit codes: 0 done; 64 the command was written wrong (usage); 65 something given is \
            wrong in itself (invalid); 66 something named does not exist (notFound); 70 a fault \
            of the program's own (unexpected); 73 it does not go with what is already there \
            (conflict); 77 not allowed (notAllowed).

            Completions: samsprak --generate-completion-script bash (or zsh, fish).
            """,
        groupedSubcommands: [
            CommandGroup(
                name: "Starting:",
                subcommands: [DemoCommand.self, ServeCommand.self, InitCommand.self]),
            CommandGroup(
                name: "Organising:",
                subcommands: [
                    ProgrammeCommand.self, RoundCommand.self, GroupCommand.self,
                    VenueCommand.self, BreaksCommand.self, ReasonCommand.self,
                    LeaderCommand.self, ParticipantCommand.self, PersonCommand.self,
                    UserCommand.self,
                    ImportCommand.self,
                ]),
            CommandGroup(
                name: "Placing:",
                subcommands: [
                    EnrolmentCommand.self, PlaceCommand.self, TransferCommand.self,
                    MergeCommand.self, SplitCommand.self, WithdrawCommand.self,
                    UndoCommand.self, BalanceCommand.self,
                ]),
            CommandGroup(
                name: "Sessions and attendance:",
                subcommands: [
                    SessionCommand.self, AttendanceCommand.self, HeadcountCommand.self,
                    StatisticsCommand.self, ReportCommand.self, CertificateCommand.self,
                ]),
            CommandGroup(
                name: "Keeping:",
                subcommands: [
                    BackupCommand.self, RestoreCommand.self, DoctorCommand.self,
                    RebuildCommand.self, CompletionsCommand.self,
                ]),
            CommandGroup(
                name: "Asking the rules:",
                subcommands: [
                    IdentifierCommand.self, TextCommand.self, MessageCommand.self,
                ]),
        ])

    static func main() async {
        memory_settings_leave_database_uncounted()
        let arguments = Array(CommandLine.arguments.dropFirst())
        var speech = Speech(arguments: arguments)
        do {
            var command = try parseAsRoot(arguments)
            if let spoken = command as? any SpokenCommand { speech = Speech(spoken.output) }
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            speech.leave(with: error)
        }
    }
}
