import HTTPTypes
import NIOCore

/// A reverse proxy in front, and what of its words is believed: two headers at most, and only from
/// the proxy's own addresses.
package struct Proxy: Sendable {
    let addressHeader: HTTPField.Name
    let schemeHeader: HTTPField.Name?
    private let addresses: Set<String>

    package static let loopback = ["127.0.0.1", "::1"]

    /// Nil for a header that no request can have, or an address that is none.
    ///
    /// - Parameters:
    ///   - addressHeader: names whom the proxy speaks for, such as `X-Forwarded-For`.
    ///   - schemeHeader: tells whether browsers spoke TLS, such as `X-Forwarded-Proto`; without
    ///     one they always do.
    ///   - addresses: from where the proxy connects.
    package init?(addressHeader: String, schemeHeader: String? = nil, addresses: [String]) {
        guard let address = HTTPField.Name(addressHeader) else { return nil }
        let scheme = schemeHeader.flatMap { HTTPField.Name($0) }
        let known = addresses.compactMap(Self.plain)
        guard (scheme == nil) == (schemeHeader == nil), known.count == addresses.count,
            !known.isEmpty
        else { return nil }
        self.addressHeader = address
        self.schemeHeader = scheme
        self.addresses = Set(known)
    }

    func isTrusted(_ address: String?) -> Bool {
        address.flatMap(Self.plain).map { addresses.contains($0) } ?? false
    }

    /// One writing for each address; an IPv4 address inside IPv6 is the IPv4 address.
    private static func plain(_ address: String) -> String? {
        let mapped = "::ffff:"
        let inner =
            address.lowercased().hasPrefix(mapped) && address.contains(".")
            ? String(address.dropFirst(mapped.count)) : address
        return (try? SocketAddress(ipAddress: inner, port: 0))?.ipAddress
    }
}
