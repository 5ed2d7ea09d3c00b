package import Logging

/// How the service meets the network.
package struct Settings: Sendable {
    package var host: String
    /// 0 lets the system choose one.
    package var port: Int
    /// The service speaks TLS itself, with these files.
    package var tls: TLSFiles?
    /// A reverse proxy stands in front, and speaks TLS to browsers.
    package var proxy: Proxy?
    /// Switches off what makes pages work without network, on every phone that has it: workers
    /// take themselves away; what waits to be sent stays and is sent by the pages.
    package var keepsNothingOnPhones: Bool
    package var logger: Logger

    package init(
        host: String = "127.0.0.1", port: Int = 8080, tls: TLSFiles? = nil, proxy: Proxy? = nil,
        keepsNothingOnPhones: Bool = false, logger: Logger = Logger(label: "samsprak")
    ) {
        self.host = host
        self.port = port
        self.tls = tls
        self.proxy = proxy
        self.keepsNothingOnPhones = keepsNothingOnPhones
        self.logger = logger
    }

    /// Whether cookies travel over TLS only.
    var isSecure: Bool {
        tls != nil || proxy != nil || !["127.0.0.1", "::1", "localhost"].contains(host)
    }
}
