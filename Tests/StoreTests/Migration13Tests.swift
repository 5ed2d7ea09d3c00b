import Courses
import Foundation
import GRDB
import Store
import Testing

/// Schema 13, certificates, on a database that the schemas before it have made.
@Suite struct Migration13Tests {
    private static func earlier() throws -> String {
        try EarlierDatabase.make(before: 13) { db in
            try db.execute(
                sql: """
                    INSERT INTO person (id, public_id, gender, created_at)
                    VALUES (1, '0000000000001', 'unknown', 0),
                        (2, '0000000000002', 'woman', 0);
                    INSERT INTO person_name VALUES (1, 'latin', 0, 'whole', 'Amal Hassan');
                    INSERT INTO programme (id, public_id, code, name, sessions, session_minutes,
                        completion_threshold, study_hour_minutes, created_at)
                    VALUES (1, '0000000000003', 'parent-support', 'Tillsammans', 10, 120, 7, 45, 0);
                    INSERT INTO operation (id, public_id, kind, effective_on, at)
                    VALUES (1, '0000000000009', 'endRound', '2019-05-03', 0);
                    INSERT INTO round (id, public_id, programme_id, code, name, first_day, sessions,
                        session_minutes, completion_threshold, study_hour_minutes, ended_on,
                        end_operation_id, created_at)
                    VALUES (1, '0000000000004', 1, '2019-spring', 'Våren 2019', '2019-02-04', 10,
                        120, 7, 45, '2019-05-03', 1, 0);
                    """)
        }
    }

    private static func store(_ path: String) throws -> Store {
        try Store(path: path, sealer: Sealer(key: Array(repeating: 1, count: 32)))
    }

    private static let content = CertificateContent(
        organisation: "Vingåker", programme: "Tillsammans", round: "Våren 2019",
        firstDay: LocalDate(dayNumber: 17_931), lastDay: LocalDate(dayNumber: 18_019),
        attended: 8, sessions: 10, studyHours: 16, studyHourMinutes: 45, language: .arabic,
        about: ["ar": "عن الدورة"])

    private static func issue(_ store: Store) async throws -> CertificateNumber {
        let person = try #require(Person.ID("0000000000001"))
        let round = try #require(Round.ID("0000000000004"))
        return try await store.write(at: Instant(milliseconds: 5)) {
            try $0.issue(content, to: person, in: round, by: .commandOperator)
        }
    }

    @Test func `a round that ended before can have certificates`() async throws {
        let store = try Self.store(try Self.earlier())
        #expect(try await store.read { try $0.health() }.filter { $0.faults > 0 } == [])
        let number = try await Self.issue(store)
        let found = try #require(try await store.read { try $0.certificate(number) })
        #expect(found.content == Self.content)
        #expect(found.isValid && found.isIntact && found.void == nil)
        #expect(found.person.description == "0000000000001")
        #expect(try await store.read { try $0.damagedCertificates() } == [])
    }

    @Test func `a certificate is withdrawn once, and neither changes nor goes`() async throws {
        let path = try Self.earlier()
        let store = try Self.store(path)
        let number = try await Self.issue(store)
        let queue = try DatabaseQueue(path: path)
        let refused = { (sql: String) async in
            _ = await #expect(throws: DatabaseError.self) {
                try await queue.write { db in try db.execute(sql: sql) }
            }
        }
        let withdrawal = "UPDATE certificate SET void_reason = 'withdrawn', voided_at = 9"
        let change = "content = x'7b7d', void_reason = 'withdrawn', voided_at = 9"
        for sql in [
            "DELETE FROM certificate", "UPDATE certificate SET content = x'7b7d'",
            "UPDATE certificate SET \(change)", "DELETE FROM person WHERE id = 1",
            "UPDATE certificate SET void_reason = 'withdrawn'",
            "UPDATE certificate SET void_reason = 'other', voided_at = 9",
            """
            INSERT INTO certificate (number, person_id, round_id, issued_at, content, hash)
            SELECT '00000000000u', 2, 1, 5, content, hash FROM certificate
            """,
            """
            INSERT INTO certificate (number, person_id, round_id, issued_at, content, hash)
            SELECT '000000000001', 1, 1, 5, content, hash FROM certificate
            """,
        ] { await refused(sql) }
        try await queue.write { db in try db.execute(sql: withdrawal) }
        await refused(withdrawal)
        await refused("UPDATE certificate SET void_reason = NULL, voided_at = NULL")
        let found = try await store.read { try $0.certificate(number) }
        #expect(found?.void?.reason == .withdrawn)
        #expect(found?.isValid == false)
    }

    @Test func `whatever is altered behind the program's back is found`() async throws {
        let path = try Self.earlier()
        let store = try Self.store(path)
        let number = try await Self.issue(store)
        let altered = """
            CAST(replace(CAST(content AS TEXT), '"attended":8', '"attended":9') AS BLOB)
            """
        try await DatabaseQueue(path: path).write { db in
            try db.execute(
                sql: """
                    DROP TRIGGER certificate_stands;
                    UPDATE certificate SET content = \(altered)
                    """)
        }
        #expect(try await store.read { try $0.damagedCertificates() } == [number])
        #expect(try await store.read { try $0.certificate(number) }?.isIntact == false)
    }
}
