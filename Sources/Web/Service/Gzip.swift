import CGzip
import HTTPTypes
import Hummingbird

/// Makes answers smaller for clients that say that they can read it.
///
/// Only for what repeats nothing that was asked or typed: where a secret and another site's text
/// are compressed together, the length tells how much they have in common.
enum Gzip {
    enum Effort: Int32 {
        /// For an answer that is made once.
        case quick = 2
        case most = 9
    }

    /// Nil when there was no memory.
    static func compressed(_ bytes: [UInt8], _ effort: Effort) -> [UInt8]? {
        let room = gzip_bound(bytes.count)
        let member = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
            count = gzip_write(
                bytes, bytes.count, effort.rawValue, buffer.baseAddress, room)
        }
        return member.isEmpty ? nil : member
    }

    /// Whether `Accept-Encoding` names gzip and does not rule it out by a weight of 0.
    static func isAccepted(by request: Request) -> Bool {
        let codings = (request.headers[.acceptEncoding] ?? "").split(separator: ",")
        return codings.contains { coding in
            let parts = coding.split(separator: ";").map { $0.filter { !$0.isWhitespace } }
            guard parts.first?.lowercased() == "gzip" else { return false }
            return !parts.dropFirst().contains {
                $0.hasPrefix("q=0") && Double($0.dropFirst(2)) == 0
            }
        }
    }
}

extension Response {
    /// The same answer, smaller, for a client that reads it.
    func compressed(_ bytes: [UInt8], for request: Request) -> Response {
        guard Gzip.isAccepted(by: request), let small = Gzip.compressed(bytes, .quick) else {
            return self
        }
        var response = self
        response.headers[.contentEncoding] = "gzip"
        response.body = ResponseBody(byteBuffer: ByteBuffer(bytes: small))
        return response
    }
}
