import Courses
import FoundationEssentials
internal import GRDB
import GRDBSQLite

/// A statement that is run many times with values bound straight into SQLite: an import of
/// 100,000 people runs a million of them, and boxing each value would cost more than SQLite does.
struct BoundStatement {
    private let statement: Statement
    private var handle: OpaquePointer { statement.sqliteStatement }

    init(_ db: Database, _ sql: String) throws {
        statement = try db.cachedStatement(sql: sql)
    }

    func bind(_ place: Int32, _ number: Int64?) {
        if let number {
            sqlite3_bind_int64(handle, place, number)
        } else {
            sqlite3_bind_null(handle, place)
        }
    }

    func bind(_ place: Int32, _ number: Int?) {
        bind(place, number.map(Int64.init))
    }

    func bind(_ place: Int32, _ isTrue: Bool) {
        sqlite3_bind_int64(handle, place, isTrue ? 1 : 0)
    }

    func bind(_ place: Int32, _ text: String?) {
        guard var text else {
            sqlite3_bind_null(handle, place)
            return
        }
        text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { letters in
                _ = sqlite3_bind_text(
                    handle, place, letters.baseAddress, Int32(letters.count), Self.copied)
            }
        }
    }

    func bind(_ place: Int32, _ date: LocalDate?) {
        bind(place, date?.description)
    }

    func bind(_ place: Int32, _ data: Data) {
        data.withUnsafeBytes { bytes in
            _ = sqlite3_bind_blob(
                handle, place, bytes.baseAddress, Int32(bytes.count), Self.copied)
        }
    }

    func bind(_ place: Int32, _ fingerprint: Fingerprint) {
        withUnsafeBytes(of: fingerprint.words) { bytes in
            _ = sqlite3_bind_blob(
                handle, place, bytes.baseAddress, Int32(bytes.count), Self.copied)
        }
    }

    /// Runs to the end, with what is bound; what is bound stays so.
    func run() throws {
        let code = sqlite3_step(handle)
        guard code == SQLITE_DONE || code == SQLITE_ROW else {
            let extended = sqlite3_extended_errcode(sqlite3_db_handle(handle))
            sqlite3_reset(handle)
            throw DatabaseError(resultCode: ResultCode(rawValue: extended))
        }
        sqlite3_reset(handle)
    }

    /// SQLITE_TRANSIENT: SQLite makes its own copy.
    private static var copied: sqlite3_destructor_type {
        unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    }
}
