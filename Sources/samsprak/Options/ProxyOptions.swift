import ArgumentParser
import Web

/// What is believed of a reverse proxy.
struct ProxyOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "In which header the proxy names the browser's address, such as X-Forwarded-For.",
            valueName: "header"))
    var proxyHeader: String?

    @Option(
        help: ArgumentHelp(
            """
            In which header the proxy tells http from https, such as X-Forwarded-Proto; without \
            one it lets nothing but https in.
            """, valueName: "header"))
    var proxySchemeHeader: String?

    @Option(
        help: ArgumentHelp(
            "From where the proxy connects; may come again. (default: this machine)",
            valueName: "address"))
    var trustedProxy: [String] = []

    func validate() throws {
        guard proxyHeader != nil || (proxySchemeHeader == nil && trustedProxy.isEmpty) else {
            throw UsageError.proxyUnnamed
        }
        guard proxyHeader == nil || proxy != nil else {
            throw UsageError.proxyHeaderMalformed
        }
    }

    var proxy: Proxy? {
        proxyHeader.flatMap {
            Proxy(
                addressHeader: $0, schemeHeader: proxySchemeHeader,
                addresses: trustedProxy.isEmpty ? Proxy.loopback : trustedProxy)
        }
    }
}
