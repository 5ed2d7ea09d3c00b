import Foundation
internal import GRDB

extension Store {
    /// Copies the database as it stands at one moment, while others go on reading and writing.
    ///
    /// - Throws: `BackupError.exists`; a file that is there is never written over.
    package func backUp(to path: String) async throws {
        guard !FileManager.default.fileExists(atPath: path) else { throw BackupError.exists }
        let unfinished = path + ".unfinished"
        try? FileManager.default.removeItem(atPath: unfinished)
        do {
            let copy = try DatabaseQueue(path: unfinished)
            try connection.backup(to: copy)
            try await copy.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA journal_mode = DELETE")
            }
            try copy.close()
            try BackupSeal.append(to: unfinished, sealer)
            try FileManager.default.moveItem(atPath: unfinished, toPath: path)
        } catch {
            try? FileManager.default.removeItem(atPath: unfinished)
            throw error
        }
    }

    /// Puts a backup in the place of a database, after it has been opened and checked; what was
    /// there is set aside beside it.
    ///
    /// - Returns: where the earlier database now lies; nil when there was none.
    package static func restore(
        from backup: String, to path: String, sealer: Sealer, setAsideAs suffix: String
    ) async throws -> String? {
        guard FileManager.default.fileExists(atPath: backup) else { throw BackupError.missing }
        let incoming = path + ".incoming"
        remove(incoming)
        defer { remove(incoming) }
        try FileManager.default.copyItem(atPath: backup, toPath: incoming)
        try await check(incoming, sealer)
        try takeAlone(path)
        let aside = try setAside(path, as: suffix)
        try FileHandle.sync(incoming)
        try FileManager.default.moveItem(atPath: incoming, toPath: path)
        return aside
    }

    private static func check(_ path: String, _ sealer: Sealer) async throws {
        let isWhole = try BackupSeal.remove(from: path, sealer)
        do {
            try await look(into: path, sealer)
        } catch let error as DatabaseError where BackupSeal.isDatabase(path) {
            throw error.resultCode == .SQLITE_IOERR ? error : BackupError.damaged
        }
        guard isWhole else { throw BackupError.damaged }
    }

    private static func look(into path: String, _ sealer: Sealer) async throws {
        let store = try Store(path: path, sealer: sealer)
        let faults = try await store.read { reading in
            guard try reading.organisation() != nil else { throw BackupError.damaged }
            try reading.checkKey()
            return try reading.integrityFaults()
        }
        guard faults.isEmpty else { throw BackupError.damaged }
        try await store.connection.writeWithoutTransaction { db in
            _ = try db.checkpoint(.truncate)
        }
        try store.connection.close()
    }

    /// A connection in WAL mode holds the file as long as it is open; leaving WAL mode succeeds
    /// only for one that is alone.
    private static func takeAlone(_ path: String) throws {
        guard FileManager.default.fileExists(atPath: path) else { return }
        var configuration = Configuration()
        configuration.busyMode = .immediateError
        let alone: Bool
        do {
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            alone = try queue.writeWithoutTransaction { db in
                try String.fetchOne(db, sql: "PRAGMA journal_mode = DELETE") == "delete"
            }
            try queue.close()
        } catch let error as DatabaseError
            where [.SQLITE_NOTADB, .SQLITE_CORRUPT].contains(error.resultCode)
        {
            // What is there can't be opened by anyone: that is what a restore is for.
            return
        } catch let error as DatabaseError
            where [.SQLITE_BUSY, .SQLITE_LOCKED].contains(error.resultCode)
        {
            throw BackupError.inUse
        }
        guard alone else { throw BackupError.inUse }
    }

    private static func setAside(_ path: String, as suffix: String) throws -> String? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        let aside = free("\(path).\(suffix)")
        try FileManager.default.moveItem(atPath: path, toPath: aside)
        for ending in ["-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: path + ending)
        }
        return aside
    }

    /// The name itself, or with the first number that makes it new.
    private static func free(_ name: String) -> String {
        let names = [name] + (2..<1000).map { "\(name)-\($0)" }
        return names.first { !FileManager.default.fileExists(atPath: $0) } ?? name
    }

    private static func remove(_ path: String) {
        for ending in ["", "-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: path + ending)
        }
    }
}

package enum BackupError: Error, Sendable, Equatable {
    case exists, missing, damaged
    /// Another program has the database open.
    case inUse
}

extension FileHandle {
    /// Waits until a file's bytes are on disk.
    fileprivate static func sync(_ path: String) throws {
        let handle = try FileHandle(forUpdating: URL(fileURLWithPath: path))
        try handle.synchronize()
        try handle.close()
    }
}
