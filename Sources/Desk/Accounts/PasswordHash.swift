internal import Cryptography
import Foundation

/// scrypt (RFC 7914) with a salt of 16 bytes, written with its parameters so that they can be
/// raised later.
enum PasswordHash {
    struct Cost: Equatable {
        let rounds: Int
        let blockSize: Int
        let parallelism: Int

        /// Among the parameters that OWASP's Password Storage Cheat Sheet holds to be equally
        /// strong, those that take 16 MiB: a service on a small machine hashes beside its work.
        static let full = Cost(rounds: 1 << 14, blockSize: 8, parallelism: 5)

        /// Of a demo world, whose passwords are printed in the README.
        static let demo = Cost(rounds: 1 << 10, blockSize: 8, parallelism: 1)

        fileprivate var prefix: String { "scrypt$\(rounds)$\(blockSize)$\(parallelism)$" }
    }

    static func make(_ password: String, salt: [UInt8], _ cost: Cost) throws -> String {
        let key = try derive(password, salt: salt, cost)
        return cost.prefix + Data(salt).base64EncodedString() + "$" + key.base64EncodedString()
    }

    /// Fits no password, and takes as long as one of that cost to find that out.
    static func decoy(_ cost: Cost) -> String {
        cost.prefix + "AAAAAAAAAAAAAAAAAAAAAA==$AAAA"
    }

    static func isMade(_ stored: String, at cost: Cost) -> Bool { stored.hasPrefix(cost.prefix) }

    /// False for another password, and for a stored form that can't be read.
    static func verify(_ password: String, against stored: String) -> Bool {
        var fields = stored.split(separator: "$").map(String.init)
        // Before parallelism was written, it was 1.
        if fields.count == 5 { fields.insert("1", at: 3) }
        guard fields.count == 6, fields[0] == "scrypt", let rounds = Int(fields[1]),
            let blockSize = Int(fields[2]), let parallelism = Int(fields[3]),
            let salt = Data(base64Encoded: fields[4]),
            let expected = Data(base64Encoded: fields[5]),
            let key = try? derive(
                password, salt: Array(salt),
                Cost(rounds: rounds, blockSize: blockSize, parallelism: parallelism))
        else { return false }
        return constantTimeEqual(key, expected)
    }

    private static func derive(_ password: String, salt: [UInt8], _ cost: Cost) throws -> Data {
        Data(
            try KeyDerivation.scrypt(
                password.precomposedStringWithCanonicalMapping, salt: salt, rounds: cost.rounds,
                blockSize: cost.blockSize, parallelism: cost.parallelism))
    }

    private static func constantTimeEqual(_ left: Data, _ right: Data) -> Bool {
        left.count == right.count
            && zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
