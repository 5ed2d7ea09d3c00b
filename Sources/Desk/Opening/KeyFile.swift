import Foundation

/// The file that holds a database's key: 64 hexadecimal digits, readable by its owner alone.
enum KeyFile {
    static func read(_ path: String) throws(OpeningError) -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw FileManager.default.fileExists(atPath: path)
                ? .keyUnreadable(path: path) : .keyMissing(path: path)
        }
        let digits = String(decoding: data, as: UTF8.self)
            .trimmingCharacters(in: .whitespacesAndNewlines)
        let bytes = stride(from: 0, to: digits.utf8.count - 1, by: 2).compactMap { offset in
            UInt8(digits.dropFirst(offset).prefix(2), radix: 16)
        }
        guard digits.utf8.count == 64, bytes.count == 32 else { throw .keyUnreadable(path: path) }
        return bytes
    }

    static func make(_ path: String) throws(OpeningError) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        let bytes = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        let text = bytes.map { String(format: "%02x", $0) }.joined() + "\n"
        let isMade = FileManager.default.createFile(
            atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
        guard isMade else { throw .cannotWrite(path: path) }
        return bytes
    }

    /// Whether nobody but the owner may read it.
    static func isPrivate(_ path: String) -> Bool {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        guard let mode = attributes?[.posixPermissions] as? NSNumber else { return false }
        return mode.intValue & 0o077 == 0
    }
}
