import GRDBSQLite

/// A database file with nothing between it and SQLite: the yardsticks' own, and what builds
/// worlds quickly.
final class RowFile {
    let handle: OpaquePointer

    init(_ path: String, isDurable: Bool = true) throws {
        var opened: OpaquePointer?
        let code = sqlite3_open_v2(
            path, &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nil)
        guard let opened, code == SQLITE_OK else { throw BenchmarkError.sqlite("open \(path)") }
        handle = opened
        try run("PRAGMA journal_mode = WAL")
        try run("PRAGMA synchronous = \(isDurable ? "FULL" : "OFF")")
    }

    deinit {
        sqlite3_close_v2(handle)
    }

    func run(_ sql: String) throws {
        guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw fault(sql) }
    }

    func prepare(_ sql: String) throws -> RowStatement {
        var statement: OpaquePointer?
        let code = sqlite3_prepare_v3(
            handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
        guard code == SQLITE_OK, let statement else { throw fault(sql) }
        return RowStatement(statement, of: self)
    }

    func number(_ sql: String) throws -> Int64 {
        let statement = try prepare(sql)
        guard try statement.step() else { throw fault(sql) }
        return statement.number(0)
    }

    func texts(_ sql: String) throws -> [String] {
        let statement = try prepare(sql)
        var texts: [String] = []
        while try statement.step() { texts.append(statement.text(0)) }
        return texts
    }

    func transaction(_ body: () throws -> Void) throws {
        try run("BEGIN IMMEDIATE")
        try body()
        try run("COMMIT")
    }

    fileprivate func fault(_ sql: String) -> BenchmarkError {
        .sqlite("\(String(cString: sqlite3_errmsg(handle))): \(sql)")
    }
}

/// A prepared statement, bound and stepped directly.
final class RowStatement {
    private let statement: OpaquePointer
    private let file: RowFile

    fileprivate init(_ statement: OpaquePointer, of file: RowFile) {
        self.statement = statement
        self.file = file
    }

    deinit {
        sqlite3_finalize(statement)
    }

    func bind(_ place: Int32, _ number: Int64) { sqlite3_bind_int64(statement, place, number) }
    func bind(_ place: Int32, _ number: Int) { bind(place, Int64(number)) }
    func bindNull(_ place: Int32) { sqlite3_bind_null(statement, place) }

    func bind(_ place: Int32, _ text: String) {
        var text = text
        text.withUTF8 { bytes in
            _ = bytes.withMemoryRebound(to: CChar.self) {
                sqlite3_bind_text(statement, place, $0.baseAddress, Int32($0.count), Self.copied)
            }
        }
    }

    /// Text of the program itself, which SQLite need not copy.
    func bind(_ place: Int32, _ text: StaticString) {
        text.withUTF8Buffer { bytes in
            _ = bytes.withMemoryRebound(to: CChar.self) {
                sqlite3_bind_text(statement, place, $0.baseAddress, Int32($0.count), nil)
            }
        }
    }

    /// Bytes that stay where they are until the statement has run.
    func bind(_ place: Int32, text: UnsafeRawBufferPointer) {
        sqlite3_bind_text(
            statement, place, text.baseAddress?.assumingMemoryBound(to: CChar.self),
            Int32(text.count), nil)
    }

    func bind(_ place: Int32, blob: UnsafeRawBufferPointer) {
        sqlite3_bind_blob(statement, place, blob.baseAddress, Int32(blob.count), nil)
    }

    func bind(_ place: Int32, blob words: (UInt64, UInt64)) {
        withUnsafeBytes(of: words) { bytes in
            _ = sqlite3_bind_blob(
                statement, place, bytes.baseAddress, Int32(bytes.count), Self.copied)
        }
    }

    private static var copied: sqlite3_destructor_type {
        unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    }

    /// Runs to the end and makes ready for the next time.
    func run() throws {
        let code = sqlite3_step(statement)
        sqlite3_reset(statement)
        guard code == SQLITE_DONE || code == SQLITE_ROW else {
            throw file.fault(String(cString: sqlite3_sql(statement)))
        }
    }

    /// False after the last row.
    func step() throws -> Bool {
        switch sqlite3_step(statement) {
        case SQLITE_ROW: return true
        case SQLITE_DONE:
            sqlite3_reset(statement)
            return false
        default: throw file.fault(String(cString: sqlite3_sql(statement)))
        }
    }

    var columnCount: Int32 { sqlite3_column_count(statement) }
    func number(_ column: Int32) -> Int64 { sqlite3_column_int64(statement, column) }
    func kind(_ column: Int32) -> Int32 { sqlite3_column_type(statement, column) }

    func text(_ column: Int32) -> String { String(decoding: bytes(column), as: UTF8.self) }

    func bytes(_ column: Int32) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(
            start: sqlite3_column_blob(statement, column),
            count: Int(sqlite3_column_bytes(statement, column)))
    }
}
