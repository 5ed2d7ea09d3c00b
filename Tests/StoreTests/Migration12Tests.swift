import GRDB
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
        try await EarlierDatabase.expectAllKept(try Self.earlier())
    }
}
