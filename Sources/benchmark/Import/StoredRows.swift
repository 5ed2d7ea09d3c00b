import Foundation
import GRDBSQLite

/// All rows of a file, read into memory, to be written again with nothing in between.
struct StoredRows {
    private let schema: [String]
    private let tables: [Table]

    fileprivate struct Table {
        let name: String
        let columns: Int
        var cells: [Cell] = []
        var bytes: [UInt8] = []
    }

    fileprivate enum Cell {
        case null
        case number(Int64)
        case text(Range<Int>)
        case blob(Range<Int>)
    }

    init(of path: String) throws {
        let file = try RowFile(path)
        schema = try file.texts(
            """
            SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'
            ORDER BY rowid
            """)
        let names = try file.texts(
            """
            SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
            ORDER BY rowid
            """)
        tables = try names.map { try Self.read($0, from: file) }
    }

    /// In the order in which the people came.
    private static func read(_ name: String, from file: RowFile) throws -> Table {
        let order = name == "import_row" ? " ORDER BY person_id" : ""
        let statement = try file.prepare("SELECT * FROM \(name)\(order)")
        var table = Table(name: name, columns: Int(statement.columnCount))
        while try statement.step() {
            for column in 0..<statement.columnCount { table.add(statement, column) }
        }
        return table
    }

    /// Milliseconds for one transaction with prepared statements, in WAL at FULL.
    func insert(into path: String) throws -> Double {
        let file = try RowFile(path)
        for sql in schema { try file.run(sql) }
        return try milliseconds {
            try file.transaction {
                for table in tables where !table.cells.isEmpty { try table.insert(into: file) }
            }
        }
    }
}

extension StoredRows.Table {
    fileprivate mutating func add(_ statement: RowStatement, _ column: Int32) {
        switch statement.kind(column) {
        case SQLITE_NULL: cells.append(.null)
        case SQLITE_INTEGER: cells.append(.number(statement.number(column)))
        case SQLITE_BLOB: cells.append(.blob(keep(statement.bytes(column))))
        default: cells.append(.text(keep(statement.bytes(column))))
        }
    }

    private mutating func keep(_ value: UnsafeRawBufferPointer) -> Range<Int> {
        let start = bytes.count
        bytes.append(contentsOf: value)
        return start..<bytes.count
    }

    fileprivate func insert(into file: RowFile) throws {
        let places = Array(repeating: "?", count: columns).joined(separator: ", ")
        let statement = try file.prepare("INSERT INTO \(name) VALUES (\(places))")
        try bytes.withUnsafeBytes { bytes in
            for start in stride(from: 0, to: cells.count, by: columns) {
                for column in 0..<columns {
                    let place = Int32(column + 1)
                    switch cells[start + column] {
                    case .null: statement.bindNull(place)
                    case .number(let number): statement.bind(place, number)
                    case .text(let range):
                        statement.bind(place, text: UnsafeRawBufferPointer(rebasing: bytes[range]))
                    case .blob(let range):
                        statement.bind(place, blob: UnsafeRawBufferPointer(rebasing: bytes[range]))
                    }
                }
                try statement.run()
            }
        }
    }
}
