internal import CCryptography

/// AES-256-GCM (NIST SP 800-38D) with one key: what it seals is the nonce, the text hidden, and the
/// tag, one after the other.
package struct SealingKey: Sendable {
    private let key: [UInt8]

    private static let nonceLength = cryptography_nonce
    private static let tagLength = cryptography_tag

    /// - Parameter key: 32 bytes.
    package init(_ key: [UInt8]) {
        precondition(key.count == 32, "a key of AES-256 has 32 bytes")
        self.key = key
    }

    /// - Parameter context: what is not hidden, and must be the same to open it.
    package func seal(_ plain: [UInt8], context: [UInt8]) throws(CryptographyError) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        let random = [generator.next(), generator.next()]
        let nonce = random.withUnsafeBytes { Array($0.prefix(Self.nonceLength)) }
        var sealed = nonce + [UInt8](repeating: 0, count: plain.count + Self.tagLength)
        let isDone = sealed.withUnsafeMutableBufferPointer { sealed in
            guard let start = sealed.baseAddress else { return false }
            return cryptography_seal(
                key, nonce, context, context.count, plain, plain.count, start + Self.nonceLength)
        }
        guard isDone else { throw .notPossible }
        return sealed
    }

    package func open(_ sealed: [UInt8], context: [UInt8]) throws(CryptographyError) -> [UInt8] {
        let length = sealed.count - Self.nonceLength - Self.tagLength
        guard length >= 0 else { throw .doesNotOpen }
        // A byte more than is read, so that it has a place even where there is no text.
        var plain = [UInt8](repeating: 0, count: length + 1)
        let isOpen = sealed.withUnsafeBufferPointer { sealed in
            guard let start = sealed.baseAddress else { return false }
            return cryptography_open(
                key, start, context, context.count, start + Self.nonceLength,
                length + Self.tagLength, &plain)
        }
        guard isOpen else { throw .doesNotOpen }
        return Array(plain.prefix(length))
    }
}
