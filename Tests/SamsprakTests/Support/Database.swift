import Foundation
import GRDB

/// A database file, read beside the program as SQLite shows it.
struct Database {
    let path: String

    init(_ shell: Shell, _ name: String = "samsprak.sqlite") {
        path = shell.folder.appending(path: name).path
    }

    func read<Value>(_ body: (GRDB.Database) throws -> Value) throws -> Value {
        let queue = try DatabaseQueue(path: path)
        let value = try queue.read(body)
        try queue.close()
        return value
    }

    /// Every row of every table, in order.
    func dump() throws -> String {
        try read { db in
            let tables = try String.fetchAll(
                db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
            return try tables.map { table in
                let rows = try Row.fetchAll(db, sql: "SELECT * FROM \"\(table)\"")
                return table + "\n" + rows.map(\.description).sorted().joined(separator: "\n")
            }.joined(separator: "\n\n")
        }
    }
}
