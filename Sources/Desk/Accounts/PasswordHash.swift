import Crypto
internal import CryptoExtras
import Foundation

/// scrypt (RFC 7914) with N = 2¹⁵, r = 8, p = 1 and a salt of 16 bytes, written with its
/// parameters so that they can be raised later.
enum PasswordHash {
    private static let rounds = 1 << 15
    private static let blockSize = 8

    static func make(_ password: String, salt: [UInt8]) throws -> String {
        let key = try derive(password, salt: salt, rounds: rounds, blockSize: blockSize)
        return "scrypt$\(rounds)$\(blockSize)$\(Data(salt).base64EncodedString())$"
            + key.base64EncodedString()
    }

    /// False for another password, and for a stored form that can't be read.
    static func verify(_ password: String, against stored: String) -> Bool {
        let fields = stored.split(separator: "$").map(String.init)
        guard fields.count == 5, fields[0] == "scrypt", let rounds = Int(fields[1]),
            let blockSize = Int(fields[2]), let salt = Data(base64Encoded: fields[3]),
            let expected = Data(base64Encoded: fields[4]),
            let key = try? derive(
                password, salt: Array(salt), rounds: rounds, blockSize: blockSize)
        else { return false }
        return constantTimeEqual(key, expected)
    }

    private static func derive(
        _ password: String, salt: [UInt8], rounds: Int, blockSize: Int
    ) throws -> Data {
        let key = try KDF.Scrypt.deriveKey(
            from: Data(password.precomposedStringWithCanonicalMapping.utf8), salt: Data(salt),
            outputByteCount: 32, rounds: rounds, blockSize: blockSize, parallelism: 1)
        return key.withUnsafeBytes { Data($0) }
    }

    private static func constantTimeEqual(_ left: Data, _ right: Data) -> Bool {
        left.count == right.count
            && zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
