import ArgumentParser
import Courses
import Desk
import Localisation
import Web

/// How the service meets the network.
struct ServiceOptions: ParsableArguments {
    @Option(help: "The address to listen on.") var host = "127.0.0.1"
    @Option(help: "The port; 0 lets the system choose one.") var port = 8080
    @OptionGroup(title: "TLS by the service itself") var tls: TLSOptions
    @OptionGroup(title: "TLS by a reverse proxy in front") var proxy: ProxyOptions

    func validate() throws {
        guard (0...65_535).contains(port) else {
            throw ValidationError("A port is a number from 0 to 65535.")
        }
        guard tls.certificate == nil || proxy.proxyHeader == nil else {
            throw ValidationError("Either the service speaks TLS or a proxy does, not both.")
        }
    }

    /// Serves until the process is asked to stop; says where once it listens.
    func serve(_ desk: Desk, _ localiser: Localiser, asJSON: Bool) async throws {
        let settings = Settings(host: host, port: port, tls: tls.files, proxy: proxy.proxy)
        let application = try await WebApplication(desk: desk, settings: settings)
        let host = host.contains(":") ? "[\(host)]" : host
        let scheme = tls.files == nil ? "http" : "https"
        try await application.run { port in
            let address = "\(scheme)://\(host):\(port)/"
            let message = Message("command.serving", ["address": .text(address)])
            let json: JSON = ["address": .string(address)]
            Output.write(asJSON ? json.text : localiser(message) + "\n")
        }
    }
}
