import ArgumentParser
import Desk
import FoundationEssentials

/// Which database a command works on.
struct DatabaseOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The database file. (default: SAMSPRAK_DATABASE, else ./samsprak.sqlite)",
            valueName: "file"),
        completion: .file())
    var database: String?

    @OptionGroup var output: OutputOptions

    var location: DatabaseLocation { location(default: "samsprak.sqlite") }

    func location(default path: String) -> DatabaseLocation {
        let named = ProcessInfo.processInfo.environment["SAMSPRAK_DATABASE"]
        let known = named.flatMap { $0.isEmpty ? nil : $0 }
        return DatabaseLocation(path: database ?? known ?? path)
    }
}
