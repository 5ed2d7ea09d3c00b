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
        #expect(throws: StoreError.newerSchema(found: 999, known: 1)) {
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
