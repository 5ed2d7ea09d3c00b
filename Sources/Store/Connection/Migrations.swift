internal import GRDB
import SchemaFiles

/// The schema's versions, one SQL file each, applied in order and never edited once shipped.
///
/// `PRAGMA user_version` holds the last one applied, `application_id` says whose file it is.
enum Migrations {
    /// "SAMS" in ASCII.
    static let applicationID = 0x5341_4D53

    static var latest: Int { schema_file_count }

    static func apply(to connection: any DatabaseWriter) throws {
        try connection.writeWithoutTransaction { db in
            let found = try version(db)
            guard found <= latest else {
                throw StoreError.newerSchema(found: found, known: latest)
            }
            for version in (found + 1)..<(latest + 1) {
                try db.inTransaction(.immediate) {
                    try db.execute(sql: try sql(version))
                    try db.execute(sql: "PRAGMA user_version = \(version)")
                    try db.execute(sql: "PRAGMA application_id = \(applicationID)")
                    return .commit
                }
            }
        }
    }

    private static func version(_ db: Database) throws -> Int {
        let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        let application = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
        guard application == applicationID || (version == 0 && tables == 0) else {
            throw StoreError.notThisProgram
        }
        return version
    }

    private static func sql(_ version: Int) throws -> String {
        guard let file = schema_file_at(version - 1)?.pointee else {
            throw StoreError.newerSchema(found: version, known: latest)
        }
        return String(
            decoding: UnsafeBufferPointer(start: file.bytes, count: file.length), as: UTF8.self)
    }
}
