internal import CCryptography

/// The digests and derived keys of libcrypto. What they are asked here they refuse only when there
/// is no memory left, which ends a process anyway.
package enum SHA256 {
    /// 32 bytes (FIPS 180-4).
    package static func hash(_ bytes: [UInt8]) -> [UInt8] {
        digest { cryptography_sha256(bytes, bytes.count, $0) }
    }
}

/// HMAC-SHA-256 (RFC 2104) of what comes in parts.
package struct MAC: ~Copyable {
    private let inner: OpaquePointer

    package init(key: [UInt8]) {
        guard let inner = cryptography_mac_begin(key, key.count) else {
            fatalError("no memory for a digest")
        }
        self.inner = inner
    }

    deinit { cryptography_mac_free(inner) }

    package func add(_ bytes: [UInt8]) {
        precondition(cryptography_mac_add(inner, bytes, bytes.count))
    }

    /// 32 bytes.
    package consuming func end() -> [UInt8] {
        digest { cryptography_mac_end(inner, $0) }
    }
}

package enum KeyDerivation {
    /// A key of 32 bytes from another, by HKDF-SHA-256 (RFC 5869) without a salt.
    package static func hkdf(_ secret: [UInt8], for purpose: String) -> [UInt8] {
        let info = Array(purpose.utf8)
        return digest {
            cryptography_derive(secret, secret.count, info, info.count, $0, digestLength)
        }
    }

    /// A key of 32 bytes from a password, by scrypt (RFC 7914).
    ///
    /// - Parameters:
    ///   - rounds: a power of two, at least 2.
    ///   - blockSize: of 128 bytes, at least 1.
    /// - Throws: `CryptographyError.notPossible` for parameters out of these ranges, and for those
    ///   whose memory, 128 × rounds × block size, is not to be had.
    package static func scrypt(
        _ password: String, salt: [UInt8], rounds: Int, blockSize: Int, parallelism: Int
    ) throws(CryptographyError) -> [UInt8] {
        guard let rounds = UInt64(exactly: rounds), let blockSize = UInt64(exactly: blockSize),
            let parallelism = UInt64(exactly: parallelism), rounds < 1 << 24, blockSize < 1 << 10,
            parallelism < 1 << 10
        else { throw .notPossible }
        var key = [UInt8](repeating: 0, count: digestLength)
        let password = Array(password.utf8).map { CChar(bitPattern: $0) }
        let isDone = cryptography_scrypt(
            password, password.count, salt, salt.count, rounds, blockSize, parallelism, &key,
            key.count)
        guard isDone else { throw .notPossible }
        return key
    }
}

package enum CryptographyError: Error, Sendable, Equatable {
    /// Parameters that the algorithm doesn't take, or more memory than there is.
    case notPossible
    /// Another key, another context, or damage.
    case doesNotOpen
}

private let digestLength = cryptography_digest

private func digest(_ write: (UnsafeMutablePointer<UInt8>) -> Bool) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: digestLength) { buffer, count in
        guard let start = buffer.baseAddress, write(start) else {
            fatalError("no memory for a digest")
        }
        count = digestLength
    }
}
