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
        // Whoever ran the same text through GRDB left it at its end, where nothing can be bound.
        sqlite3_reset(handle)
    }

    /// Statements that one transaction runs for each of many rows, by where their text lies: to
    /// find one by its letters takes a good part of the time to run it.
    final class Shelf {
        private var statements: [UnsafePointer<UInt8>: BoundStatement] = [:]

        func statement(_ db: Database, _ sql: StaticString) throws -> BoundStatement {
            if let kept = statements[sql.utf8Start] { return kept }
            let statement = try BoundStatement(db, "\(sql)")
            statements[sql.utf8Start] = statement
            return statement
        }
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

    func bind(_ place: Int32, _ data: Data?) {
        guard let data else {
            sqlite3_bind_null(handle, place)
            return
        }
        data.withUnsafeBytes { bytes in
            _ = sqlite3_bind_blob(
                handle, place, bytes.baseAddress, Int32(bytes.count), Self.copied)
        }
    }

    func bind(_ place: Int32, bytes: UnsafeRawBufferPointer) {
        sqlite3_bind_blob(handle, place, bytes.baseAddress, Int32(bytes.count), Self.copied)
    }

    func bind(_ place: Int32, _ fingerprint: Fingerprint) {
        withUnsafeBytes(of: fingerprint.words) { bytes in
            _ = sqlite3_bind_blob(
                handle, place, bytes.baseAddress, Int32(bytes.count), Self.copied)
        }
    }

    func bind(_ place: Int32, _ act: ActID) {
        withUnsafeBytes(of: (act.high.bigEndian, act.low.bigEndian)) { bytes in
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

    /// Steps to the next row; false after the last, when the statement is ready to run again.
    func next() throws -> Bool {
        let code = sqlite3_step(handle)
        if code == SQLITE_ROW { return true }
        let extended = sqlite3_extended_errcode(sqlite3_db_handle(handle))
        sqlite3_reset(handle)
        guard code == SQLITE_DONE else {
            throw DatabaseError(resultCode: ResultCode(rawValue: extended))
        }
        return false
    }

    /// Lets go of the rows that are left.
    func reset() {
        sqlite3_reset(handle)
    }

    /// SQLITE_TRANSIENT: SQLite makes its own copy.
    private static var copied: sqlite3_destructor_type {
        unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    }
}

/// The row at hand, each column by its place; null reads as 0 and as an empty text.
extension BoundStatement {
    func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }

    func number(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

    func optionalNumber(_ column: Int32) -> Int? {
        isNull(column) ? nil : Int(number(column))
    }

    func isTrue(_ column: Int32) -> Bool { sqlite3_column_int64(handle, column) != 0 }

    func text(_ column: Int32) -> String {
        withBytes(column) { String(decoding: $0, as: UTF8.self) }
    }

    func code<Code: RawRepresentable<String>>(_ column: Int32) -> Code? {
        Code(rawValue: text(column))
    }

    /// Nil for null, and for what is no day.
    func date(_ column: Int32) -> LocalDate? {
        withBytes(column) { LocalDate(isoBytes: $0) }
    }

    /// Nil for null, and for what has not 16 bytes.
    func act(_ column: Int32) -> ActID? {
        withBytes(column) { bytes in
            guard bytes.count == 16 else { return nil }
            return ActID(
                high: UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)),
                low: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)))
        }
    }

    /// - Parameter body: its bytes last until the next step.
    func withBytes<Value>(
        _ column: Int32, _ body: (UnsafeRawBufferPointer) throws -> Value
    ) rethrows -> Value {
        let start = sqlite3_column_blob(handle, column)
        let count = Int(sqlite3_column_bytes(handle, column))
        return try body(UnsafeRawBufferPointer(start: start, count: count))
    }
}
