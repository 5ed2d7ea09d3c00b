import Foundation
import GRDB

/// Databases of versions before.
enum EarlierDatabase {
    /// - Parameters:
    ///   - version: the first schema that it lacks.
    ///   - change: what becomes of the schemas' text.
    /// - Returns: its path.
    static func make(
        before version: Int, changing change: (String) -> String = { $0 },
        _ fill: (Database) throws -> Void
    ) throws -> String {
        let path = FileManager.default.temporaryDirectory
            .appendingPathComponent("samsprak-\(UUID().uuidString).sqlite").path
        let schema = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Sources/Store/Schema")
        let files = try FileManager.default.contentsOfDirectory(
            at: schema, includingPropertiesForKeys: nil
        ).filter { $0.pathExtension == "sql" }.sorted { $0.path < $1.path }.prefix(version - 1)
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { db in
            for file in files {
                try db.execute(sql: change(try String(contentsOf: file, encoding: .utf8)))
            }
            try db.execute(sql: "PRAGMA user_version = \(version - 1)")
            try db.execute(sql: "PRAGMA application_id = 0x53414D53")
            try fill(db)
        }
        try queue.close()
        return path
    }
}
