import Courses
import GRDB
import Store
import Testing

/// Schema 12 on a database that the schemas before it have made.
@Suite struct Migration12Tests {
    private static func earlier() throws -> String {
        try EarlierDatabase.make(before: 12) { db in
            try db.execute(sql: KeptWorld.world)
        }
    }

    @Test func `what was there before is kept for figures from the first opening on`()
        async throws
    {
        let path = try Self.earlier()
        let store = try Store(path: path, sealer: Sealer(key: Array(repeating: 1, count: 32)))
        #expect(try await store.read { try $0.keptFaults() } == 0)
        let now = Instant(milliseconds: 1_583_000_000_000)
        let new = try KeptWorld()
        try await new.save()
        let facts = try await store.read { try $0.facts(of: .organisation, at: now) }
        #expect(try await new.facts() == facts)
        #expect(facts.marks.count == 5)
    }
}
