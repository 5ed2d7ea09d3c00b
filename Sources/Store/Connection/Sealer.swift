internal import Cryptography
package import FoundationEssentials

/// Seals personal values with the key that belongs to one database file.
///
/// AES-256-GCM for each field, and HMAC-SHA-256 as the blind index for equality; the two keys are
/// derived from the file's one by HKDF, so that neither tells of the other.
package struct Sealer: Sendable {
    private let sealing: SealingKey
    private let indexing: [UInt8]

    /// - Parameter key: 32 random bytes.
    package init(key: [UInt8]) throws(SealError) {
        guard key.count == 32 else { throw .wrongLength }
        sealing = SealingKey(KeyDerivation.hkdf(key, for: "samsprak seal 1"))
        indexing = KeyDerivation.hkdf(key, for: "samsprak blind index 1")
    }

    /// - Parameter context: table, column and owner; a value moved elsewhere does not open.
    package func seal(_ text: String, context: String) throws(SealError) -> Data {
        do {
            return Data(try sealing.seal(Array(text.utf8), context: Array(context.utf8)))
        } catch {
            throw .unreadable
        }
    }

    package func open(_ sealed: Data, context: String) throws(SealError) -> String {
        do {
            let text = try sealing.open(Array(sealed), context: Array(context.utf8))
            return String(decoding: text, as: UTF8.self)
        } catch {
            throw .unreadable
        }
    }

    /// Equal for equal texts of one kind, and silent otherwise.
    package func blindIndex(_ text: String, kind: String) -> Data {
        blindIndex(Array(text.utf8), kind: kind)
    }

    package func blindIndex(_ bytes: [UInt8], kind: String) -> Data {
        let mac = MAC(key: indexing)
        mac.add(Array(kind.utf8) + [0])
        mac.add(bytes)
        return Data(mac.end())
    }

    /// A keyed digest of what comes in parts; nil ends it.
    func digest(kind: String, of next: () throws -> Data?) rethrows -> Data {
        let mac = MAC(key: indexing)
        mac.add(Array(kind.utf8) + [0])
        while let part = try next() { mac.add(Array(part)) }
        return Data(mac.end())
    }
}

package enum SealError: Error, Sendable, Equatable {
    /// A key has 32 bytes.
    case wrongLength
    /// Another key, another place, or damage.
    case unreadable
}
