import ArgumentParser
import CMemory
import Courses
import Desk
import Glibc
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
    @OptionGroup(title: "TLS by the service itself") var tls: TLSOptions
    @OptionGroup(title: "TLS by a reverse proxy in front") var proxy: ProxyOptions

    func validate() throws {
        guard (0...65_535).contains(port) else {
            throw UsageError.portOutOfRange
        }
        guard tls.certificate == nil || proxy.proxyHeader == nil else {
            throw UsageError.oneOf(["--certificate", "--proxy-header"])
        }
    }

    /// Serves until the process is asked to stop; says where once it listens.
    func serve(_ desk: Desk, _ localiser: Localiser, asJSON: Bool) async throws {
        Self.tuneProcess()
        let settings = Settings(
            host: host, port: port, tls: tls.files, proxy: proxy.proxy,
            keepsNothingOnPhones: noOffline)
        let application = try await WebApplication(desk: desk, settings: settings)
        let host = host.contains(":") ? "[\(host)]" : host
        let scheme = tls.files == nil ? "http" : "https"
        try await application.run { port in
            // Starting takes several times the memory that serving does.
            memory_give_back()
            let address = "\(scheme)://\(host):\(port)/"
            let message = Message("command.serving", ["address": .text(address)])
            let json: JSON = ["address": .string(address)]
            Output.write(asJSON ? json.text : localiser(message) + "\n")
        }
    }

    /// Keeps freed memory for the next request, where giving it back and asking for it again took
    /// a fifth of a save; and names the time zone, which is otherwise looked for at each log line.
    private static func tuneProcess() {
        memory_settings_keep(8 << 20, 2, 1 << 20)
        setenv("TZ", ":/etc/localtime", 0)
    }
}
