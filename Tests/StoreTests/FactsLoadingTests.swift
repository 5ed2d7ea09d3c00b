import Courses
import Foundation
import GRDB
import Testing

@testable import Store

/// Facts are the same whether one thread unpacks them or two.
@Suite struct FactsLoadingTests {
    private static let now = Instant(milliseconds: 1_583_000_000_000)

    /// Loaded by one thread alone, and by two whatever there is.
    private static func loaded(
        _ world: KeptWorld, _ scope: FactsScope = .organisation
    ) async throws -> (alone: Facts, together: Facts) {
        try await world.store.read { reading in
            let loaded = try [Int.max, 0].map { worthSharing in
                try reading.loading(of: scope, at: now, worthSharing: worthSharing).facts
            }
            return (loaded[0], loaded[1])
        }
    }

    private static func expectSame(_ world: KeptWorld) async throws {
        let (alone, together) = try await loaded(world)
        #expect(together == alone)
        #expect(together.marks.map(\.placement) == alone.marks.map(\.placement))
        let (told, found) = try await world.bothFacts()
        #expect(alone == told)
        #expect(found == told)
    }

    /// What leaves marks that count for nothing where halves begin and end.
    @Test(arguments: [
        "UPDATE person SET gender = 'man' WHERE id = 1",
        "UPDATE mark SET role = 'guest' WHERE role = 'member'",
        "UPDATE mark SET role = 'member' WHERE role = 'guest'",
        "DELETE FROM mark",
        "DELETE FROM mark WHERE session_id <> 70",
        "DELETE FROM mark WHERE session_id <> 1",
        "DELETE FROM mark WHERE session_id BETWEEN 2 AND 60",
        "UPDATE session SET voided_by = 2",
        "UPDATE session SET voided_by = 2 WHERE id <> 36",
        // Make-ups on both sides of the middle, for sessions on the other one and for one undone.
        "UPDATE mark SET role = 'makeUp', make_up_for = 71 - session_id WHERE session_id > 4",
        "UPDATE placement SET voided_by = 2 WHERE id = 1",
        "DELETE FROM kept_sessions WHERE page = 2",
        "INSERT INTO headcount SELECT id, 'guest|' || id, 'guest', CASE id % 3 WHEN 0 THEN 'ckb' "
            + "WHEN 1 THEN 'zh-Hant-TW' ELSE 'ar' END, 'man', NULL, 1, 2, 1 FROM session",
        "UPDATE mark SET happened_at = 1900000000000 WHERE session_id % 4 = 0",
    ])
    func `two threads load what one does`(_ change: String) async throws {
        let world = try await KeptPagesTests.world()
        try world.write(change)
        try await Self.expectSame(world)
        try await world.save()
        try await Self.expectSame(world)
    }

    @Test func `of some rounds two threads load what one does`() async throws {
        let world = try await KeptPagesTests.world()
        try world.write("UPDATE session SET round_id = 2 WHERE id % 3 = 0")
        let round = try #require(Round.ID("0000000000022"))
        let (alone, together) = try await Self.loaded(world, .rounds([round]))
        #expect(together == alone)
        #expect(alone.sessions.count == 22)
    }

    /// One after the other, and many at once.
    @Test(arguments: [
        ["UPDATE kept_people SET packed = CAST(packed || x'FF' AS BLOB)"],
        ["UPDATE kept_enrolments SET packed = x'02' WHERE page = 0"],
        ["UPDATE kept_enrolments SET packed = substr(packed, 1, 9)"],
        ["UPDATE kept_sessions SET packed = substr(packed, 1, 50) WHERE page = 4"],
        ["UPDATE kept_sessions SET packed = CAST(packed || x'FF' AS BLOB)"],
        [
            "UPDATE kept_sessions SET packed = CAST(packed || x'FF' AS BLOB) WHERE page > 2",
            "UPDATE kept_people SET packed = x'0201027171FF'",
            "UPDATE kept_enrolments SET packed = x''",
            "UPDATE person SET gender = 'man' WHERE id = 1",
            "UPDATE mark SET value = 'excused', late_minutes = NULL WHERE session_id IN (1, 50)",
        ],
    ])
    func `what is damaged is loaded from its rows, by two threads as by one`(
        _ damages: [String]
    ) async throws {
        let world = try await KeptPagesTests.world()
        for damage in damages { try world.write(damage) }
        try await Self.expectSame(world)
    }

    /// The last run of some pages tells of sessions at which there is no mark that one was made
    /// since their start.
    @Test(arguments: ["02", "40", "7F", "FE", "FF"])
    func `marks that are damaged, whichever half finds them, are loaded from their rows`(
        _ bits: String
    ) async throws {
        let world = try await KeptPagesTests.world()
        try world.write(
            """
            UPDATE kept_sessions SET packed =
                CAST(substr(packed, 1, length(packed) - 1) || x'\(bits)' AS BLOB)
            WHERE page IN (2, 4)
            """)
        try await Self.expectSame(world)
        #expect(try await world.faults() == 22)
    }

    @Test func `a row that can't be read stops figures beside damaged pages too`() async throws {
        let world = try await KeptPagesTests.world()
        try world.write("UPDATE session SET local_date = '0000-01-01' WHERE id = 18")
        try world.write("UPDATE kept_people SET packed = x''")
        try world.write("UPDATE kept_sessions SET packed = x'' WHERE page = 1")
        for _ in 0..<2 {
            await #expect(throws: StoreError.damaged(table: "session")) {
                try await Self.loaded(world)
            }
            try await world.save()
        }
    }

    @Test func `of many marks figures load in halves what the rows say`() async throws {
        let world = try await KeptPagesTests.world()
        try world.write(
            """
            WITH RECURSIVE more (id) AS (SELECT 1001 UNION ALL SELECT id + 1 FROM more WHERE id < 1300)
            INSERT INTO person (id, public_id, gender, birth_date, created_at)
            SELECT id, printf('%013d', 300000 + id), 'woman', '1980-01-01', 0 FROM more;
            INSERT INTO enrolment (id, public_id, person_id, round_id, operation_id)
            SELECT id, printf('%013d', 400000 + id), id, 1, 1 FROM person WHERE id > 1000;
            INSERT INTO enrolment_step (enrolment_id, step, effective_on, operation_id)
            SELECT id, 'placed', '2020-01-07', 1 FROM enrolment WHERE id > 1000;
            INSERT INTO placement (enrolment_id, group_id, starts_on, language, operation_id)
            SELECT id, 1 + id % 2, '2020-01-07', 'ar', 1 FROM enrolment WHERE id > 1000;
            INSERT INTO mark (session_id, person_id, version, value, mode, role, happened_at, act_id)
            SELECT session.id, person.id, 1, 'present', 'onsite', 'member', 0, 1
            FROM session JOIN person WHERE person.id > 1000;
            """)
        try await world.save()
        let bytes = try world.count("SELECT sum(length(packed)) FROM kept_sessions")
        #expect(bytes > 2 * FactsLoading.worthSharing)
        try await Self.expectSame(world)
    }
}
