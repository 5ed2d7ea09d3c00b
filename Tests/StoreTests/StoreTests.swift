import Courses
import Foundation
import GRDB
import Store
import Testing

@Suite struct StoreTests {
    private static func temporary() -> String {
        FileManager.default.temporaryDirectory
            .appendingPathComponent("samsprak-\(UUID().uuidString).sqlite").path
    }

    private static func sealer(_ byte: UInt8 = 1) throws -> Sealer {
        try Sealer(key: Array(repeating: byte, count: 32))
    }

    @Test func `a file is in WAL mode and its commits wait for the disk`() async throws {
        let path = Self.temporary()
        let store = try Store(path: path, sealer: Self.sealer())
        #expect(try await store.synchronous() == 2)
        let health = try await store.read { try $0.health() }
        #expect(health.allSatisfy { $0.faults == 0 })
        #expect(health.map(\.check).contains(.journalMode))
    }

    @Test func `a file of a later version is refused and left as it was`() throws {
        let path = Self.temporary()
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA application_id = 0x53414D53; PRAGMA user_version = 999")
        }
        try queue.close()
        #expect(throws: StoreError.newerSchema(found: 999, known: 2)) {
            try Store(path: path, sealer: Self.sealer())
        }
    }

    @Test func `another program's database is refused`() throws {
        let path = Self.temporary()
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { try $0.execute(sql: "CREATE TABLE other (id)") }
        try queue.close()
        #expect(throws: StoreError.notThisProgram) {
            try Store(path: path, sealer: Self.sealer())
        }
    }

    @Test func `a new file has the schema of all migrations in order, and says which is its last`()
        async throws
    {
        let path = Self.temporary()
        _ = try Store(path: path, sealer: Self.sealer())
        let plain = try DatabaseQueue()
        let schema =
            "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY name"
        let files = try FileManager.default.contentsOfDirectory(
            at: Self.migrations, includingPropertiesForKeys: nil
        ).filter { $0.pathExtension == "sql" }.sorted { $0.path < $1.path }
        #expect(files.map(\.lastPathComponent) == ["0001.sql", "0004.sql"])
        for file in files {
            let sql = try String(contentsOf: file, encoding: .utf8)
            try await plain.writeWithoutTransaction { try $0.execute(sql: sql) }
        }
        let expected = try plain.read { try Row.fetchAll($0, sql: schema) }
        let (found, version) = try DatabaseQueue(path: path).read { db in
            (
                try Row.fetchAll(db, sql: schema),
                try Int.fetchOne(db, sql: "PRAGMA user_version")
            )
        }
        #expect(expected.count > 30)
        #expect(found == expected)
        #expect(version == files.count)
    }

    @Test func `a file that is opened again keeps its rows`() async throws {
        let path = Self.temporary()
        let store = try Store(path: path, sealer: Self.sealer())
        _ = try await store.write(at: Instant(milliseconds: 0)) { writing in
            try writing.add(NewPerson(name: PersonName(latin: [.init(.whole, "A")])))
        }
        let again = try Store(path: path, sealer: Self.sealer())
        #expect(try await again.read { try $0.people().count } == 1)
    }

    private static var migrations: URL {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources/Store/Schema")
    }

    @Test func `every table is strict and no name holds a day that is none`() async throws {
        let path = Self.temporary()
        _ = try Store(path: path, sealer: Self.sealer())
        try await DatabaseQueue(path: path).read { db in
            let lax = try String.fetchAll(
                db,
                sql: """
                    SELECT name FROM pragma_table_list
                    WHERE schema = 'main' AND type = 'table' AND strict = 0
                        AND name NOT LIKE 'sqlite_%'
                    """)
            #expect(lax == [])
        }
        let queue = try DatabaseQueue(path: path)
        #expect(throws: DatabaseError.self) {
            try queue.write { db in
                try db.execute(
                    sql: """
                        INSERT INTO person (public_id, gender, birth_date, created_at)
                        VALUES ('0000000000001', 'woman', '1990-02-30', 0)
                        """)
            }
        }
    }

    @Test func `a write that throws leaves nothing, and the others in its commit stay`()
        async throws
    {
        let store = try Store(inMemory: Self.sealer(), entropy: .seeded(1))
        let now = Instant(milliseconds: 0)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<40 {
                group.addTask {
                    try? await store.write(at: now) { writing in
                        try writing.add(NewPerson(name: PersonName(latin: [.init(.whole, "A")])))
                        if number.isMultiple(of: 4) { throw StoreError.wrongKey }
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await store.read { try $0.people().count } == 30)
    }

    @Test func `a sealed value opens only with its key and in its place`() throws {
        let sealer = try Self.sealer()
        let sealed = try sealer.seal("070-174 06 05", context: "contact phone a")
        #expect(try sealer.open(sealed, context: "contact phone a") == "070-174 06 05")
        #expect(throws: SealError.unreadable) {
            try sealer.open(sealed, context: "contact phone b")
        }
        #expect(throws: SealError.unreadable) {
            try Self.sealer(2).open(sealed, context: "contact phone a")
        }
        #expect(sealer.blindIndex("a", kind: "x") == sealer.blindIndex("a", kind: "x"))
        #expect(sealer.blindIndex("a", kind: "x") != sealer.blindIndex("a", kind: "y"))
    }
}
