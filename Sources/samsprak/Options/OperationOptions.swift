import ArgumentParser
import Courses

/// Whether an operation is only shown, and what it was decided on.
struct OperationOptions: ParsableArguments {
    @Flag(help: "Only say what would be done.") var dryRun = false
    @Option(
        help: ArgumentHelp(
            "The state that a dry run showed; refused if the round has changed since.",
            valueName: "token"))
    var basis: RoundBasis?
}

extension RoundBasis: ExpressibleByArgument {
    init?(argument: String) { self.init(argument) }
}

extension GroupPause.Sessions: ExpressibleByArgument {}
