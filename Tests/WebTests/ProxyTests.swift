import Courses
import HTTPTypes
import Testing

@testable import Web

struct ProxyTests {
    private func settings(scheme: String? = nil) throws -> Settings {
        let proxy = try #require(
            Proxy(
                addressHeader: "X-Forwarded-For", schemeHeader: scheme,
                addresses: ["10.0.0.1", "::1"]))
        return Settings(proxy: proxy)
    }

    private let forwarded = HTTPField.Name("X-Forwarded-For") ?? .accept
    private let scheme = HTTPField.Name("X-Forwarded-Proto") ?? .accept

    @Test(arguments: [
        ("10.0.0.1", "192.0.2.7", "192.0.2.7"),
        ("10.0.0.1", "198.51.100.9, 192.0.2.7", "192.0.2.7"),
        ("10.0.0.1", "192.0.2.7, 10.0.0.1", "192.0.2.7"),
        ("::ffff:10.0.0.1", "2001:db8::7", "2001:db8::7"),
        ("10.0.0.1", "", "10.0.0.1"),
        ("192.0.2.66", "192.0.2.7", "192.0.2.66"),
    ])
    func `only the proxy's own addresses are believed, and only its own word`(
        peer: String, header: String, expected: String
    ) throws {
        let found = Peer(peer, saying: [forwarded: header], by: try settings())
        #expect(found == Peer(address: expected, isSecure: true, isPlain: false))
    }

    @Test func `without a proxy the header says nothing`() {
        let found = Peer("192.0.2.66", saying: [forwarded: "192.0.2.7"], by: Settings())
        #expect(found == Peer(address: "192.0.2.66", isSecure: false, isPlain: false))
    }

    @Test(arguments: [
        ("10.0.0.1", "https", true, false), ("10.0.0.1", "HTTP", false, true),
        ("10.0.0.1", "", false, false), ("192.0.2.66", "https", false, false),
        ("192.0.2.66", "http", false, false),
    ])
    func `the scheme is what the proxy says it is`(
        peer: String, header: String, isSecure: Bool, isPlain: Bool
    ) throws {
        let found = Peer(
            peer, saying: [scheme: header], by: try settings(scheme: "X-Forwarded-Proto"))
        #expect(found == Peer(address: peer, isSecure: isSecure, isPlain: isPlain))
    }

    @Test(arguments: [("", ["::1"]), ("a b", ["::1"]), ("X-A", []), ("X-A", ["proxy.example"])])
    func `a header or an address that is none is refused`(header: String, addresses: [String]) {
        #expect(Proxy(addressHeader: header, addresses: addresses) == nil)
    }
}
