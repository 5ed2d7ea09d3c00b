import HTTPTypes

/// Who a request comes from, and whether it came over TLS.
struct Peer: Sendable, Equatable {
    /// Nil where there is no network.
    let address: String?
    let isSecure: Bool
    /// The proxy says that the browser spoke plain HTTP.
    let isPlain: Bool

    /// - Parameter address: the network address at the other end of the connection.
    init(_ address: String?, saying headers: HTTPFields, by settings: Settings) {
        guard let proxy = settings.proxy else {
            self.init(address: address, isSecure: settings.tls != nil, isPlain: false)
            return
        }
        let isTrusted = proxy.isTrusted(address)
        let scheme = proxy.schemeHeader.flatMap { headers[$0] }?.lowercased()
        self.init(
            address: isTrusted ? Self.told(headers, proxy) ?? address : address,
            isSecure: proxy.schemeHeader == nil || (isTrusted && scheme == "https"),
            isPlain: isTrusted && scheme == "http")
    }

    init(address: String?, isSecure: Bool, isPlain: Bool) {
        self.address = address
        self.isSecure = isSecure
        self.isPlain = isPlain
    }

    /// The last address that is no proxy of ours: what stands before it anybody may have written.
    private static func told(_ headers: HTTPFields, _ proxy: Proxy) -> String? {
        headers[values: proxy.addressHeader].flatMap { $0.split(separator: ",") }
            .map { $0.drop(while: \.isWhitespace) }.map { String($0.prefix { !$0.isWhitespace }) }
            .last { !$0.isEmpty && !proxy.isTrusted($0) }
    }
}
