package import Courses
import Cryptography
import FoundationEssentials
import JSONReading

/// Why a call was no batch; acts that can't be understood are kept one by one instead.
package enum WireError: Error, Sendable, Equatable {
    case notJSON
    case unknownVersion(Int?)
    /// The envelope lacks it, or it has another type.
    case fieldMissing(String)
    case tooManyActs(count: Int, limit: Int)
}

extension ActBatch {
    /// Reads a file of acts that a device could not send: one batch, or a list of them.
    ///
    /// Nothing is taken of a file in which any batch has a broken envelope.
    package static func file(_ bytes: [UInt8]) throws(WireError) -> [ActBatch] {
        let file = try root(of: bytes)
        guard let elements = file.elements else { return [try ActBatch(wire: file)] }
        var batches: [ActBatch] = []
        for element in elements { batches.append(try ActBatch(wire: element)) }
        return batches
    }

    /// Deeper nesting than any act has is refused.
    private static func root(of bytes: [UInt8]) throws(WireError) -> JSONValue {
        do {
            return try JSONDocument(bytes, depth: 16).root
        } catch {
            throw .notJSON
        }
    }

    /// As if it was sent at this moment: how long a file has lain says nothing of how far off the
    /// device's clock is, so that its own times hold.
    package func sent(at now: Instant) -> ActBatch {
        ActBatch(batch: batch, device: device, sentAt: now, items: items)
    }

    /// The wire format's version that this program writes and reads.
    package static let wireVersion = 1

    /// Reads a batch as devices send it.
    ///
    /// Only a broken envelope throws; a broken act becomes an item that is kept.
    package init(wire bytes: [UInt8]) throws(WireError) {
        try self.init(wire: Self.root(of: bytes))
    }

    private init(wire envelope: JSONValue) throws(WireError) {
        let version = envelope["version"]?.whole
        guard version == Self.wireVersion else { throw .unknownVersion(version) }
        let batch = try Self.name("batch", in: envelope)
        let device = try Self.name("device", in: envelope)
        guard let sentAt = envelope["sentAt"]?.text.flatMap({ Instant($0) }) else {
            throw .fieldMissing("sentAt")
        }
        let account = try Self.account(in: envelope)
        guard let acts = envelope["acts"]?.elements else { throw .fieldMissing("acts") }
        guard acts.count <= Self.limit else {
            throw .tooManyActs(count: acts.count, limit: Self.limit)
        }
        self.init(
            batch: batch, device: device, sentAt: sentAt, account: account,
            items: acts.map { Item($0, device: device) })
    }

    /// Nil where the device does not say, as pages of an earlier release don't.
    private static func account(in envelope: JSONValue) throws(WireError) -> Person.ID? {
        guard let field = envelope["account"] else { return nil }
        guard let account = field.text.flatMap({ Person.ID($0) }) else {
            throw .fieldMissing("account")
        }
        return account
    }

    /// 1 to 100 characters.
    private static func name(
        _ field: String, in envelope: JSONValue
    ) throws(WireError) -> String {
        guard let name = envelope[field]?.text, (1...100).contains(name.unicodeScalars.count)
        else { throw .fieldMissing(field) }
        return name
    }
}

extension ActBatch.Item {
    init(_ value: JSONValue, device: String) {
        let raw = value.raw
        if let act = Act(value) {
            self = .act(act, raw: raw)
        } else {
            let given = value["id"]?.text ?? ""
            self = .malformed(
                ActID(given) ?? ActID(contentOf: device + "\n" + raw), given: given, raw: raw)
        }
    }
}

extension ActID {
    /// The same for the same content, so that sending it again is known.
    package init(contentOf text: String) {
        let digest = SHA256.hash(Array(text.utf8))
        let bits = { (range: Range<Int>) in digest[range].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        }
        self.init(high: bits(0..<8), low: bits(8..<16))
    }
}
