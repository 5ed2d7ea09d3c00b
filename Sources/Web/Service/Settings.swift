package import Logging

/// How the service meets the network.
package struct Settings: Sendable {
    package var host: String
    /// 0 lets the system choose one.
    package var port: Int
    /// A reverse proxy stands in front: it speaks TLS to browsers, and the last address of
    /// `X-Forwarded-For` is theirs.
    package var isBehindProxy: Bool
    /// Switches off what makes pages work without network, on every phone that has it: workers
    /// take themselves away; what waits to be sent stays and is sent by the pages.
    package var keepsNothingOnPhones: Bool
    package var logger: Logger

    package init(
        host: String = "127.0.0.1", port: Int = 8080, isBehindProxy: Bool = false,
        keepsNothingOnPhones: Bool = false, logger: Logger = Logger(label: "samsprak")
    ) {
        self.host = host
        self.port = port
        self.isBehindProxy = isBehindProxy
        self.keepsNothingOnPhones = keepsNothingOnPhones
        self.logger = logger
    }

    /// Whether cookies travel over TLS only.
    var isSecure: Bool {
        isBehindProxy || !["127.0.0.1", "::1", "localhost"].contains(host)
    }
}
