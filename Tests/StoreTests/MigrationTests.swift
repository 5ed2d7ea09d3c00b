import Courses
import Foundation
import GRDB
import Store
import Testing

@Suite struct MigrationTests {
    /// A file as the versions up to this one left it, with somebody in a round.
    private static func file(version: Int) throws -> String {
        let folder = FileManager.default.temporaryDirectory
        let path = folder.appending(path: "samsprak-\(UUID().uuidString).sqlite").path
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { db in
            for number in 1...version {
                let file = migrations.appending(path: "000\(number).sql")
                try db.execute(sql: try String(contentsOf: file, encoding: .utf8))
            }
            try db.execute(sql: people)
            try db.execute(
                sql: "PRAGMA application_id = 0x53414D53; PRAGMA user_version = \(version)")
        }
        try queue.close()
        return path
    }

    private static let people = """
        INSERT INTO operation (public_id, kind, effective_on, at)
            VALUES ('0000000000001', 'importPeople', '2020-01-06', 0);
        INSERT INTO person (public_id, external_id, gender, operation_id, created_at)
            VALUES ('0000000000002', 'a', 'woman', 1, 0);
        INSERT INTO person_name VALUES (1, 'latin', 0, 'whole', 'Amina Ali');
        INSERT INTO programme (public_id, code, name, sessions, session_minutes,
                completion_threshold, study_hour_minutes, created_at)
            VALUES ('0000000000003', 'p', 'P', 10, 120, 7, 45, 0);
        INSERT INTO round (public_id, programme_id, code, name, first_day, sessions,
                session_minutes, completion_threshold, study_hour_minutes, created_at)
            VALUES ('0000000000004', 1, 'r', 'R', '2020-01-07', 10, 120, 7, 45, 0);
        INSERT INTO enrolment (public_id, person_id, round_id, childcare, operation_id)
            VALUES ('0000000000005', 1, 1, 2, 1);
        INSERT INTO enrolment_step (enrolment_id, step, effective_on, operation_id)
            VALUES (1, 'applied', '2020-01-06', 1);
        INSERT INTO import_fill VALUES (1, 1, 'gender');
        """

    private static var migrations: URL {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources/Store/Schema")
    }

    private static let person = Person.ID("0000000000002")
    private static let enrolment = Enrolment.ID("0000000000005")

    @Test func `a file of version 1 opens with its rows, and takes what version 2 brought`()
        async throws
    {
        let path = try Self.file(version: 1)
        let sealer = try Sealer(key: Array(repeating: 1, count: 32))
        let store = try Store(path: path, sealer: sealer)
        #expect(try await store.read { try $0.health() }.allSatisfy { $0.faults == 0 })
        let person = try #require(Self.person)
        let enrolment = try #require(Self.enrolment)
        let before = try await store.read { reading in
            (try reading.person(person).name.latin, try reading.details(of: person))
        }
        #expect(before.0 == "Amina Ali")
        #expect(before.1.rounds.values.map(\.childcare) == [2])
        #expect(before.1.rounds.values.allSatisfy { $0.wishes.isEmpty })
        let wishes = try Self.wishes()
        try await store.write(at: Instant(milliseconds: 1)) { writing in
            let operation = try writing.begin(
                .importPeople, on: LocalDate.distantPast, by: .commandOperator)
            for wish in wishes {
                try writing.wish(wish, in: enrolment, operation: operation)
            }
        }
        let again = try Store(path: path, sealer: sealer)
        let kept = try await again.read { try $0.wishes(in: enrolment) }
        #expect(kept == Dictionary(uniqueKeysWithValues: wishes.map { ($0.about, $0) }))
    }

    private static func wishes() throws -> [Wish] {
        [
            .languages([.arabic, .somali]), .interpreter(false), .openTo(.men), .priority(1000),
            .slots([
                WishedSlot(.sunday),
                try #require(WishedSlot(weekday: .monday, start: LocalTime("09:00"))),
            ]),
        ]
    }

    @Test func `of two wishes about the same the later holds, until it is voided`() async throws {
        let path = try Self.file(version: 1)
        let store = try Store(
            path: path, sealer: try Sealer(key: Array(repeating: 1, count: 32)))
        let enrolment = try #require(Self.enrolment)
        let now = Instant(milliseconds: 1)
        let later = try await store.write(at: now) { writing in
            var operation = try writing.begin(
                .importPeople, on: LocalDate.distantPast, by: .commandOperator)
            try writing.wish(.priority(1), in: enrolment, operation: operation)
            operation = try writing.begin(
                .importPeople, on: LocalDate.distantPast, by: .commandOperator)
            try writing.wish(.priority(2), in: enrolment, operation: operation)
            return operation.id
        }
        #expect(
            try await store.read { try $0.wishes(in: enrolment) } == [.priority: .priority(2)])
        try await store.write(at: now) { writing in
            let undo = try writing.begin(
                .undo, on: LocalDate.distantPast, by: .commandOperator, undoing: later)
            try writing.void(later, by: undo)
        }
        #expect(
            try await store.read { try $0.wishes(in: enrolment) } == [.priority: .priority(1)])
    }
}
