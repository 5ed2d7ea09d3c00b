import ArgumentParser
import Courses
import Desk
import Localisation
import Web

/// How the service meets the network.
struct ServiceOptions: ParsableArguments {
    @Option(help: "The address to listen on.") var host = "127.0.0.1"
    @Option(help: "The port; 0 lets the system choose one.") var port = 8080
    @Flag(
        help: """
            Switch off pages that work without network, on phones that have them, too.
            """)
    var noOffline = false
    @Flag(help: "A reverse proxy that speaks TLS stands in front.") var behindProxy = false

    func validate() throws {
        guard (0...65_535).contains(port) else {
            throw ValidationError("A port is a number from 0 to 65535.")
        }
    }

    /// Serves until the process is asked to stop; says where once it listens.
    func serve(_ desk: Desk, _ localiser: Localiser, asJSON: Bool) async throws {
        let settings = Settings(
            host: host, port: port, isBehindProxy: behindProxy,
            keepsNothingOnPhones: noOffline)
        let application = try await WebApplication(desk: desk, settings: settings)
        let host = host.contains(":") ? "[\(host)]" : host
        try await application.run { port in
            let address = "http://\(host):\(port)/"
            let message = Message("command.serving", ["address": .text(address)])
            let json: JSON = ["address": .string(address)]
            Output.write(asJSON ? json.text : localiser(message) + "\n")
        }
    }
}
