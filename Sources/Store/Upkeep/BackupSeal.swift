import Foundation

/// The last bytes of a backup: a keyed digest of all before them, so that damage anywhere is seen,
/// where SQLite's own check sees only what breaks its structure.
///
/// SQLite takes the number of pages from its header and reads no further: a sealed backup opens
/// like any database.
enum BackupSeal {
    private static let mark = Array("samsprak backup, HMAC-SHA-256: \n".utf8)
    private static let length = mark.count + 32

    /// Seals a finished copy.
    static func append(to path: String, _ sealer: Sealer) throws {
        let handle = try FileHandle(forUpdating: URL(fileURLWithPath: path))
        defer { try? handle.close() }
        let size = try handle.seekToEnd()
        let digest = try self.digest(handle, size, sealer)
        try handle.seek(toOffset: size)
        try handle.write(contentsOf: Data(mark) + digest)
        try handle.synchronize()
    }

    /// Takes the seal off a copy of a backup and tells whether it fits.
    ///
    /// True also for a database file that was never sealed, such as one that was set aside.
    static func remove(from path: String, _ sealer: Sealer) throws -> Bool {
        let handle = try FileHandle(forUpdating: URL(fileURLWithPath: path))
        defer { try? handle.close() }
        let size = try handle.seekToEnd()
        guard size > length else { return false }
        let body = size - UInt64(length)
        try handle.seek(toOffset: body)
        let seal = try handle.readToEnd() ?? Data()
        guard seal.starts(with: mark) else { return size.isMultiple(of: 512) }
        let fits = try seal.dropFirst(mark.count) == digest(handle, body, sealer)
        try handle.truncate(atOffset: body)
        return fits
    }

    /// Whether a file begins as SQLite's do.
    static func isDatabase(_ path: String) -> Bool {
        let handle = FileHandle(forReadingAtPath: path)
        defer { try? handle?.close() }
        return (try? handle?.read(upToCount: 16)) == Data("SQLite format 3\0".utf8)
    }

    private static func digest(
        _ handle: FileHandle, _ size: UInt64, _ sealer: Sealer
    ) throws -> Data {
        try handle.seek(toOffset: 0)
        var rest = size
        return try sealer.digest(kind: "backup") {
            let part = try handle.read(upToCount: Int(min(rest, 1 << 20))) ?? Data()
            rest -= UInt64(part.count)
            return part.isEmpty ? nil : part
        }
    }
}
