import Courses
import Foundation
import GRDB
import Store
import Testing

/// Schema 11 on a database that the schemas before it have made.
@Suite struct Migration11Tests {
    private static func earlier() throws -> String {
        try EarlierDatabase.make(before: 11) { db in
            try db.execute(
                sql: """
                    INSERT INTO venue (id, public_id, name, created_at)
                    VALUES (7, '0000000000007', 'Rådhuset', 0);
                    INSERT INTO written_text (venue_id, language, text)
                    VALUES (7, 'sv', 'Från torget'), (7, 'ar', 'من الساحة');
                    INSERT INTO operation (public_id, kind, effective_on, at)
                    VALUES ('0000000000009', 'place', '2020-01-07', 0);
                    """)
        }
    }

    private static func store(_ path: String) throws -> Store {
        try Store(path: path, sealer: Sealer(key: Array(repeating: 1, count: 32)))
    }

    @Test func `texts of before are kept, and reasons have theirs beside them`() async throws {
        let store = try Self.store(try Self.earlier())
        let faults = try await store.read { try $0.health() }.filter { $0.faults > 0 }
        #expect(faults == [])
        let venue = try #require(Venue.ID("0000000000007"))
        let way = try await store.read { try $0.texts(of: .venue(venue)) }
        #expect(way.texts == [.swedish: "Från torget", .arabic: "من الساحة"])
        let today = LocalDate(dayNumber: 0)
        try await store.write(at: Instant(milliseconds: 1)) { writing in
            try writing.addReason(code: "moved", kind: .withdrawal)
            try writing.write([.swedish: "Har flyttat"], of: .reason("moved"))
            try writing.say("moved", isOpen: true, from: today, by: .commandOperator)
            _ = try writing.begin(
                .place, on: today, by: .commandOperator, reason: "moved: till Flen")
        }
        let reasons = try await store.read { try $0.reasons() }
        #expect(reasons.map(\.code) == ["moved"] && reasons[0].isOpen(on: today))
        #expect(reasons[0].listed.texts.texts == [.swedish: "Har flyttat"])
        #expect(try await store.read { try $0.health() }.allSatisfy { $0.faults == 0 })
    }

    @Test func `a reason has a code of its own, a kind that there is and no text without it`()
        async throws
    {
        let path = try Self.earlier()
        _ = try Self.store(path)
        let queue = try DatabaseQueue(path: path)
        for statement in [
            "INSERT INTO reason (code, kind, created_at) VALUES ('Moved', 'other', 0)",
            "INSERT INTO reason (code, kind, created_at) VALUES ('', 'other', 0)",
            "INSERT INTO reason (code, kind, created_at) VALUES ('a', 'mood', 0)",
            "INSERT INTO written_text (language, text) VALUES ('sv', 'x')",
            "INSERT INTO written_text (venue_id, language, text) VALUES (7, 'sv', 'x')",
            "INSERT INTO operation_listed_reason VALUES (1, 99)",
        ] {
            await #expect(throws: DatabaseError.self) {
                try await queue.write { db in try db.execute(sql: statement) }
            }
        }
    }
}
