import ArgumentParser
import Courses
import Desk
import Localisation
import Web

/// Serves pages and the interface for devices.
struct ServeCommand: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve the pages, until asked to stop.",
        discussion: """
            Browsers need TLS: name a certificate and its key, or put a reverse proxy in front and \
            name its header. SIGTERM and SIGINT let what is under way finish.
            """)

    @OptionGroup var service: ServiceOptions
    @OptionGroup var options: DatabaseOptions

    var output: OutputOptions { options.output }

    func run() async throws {
        let localiser = try output.localiser()
        let desk = try await Desk.open(options.location, clock: .system)
        try await service.serve(desk, localiser, asJSON: output.json)
    }
}
