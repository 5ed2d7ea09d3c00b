import Courses
import GRDB
import Store
import Testing

/// Schema 6 on a database that the schemas before it have made.
@Suite struct Migration6Tests {
    private static func earlier() throws -> String {
        try EarlierDatabase.make(before: 6) { db in
            try db.execute(
                sql: """
                    INSERT INTO person (id, public_id, gender, created_at)
                    VALUES (1, '0000000000001', 'unknown', 0),
                        (2, '0000000000002', 'unknown', 0);
                    INSERT INTO person_name VALUES (1, 'latin', 0, 'given', 'Amal'),
                        (1, 'latin', 1, 'father', 'Hassan'), (2, 'latin', 0, 'whole', 'Hassan');
                    INSERT INTO preferred_name VALUES (2, 'latin', 0, 'whole', 'Hasse', NULL);
                    """)
        }
    }

    private static let rules = NameRules(version: 1) { text in
        text.split(separator: " ").map { NameEntry(word: $0.lowercased(), keys: ["k"]) }
    }

    @Test func `names of before are taken in, and go with whoever bore them`() async throws {
        let path = try Self.earlier()
        let store = try Store(path: path, sealer: Sealer(key: Array(repeating: 1, count: 32)))
        let before = try await store.read { try $0.namesAreIndexed(by: Self.rules) }
        #expect(!before)
        try await store.write(at: Instant(milliseconds: 0)) { try $0.indexNames(by: Self.rules) }
        let after = try await store.read { try $0.namesAreIndexed(by: Self.rules) }
        #expect(after)
        #expect(try await Self.words(store) == ["amal", "hassan", "hasse"])
        let faults = try await store.read { try $0.nameIndexFaults(by: Self.rules) }
        #expect(faults == 0)
        let raw = try DatabaseQueue(path: path)
        try await raw.write { db in
            try db.execute(sql: "DELETE FROM person_name WHERE person_id = 1")
        }
        #expect(try await Self.words(store) == ["hassan", "hasse"])
        try await raw.write { db in
            try db.execute(
                sql: """
                    DELETE FROM person_name; DELETE FROM preferred_name;
                    DELETE FROM person WHERE id = 2
                    """)
        }
        #expect(try await Self.words(store) == [])
        let left = try await raw.read { db in
            try Int.fetchOne(db, sql: "SELECT count(*) FROM name_key")
        }
        #expect(left == 0)
    }

    private static func words(_ store: Store) async throws -> [String] {
        try await store.read { try $0.words(underKeys: ["k"]) }.map(\.word).sorted()
    }
}
