import Glibc

/// A kept-alive HTTP/1.1 connection over a bare socket: a client that costs next to nothing, since
/// it shares the machine with the service.
final class Connection {
    let descriptor: Int32
    private var received: [UInt8] = []
    private var buffer = [UInt8](repeating: 0, count: 65_536)

    struct Answer {
        let status: Int
        let head: String
        let body: ArraySlice<UInt8>
    }

    init(port: UInt16) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let code = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard descriptor >= 0, code == 0 else { throw BenchmarkError.connectionFailed }
        var isOn: Int32 = 1
        setsockopt(
            descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &isOn,
            socklen_t(MemoryLayout<Int32>.size))
    }

    deinit {
        close(descriptor)
    }

    func send(_ bytes: [UInt8]) throws {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { all in
                write(descriptor, all.baseAddress.map { $0 + sent }, bytes.count - sent)
            }
            guard count > 0 else { throw BenchmarkError.connectionFailed }
            sent += count
        }
    }

    /// Reads what has come; nil until the answer is whole.
    func receive() throws -> Answer? {
        let count = read(descriptor, &buffer, buffer.count)
        guard count > 0 else { throw BenchmarkError.connectionFailed }
        received.append(contentsOf: buffer[..<count])
        guard let end = received[...].firstPlace(of: "\r\n\r\n") else { return nil }
        let head = String(decoding: received[..<end], as: UTF8.self)
        let length = Self.field("content-length", in: head).flatMap { Int($0) } ?? 0
        guard received.count >= end + 4 + length else { return nil }
        let body = received[(end + 4)..<(end + 4 + length)]
        received = Array(received[(end + 4 + length)...])
        return Answer(status: Int(head.dropFirst(9).prefix(3)) ?? 0, head: head, body: body)
    }

    /// Looks for the answer all the time: a client that slept would be woken by its processor, which
    /// takes longer the longer that has been idle, and is no part of what the service does.
    func answer(to request: [UInt8]) throws -> Answer {
        try send(request)
        while true {
            var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            while poll(&waiting, 1, 0) == 0 {}
            if let answer = try receive() { return answer }
        }
    }

    /// - Parameter name: in lower case.
    static func field(_ name: String, in head: String) -> Substring? {
        for line in head.split(separator: "\r\n") {
            guard let colon = line.firstIndex(of: ":"), line[..<colon].lowercased() == name else {
                continue
            }
            return line[line.index(after: colon)...].drop(while: \.isWhitespace)
        }
        return nil
    }
}

extension ArraySlice<UInt8> {
    /// Where a text stands first; nil where it does not.
    func firstPlace(of text: StaticString) -> Int? {
        let length = text.utf8CodeUnitCount
        return withUnsafeBytes { all in
            guard let start = all.baseAddress else { return nil }
            var place = 0
            while place + length <= all.count,
                let found = memchr(
                    start + place, Int32(text.utf8Start.pointee), all.count - length + 1 - place)
            {
                place = UnsafeRawPointer(found) - start
                if memcmp(found, text.utf8Start, length) == 0 { return startIndex + place }
                place += 1
            }
            return nil
        }
    }
}
