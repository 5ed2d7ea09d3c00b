import Courses
import GRDB
import Store
import Testing

/// Schema 10 on a database that the schemas before it have made.
@Suite struct Migration10Tests {
    private static func earlier() throws -> String {
        try EarlierDatabase.make(before: 10) { db in
            try db.execute(
                sql: """
                    INSERT INTO person (id, public_id, gender, created_at)
                    VALUES (1, '0000000000001', 'unknown', 0),
                        (2, '0000000000002', 'woman', 0);
                    INSERT INTO person_name VALUES (1, 'latin', 0, 'whole', 'Amal Hassan'),
                        (2, 'latin', 0, 'whole', 'Amaal Xasan');
                    INSERT INTO operation (public_id, kind, effective_on, at)
                    VALUES ('0000000000009', 'place', '2020-01-07', 0);
                    """)
        }
    }

    @Test func `people of before are nobody else, and may be merged`() async throws {
        let path = try Self.earlier()
        let store = try Store(path: path, sealer: Sealer(key: Array(repeating: 1, count: 32)))
        let faults = try await store.read { try $0.health() }.filter { $0.faults > 0 }
        #expect(faults == [])
        let one = try #require(Person.ID("0000000000001"))
        let other = try #require(Person.ID("0000000000002"))
        let before = try await store.read { try $0.people().map(\.id) }
        #expect(before == [one, other])
        try await store.write(at: Instant(milliseconds: 1)) { writing in
            let operation = try writing.begin(
                .mergePeople, on: writing.today, by: .commandOperator)
            try writing.merge(other, into: one, operation: operation)
        }
        let after = try await store.read { try ($0.people().map(\.id), $0.person(other).gender) }
        #expect(after == ([one], .woman))
        let kinds = try DatabaseQueue(path: path)
        await #expect(throws: DatabaseError.self) {
            try await kinds.write { db in
                try db.execute(
                    sql: """
                        INSERT INTO operation (public_id, kind, effective_on, at)
                        VALUES ('0000000000008', 'mergeAll', '2020-01-07', 0)
                        """)
            }
        }
    }

    @Test func `nobody is two people at once`() async throws {
        let path = try Self.earlier()
        _ = try Store(path: path, sealer: Sealer(key: Array(repeating: 1, count: 32)))
        let queue = try DatabaseQueue(path: path)
        for statement in [
            "UPDATE person SET merged_into = id WHERE id = 1",
            "INSERT INTO person_merge VALUES (1, 1, 1, 0, NULL)",
            """
            INSERT INTO person_distinction (first_id, second_id, at) VALUES (2, 1, 0)
            """,
        ] {
            await #expect(throws: DatabaseError.self) {
                try await queue.write { db in try db.execute(sql: statement) }
            }
        }
    }
}
