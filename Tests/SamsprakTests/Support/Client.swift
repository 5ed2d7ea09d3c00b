import Foundation
import Glibc

/// Somebody's browser on a plain socket, one connection a request; what is sent can be cut off.
struct Client: Sendable {
    let port: Int
    var cookie: String?

    struct Reply: Sendable {
        let status: Int
        let head: String
        let body: String

        func json() throws -> JSONValue {
            try JSONDecoder().decode(JSONValue.self, from: Data(body.utf8))
        }
    }

    /// No answer that could be read came.
    struct NoAnswer: Error {}

    init(_ service: Service) {
        port = service.port
    }

    init(_ service: Service, user: String, password: String) throws {
        port = service.port
        let reply = try signIn(user: user, password: password)
        guard reply.status == 303,
            let match = reply.head.firstMatch(of: /(?i)set-cookie: (samsprak=[^;\r\n]+)/)
        else { throw NoAnswer() }
        cookie = String(match.1)
    }

    func signIn(user: String, password: String) throws -> Reply {
        try post(
            "/sign-in", "userName=\(Self.encoded(user))&password=\(Self.encoded(password))",
            type: "application/x-www-form-urlencoded")
    }

    func get(_ path: String) throws -> Reply {
        try send("GET \(path) HTTP/1.1\r\n" + head() + "\r\n")
    }

    func post(_ path: String, _ body: String, type: String) throws -> Reply {
        try send(
            "POST \(path) HTTP/1.1\r\n" + head() + "Content-Type: \(type)\r\n"
                + "Content-Length: \(body.utf8.count)\r\n\r\n" + body)
    }

    func acts(_ batch: String) throws -> Reply {
        try post("/api/v1/acts", batch, type: "application/json")
    }

    private func head() -> String {
        "Host: 127.0.0.1:\(port)\r\nConnection: close\r\n"
            + (cookie.map { "Cookie: \($0)\r\n" } ?? "")
    }

    static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }

    private func send(_ request: String) throws -> Reply {
        let handle = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard handle >= 0 else { throw NoAnswer() }
        defer { close(handle) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(handle, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else { throw NoAnswer() }
        var patience = timeval(tv_sec: 60, tv_usec: 0)
        setsockopt(
            handle, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        try write(Array(request.utf8), to: handle)
        return try Self.reply(try Self.read(handle))
    }

    private func write(_ bytes: [UInt8], to handle: Int32) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                Glibc.send(handle, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { throw NoAnswer() }
            rest = rest.dropFirst(count)
        }
    }

    private static func read(_ handle: Int32) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = chunk.withUnsafeMutableBytes { recv(handle, $0.baseAddress, $0.count, 0) }
            guard count >= 0 else { throw NoAnswer() }
            guard count > 0 else { return bytes }
            bytes.append(contentsOf: chunk.prefix(count))
        }
    }

    /// An answer that was cut short is none.
    private static func reply(_ bytes: [UInt8]) throws -> Reply {
        let text = String(decoding: bytes, as: UTF8.self)
        guard let end = text.range(of: "\r\n\r\n") else { throw NoAnswer() }
        let head = String(text[..<end.lowerBound])
        let body = String(text[end.upperBound...])
        let status = head.split(separator: " ").dropFirst().first.flatMap { Int($0) }
        let length = head.firstMatch(of: /(?i)content-length: (\d+)/).flatMap { Int($0.1) }
        guard let status, length.map({ body.utf8.count == $0 }) ?? true else { throw NoAnswer() }
        return Reply(status: status, head: head, body: body)
    }
}
