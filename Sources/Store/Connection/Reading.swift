package import Courses
internal import GRDB

/// What can be asked of the database inside one transaction.
///
/// Its capabilities stand in extensions, one a file. Integer keys stay inside this module.
package struct Reading {
    let db: Database
    let sealer: Sealer
    private let shelf = BoundStatement.Shelf()

    init(db: Database, sealer: Sealer) {
        self.db = db
        self.sealer = sealer
    }

    /// For what runs once for each act of a batch.
    func statement(_ sql: StaticString) throws -> BoundStatement { try shelf.statement(db, sql) }

    /// For what pages and commands ask all the time: SQLite understands it once per connection.
    func rows(asked sql: String, _ arguments: StatementArguments = []) throws -> [Row] {
        try Row.fetchAll(db.cachedStatement(sql: sql), arguments: arguments)
    }

    /// Of a person who was merged into another, that of the other.
    func key<Entity>(_ id: Identifier<Entity>, in table: Table) throws -> Int64? {
        let column = table == .person ? "coalesce(merged_into, id)" : "id"
        let row = try BoundStatement(
            db, "SELECT \(column) FROM \(table.rawValue) WHERE public_id = ?")
        row.bind(1, id.description)
        guard try row.next() else { return nil }
        defer { row.reset() }
        return row.number(0)
    }

    func requireKey<Entity>(_ id: Identifier<Entity>, in table: Table) throws -> Int64 {
        guard let key = try key(id, in: table) else {
            throw UnknownReference(kind: table, text: id.description)
        }
        return key
    }
}

extension Statement {
    func fetchKey(_ arguments: StatementArguments) throws -> Int64? {
        try Int64.fetchOne(self, arguments: arguments)
    }
}

/// What can be done in one transaction, all at its one moment.
package struct Writing {
    package let reading: Reading
    package let now: Instant
    package let entropy: Entropy

    var db: Database { reading.db }
    var sealer: Sealer { reading.sealer }

    /// The day on the wall.
    package var today: LocalDate { WallClock.date(now) }

    func execute(_ sql: String, _ arguments: StatementArguments) throws {
        try db.cachedStatement(sql: sql).execute(arguments: arguments)
    }

    @discardableResult
    func insert(_ sql: String, _ arguments: StatementArguments) throws -> Int64 {
        try execute(sql, arguments)
        return db.lastInsertedRowID
    }
}

/// The tables whose rows have public ids, or codes that stand for them.
package enum Table: String, Sendable {
    case person, programme, round
    case group = "course_group"
    case session, operation, enrolment, party, report, venue
    case breakCalendar = "break_calendar"
    case reason
}

/// Something was named that does not exist.
package struct UnknownReference: Error, Sendable, Equatable {
    package let kind: Table
    package let text: String

    package init(kind: Table, text: String) {
        self.kind = kind
        self.text = text
    }
}
