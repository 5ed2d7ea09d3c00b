internal import Crypto
package import FoundationEssentials

/// Seals personal values with the key that belongs to one database file.
///
/// AES-256-GCM for each field, and HMAC-SHA-256 as the blind index for equality; the two keys are
/// derived from the file's one by HKDF, so that neither tells of the other.
package struct Sealer: Sendable {
    private let sealing: SymmetricKey
    private let indexing: SymmetricKey

    /// - Parameter key: 32 random bytes.
    package init(key: [UInt8]) throws(SealError) {
        guard key.count == 32 else { throw .wrongLength }
        let master = SymmetricKey(data: key)
        sealing = Self.derive(master, "samsprak seal 1")
        indexing = Self.derive(master, "samsprak blind index 1")
    }

    private static func derive(_ master: SymmetricKey, _ purpose: String) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: master, info: Data(purpose.utf8), outputByteCount: 32)
    }

    /// - Parameter context: table, column and owner; a value moved elsewhere does not open.
    package func seal(_ text: String, context: String) throws(SealError) -> Data {
        do {
            let box = try AES.GCM.seal(
                Data(text.utf8), using: sealing, authenticating: Data(context.utf8))
            guard let combined = box.combined else { throw SealError.unreadable }
            return combined
        } catch {
            throw .unreadable
        }
    }

    package func open(_ sealed: Data, context: String) throws(SealError) -> String {
        do {
            let box = try AES.GCM.SealedBox(combined: sealed)
            let data = try AES.GCM.open(box, using: sealing, authenticating: Data(context.utf8))
            return String(decoding: data, as: UTF8.self)
        } catch {
            throw .unreadable
        }
    }

    /// Equal for equal texts of one kind, and silent otherwise.
    package func blindIndex(_ text: String, kind: String) -> Data {
        blindIndex(Array(text.utf8), kind: kind)
    }

    package func blindIndex(_ bytes: [UInt8], kind: String) -> Data {
        var mac = HMAC<SHA256>(key: indexing)
        mac.update(data: Array(kind.utf8))
        mac.update(data: [0])
        mac.update(data: bytes)
        return Data(mac.finalize())
    }

    /// A keyed digest of what comes in parts; nil ends it.
    func digest(kind: String, of next: () throws -> Data?) rethrows -> Data {
        var mac = HMAC<SHA256>(key: indexing)
        mac.update(data: Array(kind.utf8))
        mac.update(data: [0])
        while let part = try next() { mac.update(data: part) }
        return Data(mac.finalize())
    }
}

package enum SealError: Error, Sendable, Equatable {
    /// A key has 32 bytes.
    case wrongLength
    /// Another key, another place, or damage.
    case unreadable
}
