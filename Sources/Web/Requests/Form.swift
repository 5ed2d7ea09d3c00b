import HTTPTypes
import Hummingbird

/// The fields of a submitted form; of a name that comes twice, the first.
struct Form: Sendable, Equatable {
    private var fields: [String: String] = [:]
    /// What was chosen of the visitor's own files, by the field's name; none is empty.
    var files: [String: [UInt8]] = [:]

    static let limit = 256 * 1024

    init() {}

    /// Reads a form of the signed-in visitor and checks that it is one of ours.
    ///
    /// - Parameter limit: of a form in parts, which may bring a file; any other ends at 256 KB.
    /// - Throws: `Refusal.forged`, `.tooLarge`, `.malformed`.
    static func read(
        _ request: Request, of visitor: Visitor, inPartsUpTo limit: Int = limit
    ) async throws -> Form {
        let form = try await read(request, inPartsUpTo: limit)
        guard visitor.holds(formToken: form["csrf"]) else { throw Refusal.forged }
        return form
    }

    /// Reads a form that needs no token, such as the one to sign in with.
    static func read(_ request: Request, inPartsUpTo limit: Int = limit) async throws -> Form {
        let type = request.headers[.contentType] ?? ""
        let form: Form?
        if type.lowercased().hasPrefix("application/x-www-form-urlencoded") {
            form = Form(urlEncoded: try await request.body.bytes(upTo: Self.limit))
        } else if let boundary = Self.boundary(in: type) {
            form = Form(multipart: try await request.body.bytes(upTo: limit), boundary: boundary)
        } else {
            throw Refusal.malformed
        }
        guard let form else { throw Refusal.malformed }
        return form
    }

    /// Nil for what is no UTF-8 once decoded.
    init?(urlEncoded bytes: [UInt8]) {
        for pair in bytes.split(separator: UInt8(ascii: "&")) {
            let parts = pair.split(
                separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = Self.decoded(parts[0]),
                let value = Self.decoded(parts.count == 2 ? parts[1] : [])
            else { return nil }
            if fields[name] == nil { fields[name] = value }
        }
    }

    /// Nil for a field that was not sent.
    subscript(name: String) -> String? {
        get { fields[name] }
        set { fields[name] = newValue }
    }

    /// What follows `prefix` in the names of the fields that begin so, in order.
    func names(under prefix: String) -> [String] {
        fields.keys.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
            .sorted()
    }

    /// What stands in the field without blanks around it; nil when that is nothing.
    func string(_ name: String) -> String? {
        guard let value = fields[name] else { return nil }
        let trimmed = value.drop(while: \.isWhitespace)
        guard let last = trimmed.lastIndex(where: { !$0.isWhitespace }) else { return nil }
        return String(trimmed[...last])
    }

    private static func decoded(_ bytes: ArraySlice<UInt8>) -> String? {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var rest = bytes
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): decoded.append(0x20)
            case UInt8(ascii: "%"):
                guard let high = rest.popFirst().flatMap(hexadecimal),
                    let low = rest.popFirst().flatMap(hexadecimal)
                else { return nil }
                decoded.append(high << 4 | low)
            default: decoded.append(byte)
            }
        }
        return String(validating: decoded, as: UTF8.self)
    }

    private static func hexadecimal(_ byte: UInt8) -> UInt8? {
        Character(Unicode.Scalar(byte)).hexDigitValue.map(UInt8.init)
    }
}

extension RequestBody {
    /// - Throws: `Refusal.tooLarge`.
    func bytes(upTo limit: Int) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        for try await part in self {
            guard bytes.count + part.readableBytes <= limit else { throw Refusal.tooLarge }
            bytes.append(contentsOf: part.readableBytesView)
        }
        return bytes
    }
}
